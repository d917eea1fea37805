import type { FastifyInstance } from 'fastify'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signInAs } from '../support/access.ts'
import { useDatabase } from '../support/database.ts'
import { assistant, call, listen, loadHalls, tokenFor } from './hall.ts'

const database = useDatabase('empty')
let app: FastifyInstance
let address = ''
let token = ''

const message = (method: string, params: object = {}) => ({ jsonrpc: '2.0', id: 1, method, params })
const askMessage = message('tools/call', {
  name: 'ask',
  arguments: { measures: ['casesReceived'], period: '2012-09' },
})

interface Sent {
  headers?: Record<string, string>
  body?: unknown
  to?: FastifyInstance
  method?: 'GET' | 'POST' | 'DELETE'
}

/** A message as any program may send it. */
async function post({ headers = {}, body = askMessage, to = app, method = 'POST' }: Sent) {
  return to.inject({
    method,
    url: '/mcp',
    headers: {
      'host': '127.0.0.1',
      'accept': 'application/json, text/event-stream',
      'content-type': 'application/json',
      ...headers,
    },
    ...(method === 'POST' && { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
}
const bearer = (one: string): Record<string, string> => ({ authorization: `Bearer ${one}` })
const nameIn = (reply: { json: () => unknown }): string =>
  (reply.json() as { error: { name: string } }).error.name

async function audit(action: string) {
  return database().prisma.auditEntry.findMany({ where: { action }, orderBy: { number: 'asc' } })
}

beforeAll(async () => {
  await loadHalls(database())
  ;({ app, address } = await listen(database()))
  token = await tokenFor(database(), 'assistant')
})
afterAll(async () => app.close())

describe('a token', () => {
  it.each([
    ['that pushes alone', { may: ['push'] as const }],
    ['that reads metrics alone', { may: ['metrics'] as const }],
  ])('%s is refused and written down', async (words, { may }) => {
    const name = `no-${words.split(' ')[1]}`
    const weak = await tokenFor(database(), name, { may: [...may] })
    const reply = await post({ headers: bearer(weak) })
    expect([reply.statusCode, nameIn(reply)]).toEqual([403, 'not-permitted'])
    expect(await audit('refused')).toContainEqual(
      expect.objectContaining({ actor: `system:${name}`, subject: 'mcp', outcome: 'refused' }),
    )
    await expect(assistant(address, weak)).rejects.toThrow()
  })

  it('that is unknown, or has expired, is nobody', async () => {
    const old = await tokenFor(database(), 'old', { now: new Date('2013-06-01T00:00:00Z') })
    for (const one of ['bwp_wrong', old]) {
      const reply = await post({ headers: bearer(one) })
      expect([reply.statusCode, nameIn(reply)]).toEqual([401, 'sign-in-needed'])
      expect(reply.headers['www-authenticate']).toBe('Bearer')
    }
    expect(await audit('refused')).toContainEqual(expect.objectContaining({ actor: '-', subject: 'mcp' }))
    await expect(assistant(address, old)).rejects.toThrow()
  })

  it('is needed: a signed-in browser has no right here', async () => {
    const cookie = await signInAs(app, 'administrator')
    const reply = await post({ headers: { cookie } })
    expect([reply.statusCode, nameIn(reply)]).toEqual([401, 'sign-in-needed'])
  })

  it('sees its own centre alone, and no person; what it tried is written down', async () => {
    const client = await assistant(address, token)
    const tries: [string, Record<string, unknown>, string][] = [
      ['ask', { measures: ['casesReceived'], period: '2012', centre: 'other' }, 'out-of-scope'],
      ['rows', { measure: 'casesReceived', period: '2012', centre: 'other' }, 'out-of-scope'],
      ['members', { dimension: 'window', centre: 'other' }, 'out-of-scope'],
      ['measures', { centre: 'other' }, 'out-of-scope'],
      ['understand', { text: '上个月收件多少', centre: 'other' }, 'out-of-scope'],
      ['ask', { measures: ['tradesConcluded'], period: '2012', groupBy: ['winner'] }, 'hidden-dimension'],
    ]
    for (const [tool, input, name] of tries) {
      const { isError, found } = await call(client, tool, input)
      expect([tool, isError, (found.error as { name: string }).name]).toEqual([tool, true, name])
    }
    const refused = (await audit('refused')).filter(({ actor }) => actor === 'system:assistant')
    expect(refused.map(({ subject }) => subject)).toEqual(
      expect.arrayContaining(['measures.ask', 'measures.rows', 'centres.members', 'questions.understand']),
    )
    await client.close()
  })

  it('leaves in the log what it was told', async () => {
    const client = await assistant(address, token)
    await call(client, 'ask', { measures: ['casesReceived'], period: '2012-09', groupBy: ['unit'] })
    await call(client, 'rows', { measure: 'casesReceived', period: '2012-09' })
    const told = (await audit('assistant-asked')).filter(({ actor }) => actor === 'system:assistant')
    expect(told.slice(-2)).toEqual([
      expect.objectContaining({
        subject: 'ask',
        centre: 'hall',
        details: { understood: '2012年9月，各单位，收件量' },
      }),
      expect.objectContaining({ subject: 'rows', centre: 'hall' }),
    ])
    await client.close()
  })
})

describe('a request', () => {
  it.each<[string, Sent, number, string]>([
    ['of another kind', { headers: { 'content-type': 'text/plain' } }, 415, 'bad-question'],
    ['that only looks', { method: 'GET' }, 405, 'bad-question'],
    ['that deletes', { method: 'DELETE' }, 405, 'bad-question'],
    ['that is no JSON', { body: '{' }, 400, 'bad-question'],
    ['with several messages', { body: [askMessage, askMessage] }, 400, 'bad-question'],
    ['with a number', { body: '7' }, 400, 'bad-question'],
    ['that is too large', { body: { ...askMessage, x: 'x'.repeat(2_000_000) } }, 413, 'body-too-large'],
    ['for another host', { headers: { host: 'evil.example' } }, 421, 'host-not-allowed'],
    ['from another site', { headers: { origin: 'http://evil.example' } }, 403, 'foreign-origin'],
  ])('%s is refused by name', async (_words, sent, status, name) => {
    const reply = await post({ ...sent, headers: { ...bearer(token), ...sent.headers } })
    expect([reply.statusCode, nameIn(reply)]).toEqual([status, name])
  })

  it('beyond the limit of a minute is refused, for the token alone', async () => {
    const perMinute = { requests: 20, signIns: 20 }
    const own = await listen(database(), { perMinute })
    const other = await tokenFor(database(), 'second')
    const statuses: number[] = []
    for (let sent = 0; sent < perMinute.requests + 3; sent++)
      statuses.push((await post({ to: own.app, headers: bearer(token) })).statusCode)
    expect(statuses.slice(-4)).toEqual([200, 429, 429, 429])
    expect((await post({ to: own.app, headers: bearer(other) })).statusCode).toBe(200)
    await own.app.close()
  })

  it('for a stream of changes is refused: none can keep a connection open', async () => {
    const version = '2026-07-28'
    const reply = await post({
      headers: { ...bearer(token), 'mcp-protocol-version': version, 'mcp-method': 'subscriptions/listen' },
      body: message('subscriptions/listen', {
        notifications: { toolsListChanged: true },
        _meta: {
          'io.modelcontextprotocol/protocolVersion': version,
          'io.modelcontextprotocol/clientInfo': { name: 'x', version: '1' },
          'io.modelcontextprotocol/clientCapabilities': {},
        },
      }),
    })
    expect(reply.json()).toMatchObject({ error: { code: expect.any(Number) as number } })
  })
})

/** Names of input that tools take, and others. */
const words = [
  'measures',
  'measure',
  'period',
  'groupBy',
  'filters',
  'centre',
  'text',
  'top',
  'offset',
  'language',
  '__proto__',
  'x',
]
const wrongInput = fc.dictionary(
  fc.constantFrom(...words),
  fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom(
      'casesReceived',
      '2012-09',
      '\u0000',
      '\'; DROP TABLE "Case"; --',
      '９９９',
      'ytd:2012-02-30',
    ),
  ),
)

describe('a bad input', () => {
  it('gets a named error with its field, and never a stack or SQL', async () => {
    const client = await assistant(address, token)
    const named = async (tool: string, input: Record<string, unknown>) => {
      const { isError, found } = await call(client, tool, input)
      expect(isError, JSON.stringify(input)).toBe(true)
      return found.error as { name: string; details: Record<string, unknown>; says: string }
    }
    expect(await named('ask', {})).toMatchObject({ name: 'bad-question', details: { field: 'measures' } })
    expect(await named('ask', { measures: ['casesReceived'], period: '2012-13' })).toMatchObject({
      name: 'bad-question',
      details: { field: 'period' },
    })
    expect(await named('ask', { measures: ['nothing'], period: '2012' })).toMatchObject({
      name: 'unknown-measure',
      todo: expect.stringContaining('measures') as string,
    })
    const filters = [{ dimension: 'window', in: ['W9'] }]
    expect(await named('ask', { measures: ['casesReceived'], period: '2012', filters })).toMatchObject({
      name: 'unknown-member',
    })
    expect(await named('members', { dimension: 'nothing' })).toMatchObject({ name: 'unknown-dimension' })
    expect(await named('definition', { measure: 'nothing' })).toMatchObject({ name: 'unknown-measure' })
    expect(await named('drop', {})).toMatchObject({ name: 'not-found' })
    await client.close()
  })

  it('of any form is refused by name, or answered', { timeout: 240_000 }, async () => {
    const client = await assistant(address, token)
    const tools = ['understand', 'measures', 'definition', 'members', 'ask', 'rows']
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...tools), wrongInput, async (tool, input) => {
        const reply = await post({
          headers: bearer(token),
          body: message('tools/call', { name: tool, arguments: input }),
        })
        expect([200, 400]).toContain(reply.statusCode)
        expect(reply.body).not.toMatch(/SELECT|at \w+ \(|node_modules|\.ts:\d/)
        const { result } = reply.json<{
          result?: { isError?: boolean; structuredContent: { error?: { name: string } } }
        }>()
        if (result?.isError) {
          expect(result.structuredContent.error?.name).toMatch(/^[a-z-]+$/)
          expect(result.structuredContent.error?.name).not.toBe('internal')
        }
      }),
      { numRuns: 300 },
    )
    await client.close()
  })
})
