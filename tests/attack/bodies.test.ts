import type { FastifyInstance } from 'fastify'
import type { AddressInfo } from 'node:net'
import { Buffer } from 'node:buffer'
import { connect } from 'node:net'
import process from 'node:process'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildHttp } from '../../server/http.ts'
import { defaultLimits } from '../../server/intake/read/limits.ts'
import { httpAccess, signInAs } from '../support/access.ts'
import { useDatabase } from '../support/database.ts'
import { intakeParts } from '../support/intakeParts.ts'

const database = useDatabase('empty')
const megabyte = 1 << 20
const slowestBody = 400
let app: FastifyInstance
let clerk = ''
let port = 0
const parts = intakeParts({ ...defaultLimits, uploadBytes: megabyte })

beforeAll(async () => {
  app = await buildHttp({
    database: database(),
    clock: () => new Date('2013-06-30T00:00:00Z'),
    logger: pino({ level: 'silent' }),
    clientFolder: null,
    ...(await httpAccess(database())),
    ...parts,
    slowestBody,
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  port = (app.server.address() as AddressInfo).port
  clerk = await signInAs(app, 'clerk')
})
afterAll(async () => app.close())

interface Sent {
  /** What the server answered before the connection ended. */
  said: string
  bytes: number
}

/** Sends a head and then pieces of a body, until they end or the server ends the connection. */
async function send(head: string[], pieces: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<Sent> {
  const socket = connect(port, '127.0.0.1')
  let said = ''
  let isOver = false
  const over = new Promise<void>(resolve => {
    socket.on('data', chunk => (said += String(chunk)))
    socket.on('error', () => undefined)
    socket.on('close', () => {
      isOver = true
      resolve()
    })
  })
  socket.write(`${head.join('\r\n')}\r\n\r\n`)
  for await (const piece of pieces) {
    if (isOver) break
    if (!socket.write(piece))
      await Promise.race([over, new Promise<void>(resolve => socket.once('drain', resolve))])
  }
  await over
  return { said, bytes: socket.bytesWritten }
}

async function* dribble(): AsyncGenerator<Buffer> {
  for (let sent = 0; sent < 600; sent++) {
    yield Buffer.from('x')
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}

function* gigabytes(count: number): Generator<Buffer> {
  const piece = Buffer.alloc(megabyte, 'x')
  yield Buffer.from('--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n')
  for (let sent = 0; sent < count * 1024; sent++) yield piece
}

/** Files of uploads that were broken off are removed a moment after their connection has ended. */
async function nothingKept(): Promise<void> {
  for (let tries = 0; tries < 400 && (await parts.uploads.count()) > 0; tries++)
    await new Promise(resolve => setTimeout(resolve, 25))
  expect(await parts.uploads.count()).toBe(0)
}

const post = (route: string, ...more: string[]): string[] => [
  `POST ${route} HTTP/1.1`,
  'Host: 127.0.0.1',
  ...more,
]
const form = 'Content-Type: multipart/form-data; boundary=x'
const upload = (...more: string[]): string[] =>
  post('/files', form, `Cookie: ${clerk}`, 'X-Brightwindow: upload', ...more)

describe('a body that never comes to its end', () => {
  it.each(['/trpc/measures.ask', '/auth/sign-in/username', '/push/hall/cases', '/api/v1/ask', '/mcp'])(
    'ends its request at %s',
    async route => {
      const json = 'Content-Type: application/json'
      const { said } = await send(post(route, json, 'Content-Length: 10000'), dribble())
      expect(said === '' || /^HTTP\/1\.1 408/.test(said), said.slice(0, 200)).toBe(true)
    },
  )

  it('may be slow where it is an upload, but not silent', async () => {
    async function* silent(): AsyncGenerator<Buffer> {
      yield Buffer.from('--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nx')
      await new Promise(resolve => setTimeout(resolve, 10))
    }
    const { bytes } = await send(upload('Content-Length: 100000'), silent())
    expect(bytes).toBeLessThan(1000)
    await nothingKept()
  })
})

describe('an upload of two gigabytes', () => {
  const memory = (): number => process.memoryUsage().rss / megabyte

  it('that says so is refused before it is read', async () => {
    const before = memory()
    const { said, bytes } = await send(upload(`Content-Length: ${2 ** 31}`), gigabytes(2))
    expect(said === '' || said.includes('file-too-large'), said.slice(0, 200)).toBe(true)
    expect(bytes).toBeLessThan(2 ** 30)
    expect(memory() - before).toBeLessThan(300)
    await nothingKept()
  })

  it('that does not say so is broken off at the limit, with nothing kept', async () => {
    async function* chunked(): AsyncGenerator<Buffer> {
      for (const piece of gigabytes(2))
        yield Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n')])
    }
    const before = memory()
    const { bytes } = await send(upload('Transfer-Encoding: chunked'), chunked())
    expect(bytes).toBeLessThan(2 ** 30)
    expect(memory() - before).toBeLessThan(300)
    await nothingKept()
  })

  it('is refused to who has not signed in before it is read', async () => {
    const { said, bytes } = await send(
      post('/files', form, 'X-Brightwindow: upload', `Content-Length: ${2 ** 31}`),
      gigabytes(2),
    )
    expect(said === '' || said.includes('sign-in-needed'), said.slice(0, 200)).toBe(true)
    expect(bytes).toBeLessThan(2 ** 30)
  })
})

describe('a file that is held in memory', () => {
  it.each(['/files/photo/hall', '/files/paper/hall/template', '/files/paper/hall/picture'])(
    'is taken only so often in a minute at %s',
    async url => {
      const statuses: number[] = []
      for (let sent = 0; sent < 70; sent++)
        statuses.push(
          (await app.inject({ method: 'POST', url, headers: { host: '127.0.0.1', cookie: clerk } }))
            .statusCode,
        )
      expect(statuses.at(-1)).toBe(429)
    },
  )
})
