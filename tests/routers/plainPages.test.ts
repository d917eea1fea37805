import type { FastifyInstance } from 'fastify'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildHttp } from '../../server/http.ts'
import { httpAccess, viewerIn } from '../support/access.ts'
import { useDatabase } from '../support/database.ts'
import { intakeParts } from '../support/intakeParts.ts'

const database = useDatabase('launch')
let app: FastifyInstance
const host = { host: '127.0.0.1' }

beforeAll(async () => {
  app = await buildHttp({
    database: database(),
    clock: () => new Date('2012-12-31T06:00:00Z'),
    logger: pino({ level: 'silent' }),
    clientFolder: null,
    ...(await httpAccess(database())),
    ...intakeParts(),
  })
})
afterAll(async () => app?.close())

const get = async (url: string, cookie = '') =>
  app.inject({ method: 'GET', url, headers: { ...host, ...(cookie && { cookie }) } })

const send = async (form: Record<string, string>, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: '/plain?lang=en',
    headers: { ...host, 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(form).toString(),
  })

const cookieOf = (answer: { cookies: { name: string; value: string }[] }): string =>
  answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')

describe('the page for browsers without scripts', () => {
  it('asks a stranger to sign in, in both languages, without any script or figure', async () => {
    for (const [url, word] of [
      ['/plain', '登录'],
      ['/plain?lang=en', 'Sign in'],
    ] as const) {
      const answer = await get(url)
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
      expect(answer.body).toContain(`<h1>${word}</h1>`)
      expect(answer.body).not.toMatch(/<script|<td>| style=/)
    }
  })

  it('signs a role of the demonstration in and shows the headline figures with their changes', async () => {
    const signedIn = await send({ role: 'leader' })
    expect([signedIn.statusCode, signedIn.headers.location]).toEqual([303, '/plain?lang=en'])
    const { body, statusCode } = await get('/plain', cookieOf(signedIn))
    expect(statusCode).toBe(200)
    const received = await database().prisma.case.count({
      where: { receivedDay: { gte: new Date('2012-01-01'), lte: new Date('2012-12-31') } },
    })
    expect(body).toContain(`<td>${received}件</td>`)
    for (const caption of ['办件', '公共资源交易', '群众评价', '事项与队伍'])
      expect(body).toMatch(
        new RegExp(`href="#part-\\d">${caption}</a>[\\s\\S]+<caption>${caption}</caption>`),
      )
    expect(body).not.toMatch(/NaN|undefined|<td><\/td><td><\/td>/)
  })

  it('says that a password was wrong, and writes it down as the route for scripts does', async () => {
    const before = await database().prisma.auditEntry.count({
      where: { action: 'sign-in', outcome: 'refused' },
    })
    const refused = await send({ username: 'nobody', password: 'wrong password' })
    expect([refused.statusCode, refused.headers.location]).toEqual([303, '/plain?lang=en&failed=password'])
    expect(refused.cookies).toEqual([])
    expect((await get('/plain?failed=password')).body).toContain('登录未成功')
    const after = await database().prisma.auditEntry.count({
      where: { action: 'sign-in', outcome: 'refused' },
    })
    expect(after).toBe(before + 1)
  })

  it('lets no page of another site sign anybody in', async () => {
    const foreign = await send({ role: 'leader' }, { origin: 'https://evil.example' })
    expect(foreign.statusCode).toBe(403)
  })

  it('says to an administrator that the figures are not theirs', async () => {
    expect(viewerIn('administrator').may).not.toContain('figures.read')
    const { body, statusCode } = await get('/plain', cookieOf(await send({ role: 'administrator' })))
    expect(statusCode).toBe(422)
    expect(body).not.toContain('<td>')
  })

  it('says of another centre that it is not the viewer’s, or not there', async () => {
    const cookie = cookieOf(await send({ role: 'leader' }))
    const { body } = await get('/plain?centre=<b>nowhere', cookie)
    expect(body).not.toContain('<b>nowhere')
    expect(body).toContain('&lt;b&gt;nowhere')
  })
})
