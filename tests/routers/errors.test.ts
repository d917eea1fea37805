import type { FastifyInstance } from 'fastify'
import { Writable } from 'node:stream'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addSystem } from '../../server/access/systems.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { buildHttp } from '../../server/http.ts'
import { appRouter } from '../../server/router.ts'
import { connect } from '../../server/storage/database.ts'
import { httpAccess, signInAs } from '../support/access.ts'
import { useDatabase } from '../support/database.ts'
import { intakeParts } from '../support/intakeParts.ts'

const database = useDatabase('launch')
let app: FastifyInstance
let log = ''
let cookie = ''
const logger = pino(
  {},
  new Writable({
    write(chunk, _, done) {
      log += String(chunk)
      done()
    },
  }),
)

beforeAll(async () => {
  app = await buildHttp({
    database: database(),
    clock: () => new Date('2013-06-30T00:00:00Z'),
    logger,
    clientFolder: null,
    ...(await httpAccess(database())),
    ...intakeParts(),
  })
  cookie = await signInAs(app, 'leader')
})
afterAll(async () => app?.close())

const good = { measures: ['casesCompleted'], centres: ['pinghe'], period: '2012' }
interface Shown {
  error: { data: { error: { name: string; zh: string; en: string } } }
}

async function call(procedure: string, input: unknown, headers: Record<string, string> = {}) {
  return app.inject({
    method: 'POST',
    url: `/trpc/${procedure}`,
    headers: { 'host': '127.0.0.1', 'content-type': 'application/json', cookie, ...headers },
    payload: typeof input === 'string' ? input : JSON.stringify(input),
  })
}

