import type { FastifyInstance } from 'fastify'
import { Buffer } from 'node:buffer'
import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addSystem } from '../../server/access/systems.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { listen, loadHalls, person, tokenFor } from '../mcp/hall.ts'
import { signInAs } from '../support/access.ts'
import { useDatabase } from '../support/database.ts'
import { testNow } from '../support/load.ts'

// What programs send to /mcp that are no assistants. tests/mcp tries what an assistant itself may get wrong.

const database = useDatabase('empty')
let app: FastifyInstance
let address = ''
let token = ''
let neighbour = ''
const logged: { level: number; msg?: string; err?: unknown }[] = []

beforeAll(async () => {
  await loadHalls(database())
  const logger = pino(
    { level: 'warn' },
    { write: line => void logged.push(JSON.parse(line) as { level: number }) },
  )
  ;({ app, address } = await listen(database(), { logger }))
  token = await tokenFor(database(), 'assistant')
  neighbour = await addSystem(database(), await centresOf(database()).find('other'), {
    name: 'neighbour',
    may: ['ask'],
    targets: [],
    days: 1,
    createdBy: 'test',
    now: testNow,
  })
})
afterAll(async () => app.close())

const message = (method: string, params: unknown = {}, id: unknown = 1) => ({
  jsonrpc: '2.0',
  id,
  method,
  params,
})
const tool = (name: string, input: unknown) => message('tools/call', { name, arguments: input })
const question = { measures: ['casesReceived'], period: '2012-09' }

interface Sent {
  body?: unknown
  headers?: Record<string, string>
  url?: string
  as?: string
}

async function post({ body = tool('ask', question), headers = {}, url = '/mcp', as = token }: Sent = {}) {
  return app.inject({
    method: 'POST',
    url,
    headers: {
      'host': '127.0.0.1',
      'accept': 'application/json, text/event-stream',
      'content-type': 'application/json',
      ...(as !== '' && { authorization: `Bearer ${as}` }),
      ...headers,
    },
    payload: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
  })
}

interface Told {
  result?: { isError?: boolean; structuredContent?: Record<string, unknown> }
  error?: { name?: string; code?: number }
}
/** The name of the refusal: of the route, or of the tool. */
function nameIn(reply: { json: () => unknown }): string | undefined {
  const { error, result } = reply.json() as Told
  return error?.name ?? (result?.structuredContent?.error as { name: string } | undefined)?.name
}
const refusals = async (actor: string) =>
  database().prisma.auditEntry.findMany({
    where: { outcome: 'refused', actor },
    orderBy: { number: 'asc' },
  })

