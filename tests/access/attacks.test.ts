import { beforeAll, describe, expect, it } from 'vitest'
import { addSystem } from '../../server/access/systems.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { signInAs } from '../support/access.ts'
import { attackTime, useAttackedServer } from '../support/attackedServer.ts'

const { database, app, clerk, send } = useAttackedServer()
let asker = ''

beforeAll(async () => {
  asker = await addSystem(database(), await centresOf(database()).find('there'), {
    name: 'elsewhere',
    may: ['ask'],
    targets: [],
    days: 1,
    createdBy: 'test',
    now: attackTime,
  })
})

describe('coming in without right', () => {
  const ask = {
    url: '/trpc/measures.ask',
    payload: JSON.stringify({ measures: ['casesReceived'], centres: ['here'], period: '2012' }),
  }
  const asQuery = { 'x-trpc-method-override': 'query' }

  it('a forged, cut, swapped or expired cookie is nobody’s', async () => {
    const [pair = ''] = clerk().split('; ')
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
    expect((await send({ ...ask, headers: { ...asQuery, cookie: clerk() } })).statusCode).toBe(200)
    const other = await signInAs(app(), 'leader')
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
      headers: { cookie: clerk() },
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
    expect((await send({ method: 'GET', url: '/metrics', headers: { cookie: clerk() } })).statusCode).toBe(
      403,
    )
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
          (await send({ url, payload, headers: { cookie: clerk(), ...headers } })).statusCode,
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
            headers: { 'cookie': clerk(), 'content-type': type },
          })
        ).statusCode,
        type,
      ).toBeGreaterThanOrEqual(400)
    const link = await send({
      method: 'GET',
      url: `/trpc/imports.undo?input=${encodeURIComponent('{"centre":"here","batch":1}')}`,
      headers: { cookie: clerk() },
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
      headers: { 'cookie': clerk(), 'x-trpc-method-override': 'query' },
    })
    // What a hall calls its items is data: it travels as JSON and as nothing else.
    expect(names.body).toContain('onerror=alert(1)')
    expect(names.headers['content-type']).toContain('application/json')
  })
})