/** No trace of the inside: no stack, no SQL, no path. */
function expectClean(body: string): void {
  expect(body).not.toMatch(/SELECT |FROM "|at .*\.ts:\d|node_modules|stack/)
}

describe('bad input gets a named error in both languages', () => {
  it.each([
    ['an unknown measure', 'measures.ask', { ...good, measures: ['nope'] }, 'unknown-measure'],
    [
      'a measure with the name of every object',
      'measures.ask',
      { ...good, measures: ['constructor'] },
      'unknown-measure',
    ],
    ['a reversed period', 'measures.ask', { ...good, period: '2012-12-31..2012-01-01' }, 'reversed-period'],
    ['a period that is none', 'measures.ask', { ...good, period: '2012-13' }, 'bad-question'],
    [
      '10,000 buckets',
      'measures.ask',
      { ...good, period: '1990-01-01..2020-01-01', granularity: 'day' },
      'too-many-buckets',
    ],
    [
      'SQL in a dimension',
      'measures.ask',
      { ...good, groupBy: ['window"; DROP TABLE "Case'] },
      'dimension-not-of-measure',
    ],
    [
      'SQL in a member',
      'measures.ask',
      { ...good, filters: [{ dimension: 'window', in: ['\'; DROP TABLE "Case"; --'] }] },
      'unknown-member',
    ],
    [
      'SQL in a number',
      'measures.ask',
      { ...good, filters: [{ dimension: 'hour', in: ['1); DROP TABLE x'] }] },
      'unknown-member',
    ],
    ['SQL in a centre', 'measures.ask', { ...good, centres: ["pinghe' OR 1=1"] }, 'unknown-centre'],
    [
      'a dimension of another fact',
      'measures.ask',
      { ...good, groupBy: ['buyer'] },
      'dimension-not-of-measure',
    ],
    ['no centre', 'measures.ask', { ...good, centres: [] }, 'bad-question'],
    ['a field that is none', 'measures.ask', { ...good, colour: 'red' }, 'bad-question'],
    ['nothing at all', 'measures.ask', null, 'bad-question'],
    ['a number for a question', 'measures.ask', 46, 'bad-question'],
    [
      'working days before the calendar begins',
      'measures.ask',
      { ...good, period: '2004', comparison: 'sameWorkingDaysLastYear' },
      'calendar-unpublished',
    ],
    [
      'rows of a measure that has none',
      'measures.rows',
      { measure: 'nope', centres: ['pinghe'], period: '2012' },
      'unknown-measure',
    ],
    [
      'more rows than a page may have',
      'measures.rows',
      { measure: 'casesCompleted', centres: ['pinghe'], period: '2012', limit: 100_000 },
      'bad-question',
    ],
    [
      'members of an unknown dimension',
      'centres.members',
      { centres: ['pinghe'], dimension: '__proto__' },
      'unknown-dimension',
    ],
    [
      'claims with a date that is none',
      'centres.claims',
      { centre: 'pinghe', from: 'x', to: 'y' },
      'bad-question',
    ],
    ['a procedure that is none', 'measures.drop', {}, 'not-found'],
    ['JSON that is none', 'measures.ask', '{', 'bad-question'],
  ])('%s', async (_, procedure, input, name) => {
    const reply = await call(procedure, input, { 'x-trpc-method-override': 'query' })
    expect(reply.statusCode).toBeGreaterThanOrEqual(400)
    expect(reply.statusCode).toBeLessThan(500)
    const shown = (JSON.parse(reply.body) as Shown).error.data.error
    expect(shown.name).toBe(name)
    expect(shown.zh).toMatch(/\p{Script=Han}/u)
    expect(shown.en).toMatch(/[a-z]/)
    expectClean(reply.body)
  })

  it('a dimension that is not theirs to see is refused to a system with a token', async () => {
    const token = await addSystem(database(), await centresOf(database()).find('pinghe'), {
      name: 'asker',
      may: ['ask'],
      targets: [],
      days: 1,
      createdBy: 'test',
      now: new Date('2013-06-30T00:00:00Z'),
    })
    const asked = async (groupBy: string[]) =>
      call(
        'measures.ask',
        { ...good, measures: ['tradesConcluded'], groupBy },
        { 'x-trpc-method-override': 'query', 'authorization': `Bearer ${token}` },
      )
    expect((await asked(['category'])).statusCode).toBe(200)
    const refused = await asked(['winner'])
    expect([refused.statusCode, (JSON.parse(refused.body) as Shown).error.data.error.name]).toEqual([
      403,
      'hidden-dimension',
    ])
    expectClean(refused.body)
  })

  it('a body that is too large, or for another host, is turned away', async () => {
    const large = await call('measures.ask', { ...good, period: 'x'.repeat(2_000_000) })
    expect(large.statusCode).toBe(413)
    expectClean(large.body)
    expect((await call('measures.ask', good, { host: 'evil.example' })).statusCode).toBe(421)
  })

  it('none of it reached the log', () => expect(log).toBe(''))
})

describe('what fails inside', () => {
  it('is told as the database being away, without a word of the inside', async () => {
    const gone = connect('postgresql://me:secret@127.0.0.1:1/x')
    const other = await buildHttp({
      database: gone,
      clock: () => new Date(),
      logger,
      clientFolder: null,
      ...(await httpAccess(gone)),
      ...intakeParts(),
    })
    for (const where of [
      `measures.ask?input=${encodeURIComponent(JSON.stringify(good))}`,
      'centres.list',
      'imports.list',
    ]) {
      const reply = await other.inject({
        method: 'GET',
        url: `/trpc/${where}`,
        headers: { host: '127.0.0.1', cookie },
      })
      expect(reply.statusCode, where).toBe(503)
      expect((JSON.parse(reply.body) as Shown).error.data.error.name, where).toBe('database-unreachable')
      expectClean(reply.body)
      expect(reply.body).not.toContain('secret')
    }
    await other.close()
    await gone.close()
  })
})

describe('access', () => {
  it('every procedure declares what it permits, and one that does not is refused', () => {
    const procedures = Object.entries(
      appRouter._def.procedures as unknown as Record<string, { _def: { meta?: { permission?: string } } }>,
    )
    expect(procedures.length).toBeGreaterThan(4)
    for (const [path, procedure] of procedures) expect(procedure._def.meta?.permission, path).toBeTruthy()
  })
})
