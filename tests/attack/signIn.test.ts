import type { FastifyInstance } from 'fastify'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { changeRights, setDisabled } from '../../server/access/accounts.ts'
import { invite } from '../../server/access/invitations.ts'
import { beginAttempt, forgetFailures, takeBack } from '../../server/access/lockOut.ts'
import { commandLine } from '../../server/access/permissions.ts'
import { buildHttp } from '../../server/http.ts'
import { httpAccess } from '../support/access.ts'
import { useDatabase } from '../support/database.ts'
import { intakeParts } from '../support/intakeParts.ts'

const database = useDatabase('empty')
const now = new Date('2013-06-30T00:00:00Z')
const password = 'Pinghe-Window-1949-Garden'
const whole = { centres: 'all' as const, units: 'all' as const, windows: 'all' as const }
let app: FastifyInstance
let hashes: () => number

beforeAll(async () => {
  const parts = await httpAccess(database())
  const { password: passwords } = await parts.access.auth.$context
  const hash = vi.spyOn(passwords, 'hash')
  const verify = vi.spyOn(passwords, 'verify')
  hashes = () => hash.mock.calls.length + verify.mock.calls.length
  app = await buildHttp({
    database: database(),
    clock: () => now,
    logger: pino({ level: 'silent' }),
    clientFolder: null,
    ...parts,
    ...intakeParts(),
  })
})
afterAll(async () => app.close())

async function post(url: string, payload: object, cookie = '') {
  return app.inject({
    method: 'POST',
    url,
    headers: { 'host': '127.0.0.1', 'content-type': 'application/json', ...(cookie && { cookie }) },
    payload: JSON.stringify(payload),
  })
}

describe('guessing passwords', () => {
  it('in parallel gets no more attempts than one after another', async () => {
    const replies = await Promise.all(
      Array.from({ length: 40 }, async () =>
        post('/auth/sign-in/username', { username: 'parallel', password: 'Wrong-Password-1' }),
      ),
    )
    const statuses = replies.map(({ statusCode }) => statusCode)
    expect(statuses.filter(status => status === 401)).toHaveLength(5)
    expect(statuses.filter(status => status === 429)).toHaveLength(35)
  })

  it('keeps earlier failures when a right password waits for its second factor', async () => {
    for (let tries = 0; tries < 4; tries++) await beginAttempt(database(), 'waiting', now)
    await beginAttempt(database(), 'waiting', now)
    await takeBack(database(), 'waiting')
    const row = await database().prisma.signInFailure.findUnique({ where: { name: 'waiting' } })
    expect([row?.failures, row?.lockedUntil]).toEqual([4, null])
    await beginAttempt(database(), 'waiting', now)
    await expect(beginAttempt(database(), 'waiting', now)).rejects.toThrow('sign-in-locked')
    await forgetFailures(database(), 'waiting')
    expect(await beginAttempt(database(), 'waiting', now)).toBe(0)
  })

  it('through the form for changing a password is counted too', async () => {
    const link = await invite(database(), { userId: null, createdBy: 'test', now })
    const accepted = await post('/trpc/access.accept', {
      token: link,
      name: 'chief',
      shownName: '主任',
      password,
    })
    expect(accepted.statusCode, accepted.body).toBe(200)
    const signedIn = await post('/auth/sign-in/username', { username: 'chief', password })
    const cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? ''
    const change = { currentPassword: 'Wrong-Password-1', newPassword: 'Another-Window-1950-Garden' }
    const statuses: number[] = []
    for (let tries = 0; tries < 7; tries++)
      statuses.push((await post('/auth/change-password', change, cookie)).statusCode)
    expect(statuses).toEqual([400, 400, 400, 400, 400, 429, 429])
    await forgetFailures(database(), 'chief')
  })
})

describe('a name that cannot sign in', () => {
  it('costs one hash, whether there is no account, one without a password, or a wrong password', async () => {
    const account = { email: 'invited@accounts.invalid', roles: ['leader'], scope: whole }
    await database().prisma.user.create({
      data: { id: 'invited', name: 'invited', username: 'invited', ...account },
    })
    for (const username of ['nobody-there', 'invited', 'Invited', 'chief']) {
      const before = hashes()
      const reply = await post('/auth/sign-in/username', { username, password: 'Wrong-Password-1' })
      expect([reply.statusCode, hashes() - before], username).toEqual([401, 1])
    }
    await forgetFailures(database(), 'chief')
  })
})

describe('the last administrator of the whole', () => {
  it('can be neither closed nor limited while the others see a part only', async () => {
    const { prisma } = database()
    const chief = await prisma.user.findFirstOrThrow({ where: { username: 'chief' } })
    await prisma.user.create({
      data: {
        id: 'partial',
        name: 'partial',
        username: 'partial',
        email: 'partial@accounts.invalid',
        roles: ['administrator'],
        scope: { ...whole, centres: ['hall'] },
        accounts: { create: { id: 'partial', accountId: 'partial', providerId: 'credential' } },
      },
    })
    const at = { id: chief.id, shownName: '', roles: ['administrator'] }
    await expect(setDisabled(database(), commandLine, { id: chief.id, disabled: true, now })).rejects.toThrow(
      'last-administrator',
    )
    await expect(
      changeRights(database(), commandLine, { ...at, rows: { ...whole, centres: ['hall'] } }),
    ).rejects.toThrow('last-administrator')
    await prisma.user.update({ where: { id: 'partial' }, data: { scope: whole } })
    await changeRights(database(), commandLine, { ...at, rows: { ...whole, centres: ['hall'] } })
  })
})
