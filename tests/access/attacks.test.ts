import type { FastifyInstance } from 'fastify'
import { Buffer } from 'node:buffer'
import { Writable } from 'node:stream'
import fc from 'fast-check'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addSystem } from '../../server/access/systems.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { buildHttp } from '../../server/http.ts'
import { appRouter } from '../../server/router.ts'
import { httpAccess, signInAs } from '../support/access.ts'
import { useDatabase } from '../support/database.ts'
import { intakeParts } from '../support/intakeParts.ts'
import { addCentre, load, loadSmallHall } from '../support/load.ts'

const database = useDatabase('empty')
const now = new Date('2013-06-30T00:00:00Z')
const evil = '<img src=x onerror=alert(1)>\'; DROP TABLE "Case"; --'
let app: FastifyInstance
let log = ''
let clerk = ''
let asker = ''
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
  await addCentre(database(), 'here')
  await addCentre(database(), 'there')
  await loadSmallHall(database(), 'here')
  await load(
    database(),
    { centre: 'here', target: 'items' },
    'item,name,unit,window,type,instantCapable,validFrom\nEVIL,' +
      `"${evil.replaceAll('"', '""')}",U1,W1,instant,0,2012-01-01\n`,
  )
  await load(
    database(),
    { centre: 'here', target: 'cases' },
    'caseNumber,item,window,receivedAt\nA,NOW,W1,2012-09-03 08:00\nB,EVIL,W1,2012-09-03 08:00\n',
  )
  app = await buildHttp({
    database: database(),
    clock: () => now,
    logger,
    clientFolder: null,
    ...(await httpAccess(database())),
    ...intakeParts(),
  })
  clerk = await signInAs(app, 'clerk')
  asker = await addSystem(database(), await centresOf(database()).find('there'), {
    name: 'elsewhere',
    may: ['ask'],
    targets: [],
    days: 1,
    createdBy: 'test',
    now,
  })
})
afterAll(async () => app.close())

