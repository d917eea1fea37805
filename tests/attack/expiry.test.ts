import type { FastifyInstance } from 'fastify'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openAccess } from '../../server/access/index.ts'
import { invitationOf, invite } from '../../server/access/invitations.ts'
import { beginAttempt } from '../../server/access/lockOut.ts'
import { claimCode } from '../../server/access/secondFactor.ts'
import { addSystem, systemViewer } from '../../server/access/systems.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { buildHttp } from '../../server/http.ts'
import { httpAccess, signInAs } from '../support/access.ts'
import { useDatabase } from '../support/database.ts'
import { intakeParts } from '../support/intakeParts.ts'
import { addCentre } from '../support/load.ts'

const database = useDatabase('empty')
const begun = new Date('2013-06-30T00:00:00Z')
const hour = 3_600_000
const after = (hours: number): Date => new Date(begun.getTime() + hours * hour)
let clock = begun
let app: FastifyInstance

beforeAll(async () => {
  await addCentre(database(), 'hall')
  const parts = await httpAccess(database())
  const access = await openAccess(database(), {
    host: '127.0.0.1',
    publicUrls: [],
    demo: true,
    tls: false,
    singleSignOn: null,
    clock: () => clock,
  })
  app = await buildHttp({
    database: database(),
    clock: () => clock,
    logger: pino({ level: 'silent' }),
    clientFolder: null,
    ...parts,
    access,
    ...intakeParts(),
  })
})
afterAll(async () => app.close())

describe('a link for a password', () => {
  it('ends after three days, and is not used up by a clock that jumps ahead and back', async () => {
    const token = await invite(database(), { userId: null, createdBy: 'test', now: begun })
    await expect(invitationOf(database(), token, after(71))).resolves.toMatchObject({ userId: null })
    for (const hours of [72, 73, 24 * 365])
      await expect(invitationOf(database(), token, after(hours))).rejects.toThrow('invitation-refused')
    await expect(invitationOf(database(), token, after(-24))).resolves.toMatchObject({ userId: null })
  })
})

describe('a token of a system', () => {
  it('ends on its day', async () => {
    const centre = await centresOf(database()).find('hall')
    const token = await addSystem(database(), centre, {
      name: 'asker',
      may: ['ask'],
      targets: [],
      days: 1,
      createdBy: 'test',
      now: begun,
    })
    const mayAt = async (now: Date) => (await systemViewer(database(), `Bearer ${token}`, now)).may.length
    expect(await mayAt(after(23))).toBeGreaterThan(1)
    expect(await mayAt(after(24))).toBe(1)
  })
})

describe('a locked name', () => {
  it('is not locked for ever by a clock that was ahead, nor free by one that went back', async () => {
    for (let tries = 0; tries < 5; tries++) await beginAttempt(database(), 'wang', after(5))
    await expect(beginAttempt(database(), 'wang', after(5))).rejects.toThrow('sign-in-locked')
    await expect(beginAttempt(database(), 'wang', new Date(after(5).getTime() - 10_000))).rejects.toThrow(
      'sign-in-locked',
    )
    // A lock that ends later than any lock may was set by a wrong clock.
    await expect(beginAttempt(database(), 'wang', after(-100))).resolves.toBeGreaterThan(0)
  })
})

describe('a code of an authenticator', () => {
  it('stays used when the clock goes back', async () => {
    const code = { userId: 'u', code: '123456' }
    await claimCode(database(), { ...code, now: begun })
    for (const hours of [0, -1, -100])
      await expect(claimCode(database(), { ...code, now: after(hours) })).rejects.toThrow(
        'second-factor-refused',
      )
  })
})

describe('a session', () => {
  const statusOf = async (cookie: string): Promise<number> =>
    (await app.inject({ method: 'GET', url: '/trpc/centres.list', headers: { host: '127.0.0.1', cookie } }))
      .statusCode

  it('ends after a working day, whatever the clock of the centre says', async () => {
    const cookie = await signInAs(app, 'leader')
    clock = after(24 * 365)
    expect(await statusOf(cookie)).toBe(200)
    clock = after(-24 * 365)
    expect(await statusOf(cookie)).toBe(200)
    clock = begun
    const session = await database().prisma.session.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })
    const lasts = (session.expiresAt.getTime() - session.createdAt.getTime()) / hour
    expect(Math.round(lasts)).toBe(14)
    await database().prisma.session.update({
      where: { id: session.id },
      data: { expiresAt: new Date(Date.now() - 1000) },
    })
    // A viewer is remembered for seconds; another cookie for the same session is looked up anew.
    expect(await statusOf(`${cookie}; x=1`)).toBe(401)
  })
})
