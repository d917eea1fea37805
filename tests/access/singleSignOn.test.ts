import type { FastifyInstance } from 'fastify'
import type { IdentityProvider } from '../support/identityProvider.ts'
import pino from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openAccess } from '../../server/access/index.ts'
import { buildHttp } from '../../server/http.ts'
import { httpAccess } from '../support/access.ts'
import { useDatabase } from '../support/database.ts'
import { clientSecret, openProvider } from '../support/identityProvider.ts'
import { intakeParts } from '../support/intakeParts.ts'
import { addCentre, loadSmallHall, testNow } from '../support/load.ts'

const database = useDatabase('empty')
let provider: IdentityProvider
let app: FastifyInstance
const host = 'hall.example'

beforeAll(async () => {
  provider = await openProvider()
  await addCentre(database(), 'hall')
  await loadSmallHall(database(), 'hall')
  const access = await openAccess(database(), {
    host: '127.0.0.1',
    publicUrls: [`http://${host}`],
    demo: false,
    tls: false,
    clock: () => testNow,
    singleSignOn: { issuer: provider.issuer, clientId: 'brightwindow', clientSecret, name: '统一身份认证' },
  })
  app = await buildHttp({
    database: database(),
    clock: () => testNow,
    logger: pino({ level: 'silent' }),
    clientFolder: null,
    ...(await httpAccess(database())),
    access,
    ...intakeParts(),
  })
})
afterAll(async () => {
  await app.close()
  await provider.close()
})

const cookieOf = (setCookie: string | string[] | undefined): string =>
  [setCookie ?? []]
    .flat()
    .map(cookie => cookie.split(';')[0])
    .join('; ')

/** Goes to the provider and comes back with what it gave; `spoil` may change the address on the way. */
async function goThrough(
  spoil: (back: URL) => void = () => undefined,
): Promise<{ status: number; location: string; cookie: string }> {
  const start = await app.inject({
    method: 'POST',
    url: '/auth/sign-in/social',
    headers: { host, 'content-type': 'application/json' },
    payload: { provider: 'oidc', callbackURL: '/', errorCallbackURL: '/', disableRedirect: true },
  })
  expect(start.statusCode, start.body).toBe(200)
  const there = await fetch(start.json<{ url: string }>().url, { redirect: 'manual' })
  const back = new URL(there.headers.get('location') ?? '')
  expect(back.origin).toBe(`http://${host}`)
  spoil(back)
  const reply = await app.inject({
    method: 'GET',
    url: back.pathname + back.search,
    headers: { host, cookie: cookieOf(start.headers['set-cookie']) },
  })
  return {
    status: reply.statusCode,
    location: String(reply.headers.location ?? ''),
    cookie: cookieOf(reply.headers['set-cookie']),
  }
}

const ask = async (cookie: string) =>
  app.inject({
    method: 'POST',
    url: '/trpc/measures.ask',
    headers: { host, cookie, 'content-type': 'application/json', 'x-trpc-method-override': 'query' },
    payload: { measures: ['casesReceived'], centres: ['hall'], period: '2012' },
  })

it('a first single sign-on makes an account without rights until an administrator gives one', async () => {
  const first = await goThrough()
  expect([first.status, first.location.includes('error')]).toEqual([302, false])
  expect((await ask(first.cookie)).statusCode).toBe(403)
  const user = await database().prisma.user.findFirstOrThrow({ where: { name: '李四' } })
  expect([user.roles, user.emailVerified]).toEqual([[], false])
  await database().prisma.user.update({
    where: { id: user.id },
    data: { roles: ['leader'], scope: { centres: 'all', units: 'all', windows: 'all' } },
  })
  const again = await goThrough()
  expect((await ask(again.cookie)).statusCode).toBe(200)
  expect(await database().prisma.user.count({ where: { name: '李四' } })).toBe(1)
  const entries = await database().prisma.auditEntry.findMany({
    where: { action: 'sign-in', outcome: 'done' },
  })
  expect(entries.length).toBe(2)
})

it('a closed account, a forged identity and a state of somebody else do not come in', async () => {
  provider.person = { sub: 'p-2', name: '王五' }
  provider.forges = true
  const forged = await goThrough()
  expect(forged.cookie.includes('session_token=') && (await ask(forged.cookie)).statusCode !== 401).toBe(
    false,
  )
  provider.forges = false
  const swapped = await goThrough(back => back.searchParams.set('state', 'somebody-elses'))
  expect((await ask(swapped.cookie)).statusCode).toBe(401)
  const used = await goThrough(back => back.searchParams.set('code', 'made-up'))
  expect((await ask(used.cookie)).statusCode).toBe(401)
  expect(await database().prisma.user.count({ where: { name: '王五' } })).toBe(0)
  await goThrough()
  await database().prisma.user.updateMany({
    where: { name: '王五' },
    data: { disabledAt: testNow, roles: ['leader'] },
  })
  const closed = await goThrough()
  expect((await ask(closed.cookie)).statusCode).toBe(401)
  const refused = await database().prisma.auditEntry.count({
    where: { action: 'sign-in', outcome: 'refused' },
  })
  expect(refused).toBeGreaterThan(2)
})