interface Request {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH' | 'OPTIONS'
  url: string
  headers?: Record<string, string>
  payload?: string | Buffer
}
const send = async ({ method = 'POST', url, headers = {}, payload }: Request) =>
  app.inject({
    method,
    url,
    headers: {
      host: '127.0.0.1',
      ...(payload !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(payload !== undefined && { payload }),
  })
const inside = /SELECT |INSERT INTO|FROM "|at .{1,80}\.[tm]?js:\d|node_modules|PrismaClient|\bstack\b/

/** Nothing succeeded that should not, nothing broke, and nothing of the inside shows. */
function expectHarmless(reply: { statusCode: number; body: string }, what: string): void {
  expect(reply.statusCode, `${what}: ${reply.body.slice(0, 300)}`).toBeLessThan(500)
  expect(reply.body, what).not.toMatch(inside)
}

describe('coming in without right', () => {
  const ask = {
    url: '/trpc/measures.ask',
    payload: JSON.stringify({ measures: ['casesReceived'], centres: ['here'], period: '2012' }),
  }
  const asQuery = { 'x-trpc-method-override': 'query' }

  it('a forged, cut, swapped or expired cookie is nobody’s', async () => {
    const [pair = ''] = clerk.split('; ')
    const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]
    const [token = '', signature = ''] = decodeURIComponent(value).split('.')
    const otherSignature = `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`
    const forged = [
      `${name}=x`,
      `${name}=`,
      `${name}=${token}`,
      `${name}=${encodeURIComponent(`${token}.${otherSignature}`)}`,
      `${name}=${encodeURIComponent(`${token.slice(1)}x.${signature}`)}`,
      `${name}=${encodeURIComponent(`' OR 1=1 --.${signature}`)}`,
      `${name}=%00%ff`,
      `${name}=${'x'.repeat(5000)}`,
    ]
    for (const cookie of forged)
      expect((await send({ ...ask, headers: { ...asQuery, cookie } })).statusCode, cookie.slice(0, 80)).toBe(
        401,
      )
    expect((await send({ ...ask, headers: { ...asQuery, cookie: clerk } })).statusCode).toBe(200)
    const other = await signInAs(app, 'leader')
    await database().prisma.session.updateMany({
      where: { userId: 'demo-leader' },
      data: { expiresAt: new Date(0) },
    })
    expect((await send({ ...ask, headers: { ...asQuery, cookie: other } })).statusCode).toBe(401)
  })

  it('a token of another centre sees nothing of this one (IDOR)', async () => {
    const headers = { ...asQuery, authorization: `Bearer ${asker}` }
    for (const [url, input] of [
      ['/trpc/measures.ask', JSON.parse(ask.payload) as object],
      ['/trpc/measures.rows', { measure: 'casesReceived', centres: ['here'], period: '2012' }],
      ['/trpc/measures.ask', { measures: ['casesReceived'], centres: ['there', 'here'], period: '2012' }],
      ['/trpc/centres.members', { centres: ['here'], dimension: 'item' }],
      ['/trpc/centres.claims', { centre: 'here', from: '2012-01-01', to: '2012-12-31' }],
    ] as const) {
      const reply = await send({ url, headers, payload: JSON.stringify(input) })
      expect([reply.statusCode, reply.body.includes('out-of-scope')], url).toEqual([403, true])
    }
    for (const authorization of ['Bearer bwp_wrong', 'Bearer ', 'Basic x', asker])
      expect((await send({ ...ask, headers: { ...asQuery, authorization } })).statusCode).toBe(401)
  })

  it('the demo is closed to whoever comes through a proxy', async () => {
    for (const name of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'])
      expect(
        (
          await send({
            url: '/auth/sign-in/demo',
            payload: '{"role":"leader"}',
            headers: { [name]: '10.0.0.9' },
          })
        ).statusCode,
        name,
      ).toBe(403)
  })

  it('nobody can be written down under another name', async () => {
    await send({
      url: '/auth/change-password',
      payload: JSON.stringify({
        username: 'director',
        role: 'leader',
        currentPassword: 'x',
        newPassword: 'Pinghe-Window-2013',
      }),
      headers: { cookie: clerk },
    })
    const last = await database().prisma.auditEntry.findFirst({
      where: { action: 'password-changed' },
      orderBy: { number: 'desc' },
    })
    expect([last?.actor, last?.outcome]).toEqual(['demo-clerk', 'refused'])
  })

  it('no file, no metric and no account route is open', async () => {
    for (const [method, url] of [
      ['POST', '/files'],
      ['GET', '/files/quarantine/here/1.xlsx'],
      ['GET', '/metrics'],
    ] as const)
      expect((await send({ method, url })).statusCode, url).toBe(401)
    expect((await send({ method: 'GET', url: '/metrics', headers: { cookie: clerk } })).statusCode).toBe(403)
    for (const url of [
      '/auth/sign-up/email',
      '/auth/update-user',
      '/auth/delete-user',
      '/auth/list-sessions',
      '/auth/get-session',
      '/auth/reset-password',
      '/auth/request-password-reset',
      '/auth/is-username-available',
      '/auth/token',
      '/auth/ok',
      '/auth/error',
      '/auth/../auth/sign-up/email',
      '/auth//sign-up/email',
      '/auth/sign-in/email',
    ])
      expect(
        (
          await send({
            url,
            payload: JSON.stringify({
              email: 'a@b.c',
              password: 'Pinghe-Window-2013',
              name: 'x',
              username: 'x',
            }),
          })
        ).statusCode,
        url,
      ).toBe(404)
    expect(await database().prisma.user.count({ where: { demo: false } })).toBe(0)
  })
})

describe('through somebody else’s browser', () => {
  it('a change that comes from another site is refused before it is read', async () => {
    const payload = JSON.stringify({ centre: 'here', batch: 1 })
    const foreign: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'http://127.0.0.1.evil.example' },
      { origin: 'http://127.0.0.1:9999' },
    ]
    for (const headers of foreign) {
      for (const url of ['/trpc/imports.undo', '/auth/sign-out', '/auth/sign-in/demo', '/files'])
        expect(
          (await send({ url, payload, headers: { cookie: clerk, ...headers } })).statusCode,
          `${url} ${JSON.stringify(headers)}`,
        ).toBe(403)
    }
    expect(await database().prisma.importBatch.count({ where: { undoneAt: { not: null } } })).toBe(0)
  })

  it('a form cannot call a procedure, and a link cannot change anything', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
      expect(
        (
          await send({
            url: '/trpc/imports.undo',
            payload: '{"centre":"here","batch":1}',
            headers: { 'cookie': clerk, 'content-type': type },
          })
        ).statusCode,
        type,
      ).toBeGreaterThanOrEqual(400)
    const link = await send({
      method: 'GET',
      url: `/trpc/imports.undo?input=${encodeURIComponent('{"centre":"here","batch":1}')}`,
      headers: { cookie: clerk },
    })
    expect(link.statusCode).toBe(405)
    expect(await database().prisma.importBatch.count({ where: { undoneAt: { not: null } } })).toBe(0)
  })

  it('cookies are HttpOnly and SameSite; pages run only their own scripts, in no frame', async () => {
    const reply = await send({ url: '/auth/sign-in/demo', payload: '{"role":"leader"}' })
    const cookie = String(reply.headers['set-cookie'])
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Lax/)
    const policy = String(reply.headers['content-security-policy'])
    expect(policy).toMatch(/script-src 'self'(?:;|$)/)
    expect(policy).not.toMatch(/https:|\*|unsafe/)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("object-src 'none'")
    expect(reply.headers['x-content-type-options']).toBe('nosniff')
    expect(reply.headers['cache-control']).toBe('no-store')
    const names = await send({
      url: '/trpc/centres.members',
      payload: '{"centres":["here"],"dimension":"item"}',
      headers: { 'cookie': clerk, 'x-trpc-method-override': 'query' },
    })
    // What a hall calls its items is data: it travels as JSON and as nothing else.
    expect(names.body).toContain('onerror=alert(1)')
    expect(names.headers['content-type']).toContain('application/json')
  })
})