/** Nothing of the inside is told, nothing failed by surprise, and the next message is answered. */
async function stands(reply: { statusCode: number; body: string }): Promise<void> {
  expect(reply.statusCode).toBeLessThan(500)
  expect(reply.body).not.toMatch(/SELECT|node_modules|\.ts:\d|\bat \w+ \(/)
  expect(reply.body).not.toContain('"internal"')
  expect(logged.filter(({ level }) => level >= 50)).toEqual([])
  expect((await post()).statusCode).toBe(200)
}

describe('a message', () => {
  const deep = (open: string, close: string): string => `${open.repeat(100_000)}1${close.repeat(100_000)}`
  const inside = (input: string): string =>
    `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"ask","arguments":${input}}}`
  it.each<[string, Sent]>([
    ['of nested lists', { body: deep('[', ']') }],
    ['with nested lists as input', { body: inside(deep('[', ']')) }],
    ['with nested objects as input', { body: inside(deep('{"a":', '}')) }],
    ['with nested filters', { body: inside(`{"measures":["casesReceived"],"filters":${deep('[', ']')}}`) }],
    ['with __proto__', { body: inside('{"__proto__":{"isAdmin":true},"measures":["casesReceived"]}') }],
    ['with constructor', { body: inside('{"constructor":{"prototype":{"x":1}},"period":"2012"}') }],
    ['whose own fields are __proto__', { body: `{"__proto__":{"method":"tools/list"},"jsonrpc":"2.0"}` }],
    ['for a tool called __proto__', { body: tool('__proto__', {}) }],
    ['for a tool called constructor', { body: tool('constructor', {}) }],
    ['with NUL in the name of a tool', { body: tool('ask\u0000', question) }],
    ['with NUL in a measure', { body: tool('ask', { ...question, measures: ['\u0000'] }) }],
    ['with NUL in a text', { body: tool('understand', { text: '收件\u0000量' }) }],
    ['with half a character', { body: inside('{"text":"\\ud800"}').replace('"ask"', '"understand"') }],
    ['with a text without end', { body: tool('understand', { text: '收件量'.repeat(100_000) }) }],
    ['with very many measures', { body: inside(`{"measures":[${'"a",'.repeat(50_000)}"a"]}`) }],
    ['for a line far away', { body: tool('ask', { ...question, groupBy: ['unit'], offset: 1e300 }) }],
    ['for a method of objects', { body: message('toString') }],
    ['for a method __proto__', { body: message('__proto__') }],
    ['with a list as its number', { body: message('tools/list', {}, ['x']) }],
    ['with an object as its number', { body: message('tools/list', {}, { toString: 1 }) }],
    ['that is an answer', { body: { jsonrpc: '2.0', id: 1, result: {} } }],
    ['that wants no answer', { body: { jsonrpc: '2.0', method: 'notifications/cancelled' } }],
    ['of another version of JSON-RPC', { body: { ...tool('ask', question), jsonrpc: '1.0' } }],
    ['with params that are a text', { body: message('tools/call', 'x') }],
    ['without a body', { body: '' }],
    ['with a mark of byte order', { body: `\uFEFF${JSON.stringify(tool('ask', question))}` }],
    ['in bytes that are no text', { body: Buffer.from([0xff, 0xfe, 0x7b, 0x00]) }],
    [
      'that says it is packed',
      { body: gzipSync(Buffer.alloc(50_000_000)), headers: { 'content-encoding': 'gzip' } },
    ],
    ['of an unknown revision', { headers: { 'mcp-protocol-version': '9999-99-99' } }],
    ['of a revision without end', { headers: { 'mcp-protocol-version': 'x'.repeat(8000) } }],
    ['that accepts nothing', { headers: { accept: 'image/png' } }],
  ])('%s changes nothing and is answered by name', async (_, sent) => {
    await stands(await post(sent))
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined()
  })

  it.each(['/trpc/measures.ask', '/api/v1/ask', '/push/hall/cases', '/auth/sign-in/username'])(
    'nested without end is no surprise at %s either',
    async url => {
      const headers = { 'idempotency-key': 'deep' }
      for (const body of [deep('[', ']'), deep('{"rows":', '}'), `{"rows":[${deep('[', ']')}]}`]) {
        const reply = await post({ url, body, headers })
        expect(reply.statusCode).toBeGreaterThanOrEqual(400)
        await stands(reply)
      }
    },
  )

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json-rpc',
    'text/json, application/json',
    '',
  ])('as %s is not read', async type => {
    const reply = await post({ headers: { 'content-type': type } })
    expect(reply.statusCode).toBe(415)
  })

  it('that grows without end is broken off at the limit', async () => {
    const { port } = new URL(address)
    const socket = connect(Number(port), '127.0.0.1')
    let said = ''
    const over = new Promise<void>(resolve => {
      socket.on('data', chunk => (said += String(chunk)))
      socket.on('error', () => undefined)
      socket.on('close', () => resolve())
    })
    socket.write(
      `POST /mcp HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${token}\r\n` +
        'Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n',
    )
    const piece = `10000\r\n${'x'.repeat(65_536)}\r\n`
    for (let sent = 0; !socket.closed && sent < 4000; sent++)
      if (!socket.write(piece))
        await Promise.race([over, new Promise<void>(resolve => socket.once('drain', resolve))])
    socket.end()
    await over
    expect(said).toMatch(/^HTTP\/1\.1 413/)
    expect(socket.bytesWritten).toBeLessThan(100 << 20)
  })
})

