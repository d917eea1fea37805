import type { FastifyInstance } from 'fastify'
import { Writable } from 'node:stream'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addSystem } from '../../server/access/systems.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { buildHttp } from '../../server/http.ts'
import { httpAccess, signInAs } from '../support/access.ts'
import { calls } from '../support/calls.ts'
import { useDatabase } from '../support/database.ts'
import { intakeParts } from '../support/intakeParts.ts'
import { addCentre, loadSmallHall } from '../support/load.ts'

const database = useDatabase('empty')
const now = new Date('2013-06-30T00:00:00Z')
let app: FastifyInstance
let log = ''
let token = ''
const cookies: string[] = []

beforeAll(async () => {
  await addCentre(database(), 'here')
  await loadSmallHall(database(), 'here')
  const logger = pino(
    {},
    new Writable({
      write(chunk, _, done) {
        log += String(chunk)
        done()
      },
    }),
  )
  app = await buildHttp({
    database: database(),
    clock: () => now,
    logger,
    clientFolder: null,
    ...(await httpAccess(database())),
    ...intakeParts(),
  })
  for (const role of ['administrator', 'clerk', 'leader'] as const) cookies.push(await signInAs(app, role))
  token = await addSystem(database(), await centresOf(database()).find('here'), {
    name: 'pusher',
    may: ['push', 'ask'],
    targets: ['cases'],
    days: 1,
    createdBy: 'test',
    now,
  })
})
afterAll(async () => app.close())

/** Texts and numbers as JSON that no column takes; JSON has no NaN, so it is sent as a text. */
const junk = [
  '"\\u0000"',
  '"a\\u0000b"',
  '"\\ud800"',
  '"\\udc00\\ud800"',
  '"NaN"',
  '"-1"',
  '""',
  `"${'9'.repeat(400)}"`,
  '-1',
  '0',
  '1.5',
  '2147483648',
  '9007199254740993',
  '1e300',
  '1e999',
  '-0',
  'null',
  '[]',
  '{"a\\u0000":1}',
  '"0000"',
  '"0000-01-01"',
  '"9999-12-31"',
]

/** Every way to put `junk` in the place of one leaf of a value, or of one of its branches. */
function mutations(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return junk
  const keys = Object.keys(value)
  const list = Array.isArray(value)
  const written = (key: string, text: string): string => {
    const parts = keys.map(one => {
      const inner = one === key ? text : JSON.stringify((value as Record<string, unknown>)[one])
      return list ? inner : `${JSON.stringify(one)}:${inner}`
    })
    return list ? `[${parts.join()}]` : `{${parts.join()}}`
  }
  return [
    ...junk.slice(0, 4),
    ...keys.flatMap(key =>
      mutations((value as Record<string, unknown>)[key]).map(text => written(key, text)),
    ),
  ]
}

const safe = Object.keys(calls).filter(
  path => !['operations.backUp', 'access.signOutEverywhere', 'intake.watch'].includes(path),
)

async function expectNamed(reply: Awaited<ReturnType<typeof app.inject>>, what: string): Promise<void> {
  expect(reply.statusCode, `${what}\n${reply.body.slice(0, 300)}\n${log.slice(-1500)}`).toBeLessThan(500)
}

describe('input that fits no column', () => {
  it.each(safe)('of %s is refused by name or taken as it is', async path => {
    const input = calls[path]!('here')
    for (const payload of mutations(input ?? {}))
      for (const cookie of cookies)
        await expectNamed(
          await app.inject({
            method: 'POST',
            url: `/trpc/${path}`,
            headers: {
              'host': '127.0.0.1',
              'content-type': 'application/json',
              'x-trpc-method-override': 'query',
              cookie,
            },
            payload,
          }),
          `${path} ${payload}`,
        )
  })

  const odd = [
    '%00',
    'a%00b',
    '%ED%A0%80',
    'NaN',
    '-1',
    '0',
    '1.5',
    '2147483648',
    '9e15',
    '1e300',
    '9'.repeat(300),
  ]
  const addresses = (part: string): string[] => [
    `/files/quarantine/here/${part}.xlsx`,
    `/files/quarantine/${part}/1.xlsx`,
    `/files/briefing/here/${part}.docx`,
    `/files/briefing/${part}/1.docx`,
    `/files/briefing/here/1.${part}`,
    `/files/briefing/here/${part}/chart-1.svg`,
    `/files/briefing/here/1/chart-${part}.svg`,
    `/files/figures/${part}.csv`,
    `/files/figures/here.csv?period=${part}`,
    `/files/figures/here.csv?period=2012&comparison=${part}`,
    `/files/figures/here.csv?period=2012&language=${part}`,
    `/trpc/centres.list?input=${part}`,
    `/trpc/${part}`,
    `/auth/${part}`,
    `/${part}`,
  ]
  it.each(odd)('in an address, such as %s, neither', async part => {
    for (const url of addresses(part))
      for (const cookie of cookies)
        await expectNamed(
          await app.inject({ method: 'GET', url, headers: { host: '127.0.0.1', cookie } }),
          url,
        )
  })

  it('in what systems push and ask, neither', async () => {
    const row = { caseNumber: 'A', item: 'TEN', receivedAt: '2012-09-03 08:00' }
    const asked = {
      measures: ['casesReceived'],
      centres: ['here'],
      period: '2012',
      filters: [{ dimension: 'window', in: ['W1'] }],
    }
    const bodies: [string, unknown][] = [
      ['/push/here/cases', { rows: [row], mapping: 'x' }],
      ['/push/here/cases', { rows: [row] }],
      ['/api/ask', asked],
      ['/api/rows', { measure: 'casesReceived', centres: ['here'], period: '2012', offset: 0, limit: 1 }],
    ]
    let sent = 0
    for (const [url, body] of bodies)
      for (const payload of mutations(body))
        await expectNamed(
          await app.inject({
            method: 'POST',
            url,
            headers: {
              'host': '127.0.0.1',
              'content-type': 'application/json',
              'authorization': `Bearer ${token}`,
              'idempotency-key': `k${sent++}`,
            },
            payload,
          }),
          `${url} ${payload}`,
        )
    for (const url of odd.flatMap(part => [`/push/${part}/cases`, `/push/here/${part}`]))
      await expectNamed(
        await app.inject({
          method: 'POST',
          url,
          headers: { 'host': '127.0.0.1', 'authorization': `Bearer ${token}`, 'idempotency-key': url },
          payload: { rows: [row] },
        }),
        url,
      )
  })

  it('in signing in and passwords, neither', async () => {
    const bodies: [string, object][] = [
      ['sign-in/username', { username: 'wang', password: 'x' }],
      ['sign-in/demo', { role: 'clerk' }],
      ['sign-in/social', { provider: 'oidc', callbackURL: '/' }],
      ['change-password', { currentPassword: 'x', newPassword: 'y', revokeOtherSessions: true }],
      ['two-factor/verify-totp', { code: '123456' }],
      ['two-factor/enable', { password: 'x' }],
    ]
    for (const [path, body] of bodies)
      for (const payload of mutations(body))
        await expectNamed(
          await app.inject({
            method: 'POST',
            url: `/auth/${path}`,
            headers: { 'host': '127.0.0.1', 'content-type': 'application/json', 'cookie': cookies[1]! },
            payload,
          }),
          `${path} ${payload}`,
        )
  })
})
