import type { FastifyInstance } from 'fastify'
import type { AddressInfo, Socket } from 'node:net'
import type { IdentityProvider } from '../support/identityProvider.ts'
import { createServer } from 'node:net'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openAccess } from '../../server/access/index.ts'
import { readConfig } from '../../server/config.ts'
import { buildHttp } from '../../server/http.ts'
import { sendMail } from '../../server/operations/mail.ts'
import { httpAccess } from '../support/access.ts'
import { useDatabase } from '../support/database.ts'
import { clientSecret, openProvider } from '../support/identityProvider.ts'
import { intakeParts } from '../support/intakeParts.ts'

const database = useDatabase('empty')
const now = new Date('2013-06-30T00:00:00Z')
const host = 'hall.example'
let provider: IdentityProvider

async function build(proxies: number): Promise<FastifyInstance> {
  const access = await openAccess(database(), {
    host: '127.0.0.1',
    publicUrls: [`http://${host}`],
    demo: false,
    tls: false,
    clock: () => now,
    singleSignOn: { issuer: provider.issuer, clientId: 'brightwindow', clientSecret, name: 'x' },
  })
  return buildHttp({
    database: database(),
    clock: () => now,
    logger: pino({ level: 'silent' }),
    clientFolder: null,
    ...(await httpAccess(database())),
    access,
    ...intakeParts(),
    perMinute: { requests: 1_000_000, signIns: 5 },
    proxies,
  })
}

/** A server that must not be reached, and how often it was. */
async function innerServer(): Promise<{ address: string; reached: () => number; close: () => void }> {
  let reached = 0
  const server = createServer(socket => {
    reached++
    socket.destroy()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}`, reached: () => reached, close: () => void server.close() }
}

beforeAll(async () => {
  provider = await openProvider()
})
afterAll(async () => provider.close())

describe('single sign-on', () => {
  it('calls no address and leads to no address that a visitor names', async () => {
    const app = await build(0)
    const inner = await innerServer()
    const begin = async (payload: object) =>
      app.inject({
        method: 'POST',
        url: '/auth/sign-in/social',
        headers: { host, 'content-type': 'application/json' },
        payload,
      })
    const away = inner.address
    for (const payload of [
      { provider: 'oidc', callbackURL: `${away}/x` },
      { provider: 'oidc', callbackURL: '/', errorCallbackURL: `${away}/x` },
      { provider: 'oidc', callbackURL: '/', newUserCallbackURL: '//evil.example' },
      { provider: away, callbackURL: '/' },
      { provider: 'oidc', callbackURL: '/', idToken: { token: 'made.up.token' } },
    ]) {
      const reply = await begin({ disableRedirect: true, ...payload })
      expect(reply.statusCode, JSON.stringify(payload)).toBeGreaterThanOrEqual(400)
      expect(reply.headers['set-cookie'] ?? '').not.toContain('session_token')
    }
    const issued = await begin({
      provider: 'oidc',
      callbackURL: '/',
      disableRedirect: true,
      issuer: away,
      discoveryUrl: `${away}/.well-known/openid-configuration`,
      authorizationUrl: away,
      additionalData: { redirect_uri: away },
    })
    expect(issued.body).not.toContain(encodeURIComponent(away))
    for (const query of [`iss=${encodeURIComponent(away)}&code=x&state=x`, `error=x&state=${away}`]) {
      const reply = await app.inject({
        method: 'GET',
        url: `/auth/callback/oidc?${query}`,
        headers: { host },
      })
      expect(String(reply.headers.location ?? '')).not.toContain(away)
    }
    expect(inner.reached()).toBe(0)
    inner.close()
    await app.close()
  })
})

describe('mail', () => {
  /** A mail server of a few words, and what it was sent. */
  async function mailServer(): Promise<{ url: string; sent: () => string; close: () => void }> {
    let sent = ''
    const talk = (socket: Socket): void => {
      let inData = false
      socket.write('220 x\r\n')
      socket.on('error', () => undefined)
      socket.on('data', chunk => {
        const said = String(chunk)
        sent += said
        if (inData && said.endsWith('\r\n.\r\n')) inData = false
        else if (inData) return
        else if (/^DATA/m.test(said)) inData = true
        socket.write(inData ? '354 go\r\n' : said.startsWith('EHLO') ? '250 x\r\n' : '250 ok\r\n')
      })
    }
    const server = createServer(talk)
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    return { url: `smtp://127.0.0.1:${port}`, sent: () => sent, close: () => void server.close() }
  }

  it('goes to those alone who were set, whatever stands in a title', async () => {
    const mail = await mailServer()
    await sendMail(
      { url: mail.url, from: 'hall@hall.example', to: ['leader@hall.example'] },
      {
        subject: 'x\r\nBcc: thief@evil.example\r\n\r\nbody',
        text: 'y\r\n.\r\nMAIL FROM:<thief@evil.example>',
      },
    )
    const receivers = Array.from(mail.sent().matchAll(/^RCPT TO:<(.*)>/gm), match => match[1])
    expect(receivers).toEqual(['leader@hall.example'])
    expect(mail.sent()).not.toMatch(/^Bcc:/im)
    expect(mail.sent()).toContain('\r\n..\r\n')
    mail.close()
  })

  it('is sent by the two schemes of mail servers alone, which stand in the environment', () => {
    for (const url of ['http://10.0.0.1/', 'file:///etc/passwd', 'gopher://127.0.0.1:25/x', 'smtp'])
      expect(() =>
        readConfig({ BW_SMTP_URL: url, BW_MAIL_FROM: 'a@b.example', BW_MAIL_TO: 'c@d.example' }),
      ).toThrow('bad-arguments')
  })
})

describe('the address of a visitor', () => {
  const tries = async (app: FastifyInstance, headersOf: (index: number) => Record<string, string>) => {
    const statuses: number[] = []
    for (let index = 0; index < 12; index++)
      statuses.push(
        (
          await app.inject({
            method: 'POST',
            url: '/auth/sign-in/username',
            headers: { host, 'content-type': 'application/json', ...headersOf(index) },
            payload: { username: `nobody-${index}`, password: 'x' },
          })
        ).statusCode,
      )
    return statuses.filter(status => status === 429).length
  }

  it('is that of the connection where no proxy is trusted', async () => {
    const app = await build(0)
    expect(await tries(app, index => ({ 'x-forwarded-for': `10.0.0.${index}` }))).toBe(7)
    await app.close()
  })

  it('is the one that the proxy adds, not those that the visitor wrote before it', async () => {
    const app = await build(1)
    expect(await tries(app, index => ({ 'x-forwarded-for': `127.0.0.${index}, 203.0.113.7` }))).toBe(7)
    const entry = await database().prisma.auditEntry.findFirst({ orderBy: { number: 'desc' } })
    expect(entry?.address).toBe('203.0.113.7')
    // Behind the proxy, each visitor has a count of their own.
    expect(await tries(app, index => ({ 'x-forwarded-for': `203.0.113.${index + 20}` }))).toBe(0)
    await app.close()
  })

  it('is read behind as many proxies as are set, and no other word is understood', () => {
    expect(readConfig({ BW_TRUST_PROXY: 'on' }).proxies).toBe(1)
    expect(readConfig({ BW_TRUST_PROXY: '2' }).proxies).toBe(2)
    expect(readConfig({}).proxies).toBe(0)
    for (const text of ['yes', '-1', '1.5', '10'])
      expect(() => readConfig({ BW_TRUST_PROXY: text })).toThrow('bad-arguments')
  })
})