describe('a token', () => {
  const guessed = ['', 'x', 'bwp_', 'null', 'undefined', `bwp_${'a'.repeat(43)}`, 'bwp_%00', "' OR 1=1 --"]

  it.each([
    ...guessed.map((guess): [string, Sent] => [`guessed as “${guess}”`, { as: guess }]),
    ['in the address', { as: '', url: '/mcp?token=TOKEN&access_token=TOKEN' }],
    ['as a cookie', { as: '', headers: { cookie: 'token=TOKEN; brightwindow.session_token=TOKEN' } }],
    ['of another scheme', { as: '', headers: { authorization: 'Basic TOKEN' } }],
    ['given twice', { as: '', headers: { authorization: 'Bearer wrong, Bearer TOKEN' } }],
    ['without end', { as: 'x'.repeat(7000) }],
  ] as [string, Sent][])('%s is nobody’s', async (_, sent) => {
    const real = (text: string): string => text.replaceAll('TOKEN', token)
    const headers = Object.fromEntries(
      Object.entries(sent.headers ?? {}).map(([name, value]) => [name, real(value)]),
    )
    const reply = await post({ ...sent, headers, url: real(sent.url ?? '/mcp') })
    expect([reply.statusCode, nameIn(reply)]).toEqual([401, 'sign-in-needed'])
    expect(reply.body).not.toContain(person)
  })

  it('is written down where it is nobody’s, and once however often it is tried', async () => {
    const before = (await refusals('-')).length
    for (let tries = 0; tries < 20; tries++) await post({ as: `bwp_try${tries}` })
    expect(before).toBeGreaterThan(0)
    expect((await refusals('-')).length).toBe(before)
  })

  it('that was taken back is nobody’s from then on, whatever session it names', async () => {
    const gone = await tokenFor(database(), 'gone')
    expect((await post({ as: gone })).statusCode).toBe(200)
    const cookie = await signInAs(app, 'administrator')
    const revoked = await app.inject({
      method: 'POST',
      url: '/trpc/systems.revoke',
      headers: { host: '127.0.0.1', cookie },
      payload: { centre: 'hall', name: 'gone' },
    })
    expect(revoked.statusCode).toBe(200)
    for (const headers of [{ 'mcp-session-id': '' }, { 'mcp-session-id': 'gone' }])
      expect((await post({ as: gone, headers })).statusCode).toBe(401)
  })

  it.each<[string, string, unknown]>([
    ['ask', 'measures.ask', { ...question, centre: 'other' }],
    ['rows', 'measures.rows', { measure: 'casesReceived', period: '2012-09', centre: 'other' }],
    ['members', 'centres.members', { dimension: 'unit', centre: 'other' }],
    ['understand', 'questions.understand', { text: '2012年9月收件多少', centre: 'other' }],
  ])('of one centre does not open another by %s, and that is written down', async (name, subject, input) => {
    const before = await refusals('system:assistant')
    const reply = await post({ body: tool(name, input) })
    expect(nameIn(reply)).toBe('out-of-scope')
    const entry = (await refusals('system:assistant')).at(-1)
    expect((await refusals('system:assistant')).length).toBe(before.length + 1)
    expect(entry).toMatchObject({ subject, details: { why: 'out-of-scope' } })
  })
})

describe('there are no sessions', () => {
  it.each(['1', 'system:neighbour', '00000000-0000-0000-0000-000000000000', '../other', 'x'.repeat(4000)])(
    'that could be guessed: %s opens nothing',
    async session => {
      const headers = { 'mcp-session-id': session, 'last-event-id': '1' }
      expect((await post({ as: '', headers })).statusCode).toBe(401)
      const reply = await post({ headers })
      expect(reply.headers['mcp-session-id']).toBeUndefined()
      await stands(reply)
    },
  )

  it('in which two tokens at once could see each other’s centre', async () => {
    const asked = Array.from({ length: 60 }, async (_, index) => {
      const [as, own] = index % 2 === 0 ? [token, 'A1'] : [neighbour, 'B1']
      const reply = await post({ as, body: tool('rows', { measure: 'casesReceived', period: '2012-09' }) })
      const text = reply.body
      return [reply.statusCode, text.includes(own), text.includes(own === 'A1' ? 'B1' : 'A1')]
    })
    for (const outcome of await Promise.all(asked)) expect(outcome).toEqual([200, true, false])
  })
})

describe('the address', () => {
  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', '169.254.169.254', ''])(
    'is not answered for the host “%s”, which a browser may have been led to',
    async host => {
      const { port } = new URL(address)
      const said = await new Promise<string>(resolve => {
        const socket = connect(Number(port), '127.0.0.1')
        let text = ''
        socket.on('data', chunk => (text += String(chunk)))
        socket.on('close', () => resolve(text))
        socket.on('error', () => undefined)
        const body = JSON.stringify(tool('ask', question))
        const head = [
          'POST /mcp HTTP/1.1',
          `Host: ${host}`,
          `Authorization: Bearer ${token}`,
          'Content-Type: application/json',
          `Content-Length: ${body.length}`,
          'Connection: close',
        ]
        socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
      })
      expect(said).toMatch(/^HTTP\/1\.1 4(?:00|21)/)
      expect(said).not.toContain('casesReceived')
    },
  )

  it.each<[string, Record<string, string>]>([
    ['another site', { origin: 'https://evil.example' }],
    ['no site at all', { origin: 'null' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:9' }],
    ['a page that the browser calls foreign', { 'sec-fetch-site': 'cross-site' }],
  ])('is not answered for a page of %s', async (_, headers) => {
    const reply = await post({ headers })
    expect([reply.statusCode, nameIn(reply)]).toEqual([403, 'foreign-origin'])
  })

  it.each(['/%6dcp', '/mc%70', '/mcp?x=1', '//mcp', '/mcp/', '/MCP', '/mcp/../mcp', '/mcp%00', '/mcp;x'])(
    'in the form %s asks for the same token and the same kind of body',
    async url => {
      const form = { 'content-type': 'text/plain' }
      for (const sent of [
        { url, as: '' },
        { url, headers: form },
      ]) {
        const reply = await post(sent)
        expect([400, 401, 404, 405, 415]).toContain(reply.statusCode)
        expect(reply.body).not.toContain('structuredContent')
      }
    },
  )
})
