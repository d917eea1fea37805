import type { FastifyInstance } from 'fastify'
import type { AddressInfo } from 'node:net'
import { Buffer } from 'node:buffer'
import { createHmac } from 'node:crypto'
import { connect } from 'node:net'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { invite } from '../../server/access/invitations.ts'
import { forgetFailures } from '../../server/access/lockOut.ts'
import { buildHttp } from '../../server/http.ts'
import { httpAccess } from '../support/access.ts'
import { useDatabase } from '../support/database.ts'
import { intakeParts } from '../support/intakeParts.ts'

const database = useDatabase('empty')
const password = 'Pinghe-Window-1949-Garden'
const wrong = 'Wrong-Password-1'
let app: FastifyInstance
let port = 0

beforeAll(async () => {
  app = await buildHttp({
    database: database(),
    clock: () => new Date(),
    logger: pino({ level: 'silent' }),
    clientFolder: null,
    ...(await httpAccess(database())),
    ...intakeParts(),
    perMinute: { requests: 10_000, signIns: 10_000 },
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  port = (app.server.address() as AddressInfo).port
})
afterAll(async () => app.close())

interface Answered {
  status: number
  cookies: string[]
  body: string
}

/** Sends a request with its address exactly as it is written, which no client library does. */
async function post(target: string, payload: object | string, headers: string[] = []): Promise<Answered> {
  const body = typeof payload === 'string' ? payload : JSON.stringify(payload)
  const head = [
    `POST ${target} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
    ...headers,
  ]
  const said = await new Promise<string>((resolve, reject) => {
    let text = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(`${head.join('\r\n')}\r\n\r\n${body}`))
    socket.on('data', chunk => (text += String(chunk)))
    socket.on('error', reject)
    socket.on('close', () => resolve(text))
  })
  return {
    status: Number(said.split(' ')[1]),
    cookies: Array.from(said.matchAll(/^set-cookie: ([^;\r]+)/gim), ([, pair]) => pair ?? ''),
    body: said.split('\r\n\r\n').slice(1).join('\r\n\r\n'),
  }
}

const attempt = { username: 'somebody', password: wrong }

describe('a way to write the address of signing in', () => {
  it.each(['#', '#x', '?a#b'])('with %s is refused before the password is checked', async end => {
    const statuses: number[] = []
    for (let tries = 0; tries < 7; tries++)
      statuses.push((await post(`/auth/sign-in/username${end}`, attempt)).status)
    expect(statuses).toEqual([400, 400, 400, 400, 400, 400, 400])
  })

  it('in full, as proxies are sent it, is refused for this and any other host', async () => {
    for (const host of [`127.0.0.1:${port}`, 'elsewhere.example'])
      expect((await post(`http://${host}/auth/sign-in/username`, attempt)).status).toBe(400)
  })

  it('with letters as numbers counts like the plain one', async () => {
    const statuses: number[] = []
    for (let tries = 0; tries < 7; tries++)
      statuses.push((await post('/%61uth/sign-in/%75sername', { ...attempt, username: 'spelled' })).status)
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429])
  })

  it('with a second name of the host is refused', async () => {
    expect((await post('/auth/sign-in/username', attempt, ['Host: elsewhere.example'])).status).toBe(400)
  })

  it('does not let a body that is far too deep reach the library', async () => {
    const deep = `{"username":${'['.repeat(200_000)}${']'.repeat(200_000)},"password":"${wrong}"}`
    const { status } = await post('/auth/sign-in/username', deep)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
  })
})

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
/** The code of an authenticator at this moment (RFC 6238). */
function codeOf(uri: string): string {
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  const places = Array.from(secret, letter => alphabet.indexOf(letter))
  const bits = places.map(place => place.toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map(byte => Number.parseInt(byte, 2)))
  const step = Buffer.alloc(8)
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const hash = createHmac('sha1', key).update(step).digest()
  const at = (hash[19] ?? 0) & 15
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

const pending = /^brightwindow\.two_factor=./
async function pendingCookie(): Promise<string> {
  const { cookies } = await post('/auth/sign-in/username', { username: 'chief', password })
  return cookies.find(pair => pending.test(pair)) ?? ''
}

describe('a second cookie of a second factor that is still to come', () => {
  let used = ''

  beforeAll(async () => {
    const token = await invite(database(), { userId: null, createdBy: 'test', now: new Date() })
    await post('/trpc/access.accept', { token, name: 'chief', shownName: '主任', password })
    const { cookies } = await post('/auth/sign-in/username', { username: 'chief', password })
    const headers = [`Cookie: ${cookies[0] ?? ''}`]
    const { body } = await post('/auth/two-factor/enable', { password }, headers)
    used = codeOf((JSON.parse(/\{.*\}/s.exec(body)?.[0] ?? '{}') as { totpURI: string }).totpURI)
    expect((await post('/auth/two-factor/verify-totp', { code: used }, headers)).status).toBe(200)
  })

  const decoys = ['__Secure-brightwindow.two_factor=decoy', 'brightwindow.two_factor =decoy', 'x']
  it.each(decoys)('such as %s opens no way for a code that was used', async decoy => {
    const headers = [`Cookie: ${decoy}; ${await pendingCookie()}`]
    expect((await post('/auth/two-factor/verify-totp', { code: used }, headers)).status).toBe(401)
  })

  it.each(decoys)('such as %s hides no attempt from the count', async decoy => {
    await forgetFailures(database(), 'chief')
    const headers = [`Cookie: ${await pendingCookie()}; ${decoy}`]
    const statuses: number[] = []
    for (const last of [0, 1, 2, 3, 4, 5])
      statuses.push((await post('/auth/two-factor/verify-totp', { code: `00000${last}` }, headers)).status)
    expect(statuses.at(-1)).toBe(429)
  })

  it('is refused, and written down, where no account stands behind it', async () => {
    const headers = ['Cookie: brightwindow.two_factor=decoy']
    const { status, body } = await post('/auth/two-factor/verify-totp', { code: used }, headers)
    expect([status, body.includes('second-factor-refused')]).toEqual([401, true])
    const { rows } = await database().pool.query<{ details: { why?: string } }>(
      `SELECT "details" FROM "AuditEntry" WHERE "action" = 'second-factor' AND "outcome" = 'refused'
        ORDER BY "number" DESC LIMIT 1`,
    )
    expect(rows[0]?.details.why).toBe('second-factor-refused')
  })
})
