import type { FastifyInstance } from 'fastify'
import pino from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { commandLine } from '../../server/access/permissions.ts'
import { addSystem } from '../../server/access/systems.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { buildHttp } from '../../server/http.ts'
import { httpAccess, signInAs } from '../support/access.ts'
import { useDatabase } from '../support/database.ts'
import { intakeParts } from '../support/intakeParts.ts'
import { addCentre } from '../support/load.ts'

const database = useDatabase('empty')
const now = new Date('2013-06-30T00:00:00Z')
let app: FastifyInstance
const cookies: Record<string, string> = {}
let asks = ''

beforeAll(async () => {
  await addCentre(database(), 'here')
  await addCentre(database(), 'there')
  app = await buildHttp({
    database: database(),
    clock: () => now,
    logger: pino({ level: 'silent' }),
    clientFolder: null,
    ...(await httpAccess(database())),
    ...intakeParts(),
  })
  const scope = { centres: ['here'], units: 'all', windows: 'all' }
  for (const role of ['leader', 'clerk'] as const) {
    cookies[role] = await signInAs(app, role)
    await database().prisma.user.updateMany({ where: { id: `demo-${role}` }, data: { scope } })
  }
  asks = await addSystem(database(), await centresOf(database()).find('here'), {
    name: 'asks',
    may: ['ask'],
    targets: [],
    days: 1,
    createdBy: commandLine.name,
    now,
  })
  // Viewers are remembered for a moment; a sign-out forgets them all.
  await app.inject({ method: 'POST', url: '/auth/sign-out', headers: { host: '127.0.0.1' }, payload: {} })
})
afterAll(async () => app.close())

const refusals = async (): Promise<number> =>
  database().prisma.auditEntry.count({ where: { outcome: 'refused' } })

/** The newest entry of a refusal. */
async function lastRefusal() {
  return database().prisma.auditEntry.findFirst({
    where: { outcome: 'refused' },
    orderBy: { number: 'desc' },
  })
}

const files: [string, string][] = [
  ['leader', '/files/briefing/there/1.docx'],
  ['leader', '/files/briefing/there/1/word.docx'],
  ['leader', '/files/briefing/there/1/chart-1.svg'],
  ['leader', '/files/figures/there.csv?period=2012'],
  ['leader', '/files/paper/there/template-1.docx'],
  ['leader', '/files/booklet/there.xlsx?period=2012'],
  ['leader', '/files/photo/there/feedback/F-1'],
  ['clerk', '/files/quarantine/there/1.xlsx'],
]

it.each(files)('a %s who asks for %s of another centre is written down', async (role, url) => {
  const before = await refusals()
  const { statusCode } = await app.inject({
    url,
    headers: { host: '127.0.0.1', cookie: cookies[role] ?? '' },
  })
  expect(statusCode).toBe(403)
  expect(await refusals()).toBe(before + 1)
  const entry = await lastRefusal()
  expect([entry?.actor, entry?.centre, entry?.details]).toEqual([
    `demo-${role}`,
    'there',
    { why: 'out-of-scope' },
  ])
})

it('a system that pushes without the right to is written down, and an unknown one once', async () => {
  const push = async (token: string): Promise<number> => {
    const { statusCode } = await app.inject({
      method: 'POST',
      url: '/push/here/feedback',
      headers: { 'host': '127.0.0.1', 'authorization': `Bearer ${token}`, 'idempotency-key': 'k' },
      payload: { rows: [{ feedbackCode: 'F-1' }] },
    })
    return statusCode
  }
  expect(await push(asks)).toBe(403)
  expect([(await lastRefusal())?.actor, (await lastRefusal())?.centre]).toEqual(['system:asks', 'here'])
  const before = await refusals()
  for (const token of ['one', 'two', 'three']) expect(await push(token)).toBe(403)
  expect(await refusals()).toBe(before + 1)
})

it('whoever may not read the metrics is written down', async () => {
  const { statusCode } = await app.inject({
    url: '/metrics',
    headers: { host: '127.0.0.1', cookie: cookies.leader ?? '' },
  })
  expect([statusCode, (await lastRefusal())?.subject]).toEqual([403, '/metrics'])
})
