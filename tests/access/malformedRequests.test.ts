import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { appRouter } from '../../server/router.ts'
import { signInAs } from '../support/access.ts'
import { expectHarmless, harmfulName, useAttackedServer } from '../support/attackedServer.ts'

const { database, app, clerk, log, send } = useAttackedServer()

describe('malformed requests', () => {
  it.each([
    '/files/quarantine/..%2f..%2fetc/passwd.xlsx',
    '/assets/../../package.json',
    '/..%2f..%2fetc%2fpasswd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/files/quarantine/here/1%00.xlsx',
    '/assets/%5c..%5c..%5cpackage.json',
  ])('%s is no way out of the folder of the client', async url => {
    const reply = await send({ method: 'GET', url, headers: { cookie: clerk() } })
    expectHarmless(reply, url)
    expect(reply.body).not.toMatch(/root:|"dependencies"/)
  })

  const junk = fc.oneof(
    fc.constantFrom(
      harmfulName,
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

  it('6,000 at random: none exceeds its permission, fails the server or shows SQL or a stack', async () => {
    let sent = 0
    const cookies = [
      clerk(),
      await signInAs(app(), 'administrator'),
      await signInAs(app(), 'windowChief'),
      '',
    ]
    const request = fc.record({
      path: fc.constantFrom(...paths),
      input: fc.oneof(tree, question),
      cookie: fc.constantFrom(...cookies),
      query: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(request, async ({ path, input, cookie, query }) => {
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
          headers: { 'cookie': clerk(), ...(type && { 'content-type': type }), 'x-brightwindow': 'upload' },
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
    expect(log()).not.toContain('procedure failed')
    expect(log()).not.toContain('request failed')
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
          headers: { 'cookie': clerk(), 'x-trpc-method-override': 'query' },
        }),
        'large',
      )
    const many = await send({
      method: 'GET',
      url: `/trpc/${Array.from({ length: 60 }, () => 'centres.list').join(',')}?batch=1`,
      headers: { cookie: clerk() },
    })
    expectHarmless(many, 'batch')
    expect(many.statusCode).toBeGreaterThanOrEqual(400)
  })
})