describe('through what is asked', () => {
  it.each([
    '/files/quarantine/..%2f..%2fetc/passwd.xlsx',
    '/assets/../../package.json',
    '/..%2f..%2fetc%2fpasswd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/files/quarantine/here/1%00.xlsx',
    '/assets/%5c..%5c..%5cpackage.json',
  ])('%s leads nowhere', async url => {
    const reply = await send({ method: 'GET', url, headers: { cookie: clerk } })
    expectHarmless(reply, url)
    expect(reply.body).not.toMatch(/root:|"dependencies"/)
  })

  const junk = fc.oneof(
    fc.constantFrom(
      evil,
      '\'; TRUNCATE "Case"; --',
      '../../etc/passwd',
      '\0',
      '{{7*7}}',
      '__proto__',
      'constructor',
      '" OR ""="',
      '%00',
      '\uD800',
      '-1',
      '1e999',
      '𠮷'.repeat(40),
    ),
    fc.string({ maxLength: 60 }),
    fc.integer(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.constant([]),
    fc.constant({}),
  )
  const tree = fc.letrec(tie => ({
    node: fc.oneof(
      { depthSize: 'small' },
      junk,
      fc.array(tie('node'), { maxLength: 4 }),
      fc.dictionary(
        fc.oneof(
          fc.constantFrom(
            'measures',
            'centres',
            'centre',
            'period',
            'filters',
            'dimension',
            'in',
            'groupBy',
            'batch',
            'id',
            'rows',
            'roles',
            'name',
            'token',
            'upload',
            'mapping',
          ),
          fc.string({ maxLength: 10 }),
        ),
        tie('node'),
        { maxKeys: 6 },
      ),
    ),
  })).node
  const question = fc.record(
    {
      measures: fc.array(fc.oneof(fc.constantFrom('casesReceived', 'onTimeRate', 'savingsRate'), junk), {
        maxLength: 3,
      }),
      centres: fc.array(fc.oneof(fc.constantFrom('here', 'there'), junk), { maxLength: 3 }),
      period: fc.oneof(fc.constantFrom('2012', 'thisYear', '2012-09-01..2012-09-30'), junk),
      groupBy: fc.array(fc.oneof(fc.constantFrom('window', 'item', 'winner'), junk), { maxLength: 3 }),
      filters: fc.array(
        fc.record({
          dimension: fc.oneof(fc.constantFrom('window', 'hour', 'category'), junk),
          in: fc.array(junk, { maxLength: 3 }),
        }),
        { maxLength: 3 },
      ),
      granularity: fc.oneof(fc.constantFrom('day', 'month'), junk),
      comparison: junk,
    },
    { requiredKeys: [] },
  )
  const paths = Object.keys(appRouter._def.procedures as unknown as Record<string, unknown>).filter(
    path => !['access.signOutEverywhere', 'operations.backUp', 'intake.watch'].includes(path),
  )

  it('6,000 malformed requests: none exceeds its right, none breaks, none shows the inside', async () => {
    let sent = 0
    const cookies = [clerk, await signInAs(app, 'administrator'), await signInAs(app, 'windowChief'), '']
    const one = fc.record({
      path: fc.constantFrom(...paths),
      input: fc.oneof(tree, question),
      cookie: fc.constantFrom(...cookies),
      query: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(one, async ({ path, input, cookie, query }) => {
        const reply = await send({
          url: `/trpc/${path}`,
          payload: JSON.stringify(input ?? null),
          headers: { cookie, ...(query && { 'x-trpc-method-override': 'query' }) },
        })
        sent++
        expectHarmless(reply, `${path} ${JSON.stringify(input)}`)
      }),
      { numRuns: 4500 },
    )
    const bytes = fc.record({
      url: fc.oneof(
        fc.constantFrom(
          '/trpc/measures.ask',
          '/api/rows',
          '/trpc/measures.ask,centres.list?batch=1',
          '/files',
          '/push/here/cases',
          '/auth/sign-in/username',
          '/auth/change-password',
          '/auth/two-factor/verify-totp',
          '/auth/sign-in/social',
          '/auth/sign-in/demo',
          '/api/ask',
          '/trpc/',
        ),
        fc.webPath().map(web => `/${web}`),
      ),
      body: fc.uint8Array({ maxLength: 300 }),
      type: fc.constantFrom(
        'application/json',
        'text/plain',
        'multipart/form-data; boundary=x',
        'application/xml',
        '',
      ),
      method: fc.constantFrom(
        'GET' as const,
        'POST' as const,
        'PUT' as const,
        'DELETE' as const,
        'PATCH' as const,
        'OPTIONS' as const,
      ),
      json: fc.boolean(),
      value: tree,
    })
    await fc.assert(
      fc.asyncProperty(bytes, async ({ url, body, type, method, json, value }) => {
        const payload =
          method === 'GET' ? undefined : json ? JSON.stringify(value ?? null) : Buffer.from(body)
        const reply = await send({
          method,
          url,
          headers: { 'cookie': clerk, ...(type && { 'content-type': type }), 'x-brightwindow': 'upload' },
          ...(payload !== undefined && { payload }),
        })
        sent++
        expectHarmless(reply, `${method} ${url}`)
      }),
      { numRuns: 1500 },
    )
    expect(sent).toBeGreaterThanOrEqual(6000)
    const { pool } = database()
    expect((await pool.query<{ count: string }>('SELECT count(*) FROM "Case"')).rows[0]?.count).toBe('2')
    expect(await database().prisma.user.count({ where: { demo: false } })).toBe(0)
    expect(log).not.toContain('procedure failed')
    expect(log).not.toContain('request failed')
  }, 300_000)

  it('bodies that are too large, too deep or never end are refused', async () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000)
    for (const payload of [
      JSON.stringify({ x: 'y'.repeat(2_000_000) }),
      deep,
      `{"measures":[${'"a",'.repeat(100_000)}"a"]}`,
    ])
      expectHarmless(
        await send({
          url: '/trpc/measures.ask',
          payload,
          headers: { 'cookie': clerk, 'x-trpc-method-override': 'query' },
        }),
        'large',
      )
    const many = await send({
      method: 'GET',
      url: `/trpc/${Array.from({ length: 60 }, () => 'centres.list').join(',')}?batch=1`,
      headers: { cookie: clerk },
    })
    expectHarmless(many, 'batch')
    expect(many.statusCode).toBeGreaterThanOrEqual(400)
  })
})
