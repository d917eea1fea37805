import type { FastifyInstance } from 'fastify'
import type { AddressInfo } from 'node:net'
import { randomUUID } from 'node:crypto'
import { connect as connectTo } from 'node:net'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildHttp } from '../../server/http.ts'
import { httpAccess, signInAs } from '../support/access.ts'
import { useDatabase } from '../support/database.ts'
import { intakeParts } from '../support/intakeParts.ts'

const database = useDatabase('empty')
const perMinute = { requests: 50, signIns: 1000 }
let app: FastifyInstance

async function build(): Promise<FastifyInstance> {
  return buildHttp({
    database: database(),
    clock: () => new Date('2013-06-30T00:00:00Z'),
    logger: pino({ level: 'silent' }),
    clientFolder: null,
    ...(await httpAccess(database())),
    ...intakeParts(),
    perMinute,
  })
}

beforeAll(async () => {
  app = await build()
})
afterAll(async () => app.close())

const multipart = {
  headers: { 'host': '127.0.0.1', 'content-type': 'multipart/form-data; boundary=x' },
  payload:
    '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n' +
    `${'x'.repeat(1000)}\r\n--x--\r\n`,
}

describe('requests that are no calls', () => {
  it.each(['/trpc/measures.ask', '/%74rpc/measures.ask', '/trp%63/measures.ask', '/%74%72%70%63/a.b'])(
    'a form is not read at %s',
    async url => {
      const reply = await app.inject({ method: 'POST', url, ...multipart })
      expect(reply.statusCode).toBe(415)
      expect(reply.json<{ error: { name: string } }>().error.name).toBe('bad-question')
    },
  )

  it.each(['/push/pinghe/cases', '/auth/sign-in/username', '/api/v1/ask'])(
    'a form is refused by its type at %s',
    async url => {
      const reply = await app.inject({ method: 'POST', url, ...multipart })
      expect([404, 415]).toContain(reply.statusCode)
    },
  )
})

describe('the count of requests', () => {
  it('does not start anew for tokens and cookies that identify nobody', async () => {
    const own = await build()
    const statuses: number[] = []
    for (let sent = 0; sent < perMinute.requests + 20; sent++) {
      const headers =
        sent % 2 === 0
          ? { authorization: `Bearer ${randomUUID()}` }
          : { cookie: `brightwindow.session_token=${randomUUID()}` }
      const reply = await own.inject({
        method: 'GET',
        url: '/trpc/centres.list',
        headers: { host: '127.0.0.1', ...headers },
      })
      statuses.push(reply.statusCode)
    }
    expect(statuses.filter(status => status === 429).length).toBe(20)
    await own.close()
  })

  it('is one for each account, whatever others at the same address do', async () => {
    const own = await build()
    const leader = await signInAs(own, 'leader')
    for (let sent = 0; sent < perMinute.requests + 5; sent++)
      await own.inject({ method: 'GET', url: '/trpc/centres.list', headers: { host: '127.0.0.1' } })
    const reply = await own.inject({
      method: 'GET',
      url: '/trpc/centres.list',
      headers: { host: '127.0.0.1', cookie: leader },
    })
    expect(reply.statusCode).not.toBe(429)
    await own.close()
  })
})

describe('closing', () => {
  it('lets a request in flight finish', async () => {
    const own = await build()
    own.get('/slow', async () => {
      await new Promise(resolve => setTimeout(resolve, 400))
      return { done: true }
    })
    await own.listen({ host: '127.0.0.1', port: 0 })
    const { port } = own.server.address() as AddressInfo
    const answer = new Promise<string>((resolve, reject) => {
      const socket = connectTo(port, '127.0.0.1')
      let text = ''
      socket.on('data', chunk => void (text += String(chunk)))
      socket.on('close', () => resolve(text))
      socket.on('error', reject)
      socket.write('GET /slow HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n')
    })
    await new Promise(resolve => setTimeout(resolve, 100))
    await own.close()
    expect(await answer).toContain('"done":true')
  })
})
