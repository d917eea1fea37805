import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Clock } from '../clock.ts'
import type { Database } from '../storage/database.ts'
import type { Access } from './index.ts'
import type { Viewer } from './permissions.ts'
import { isNamedError, NamedError } from '../measures/errors.ts'
import { shownError } from '../measures/errorWords.ts'
import { isConnectionFailure } from '../storage/failures.ts'
import { recordAudit } from './audit.ts'
import { addressHeader } from './auth.ts'
import { checkLock, countFailure, forgetFailures } from './lockOut.ts'
import { checkPassword } from './password.ts'

/** What the routes for signing in work with. */
export interface DoorParts { database: Database, clock: Clock, access: Access }

/** The routes of the sign-in library that are open, and how each stands in the audit log; all others are not there. */
const routes: Record<string, string> = {
  '/sign-in/username': 'sign-in',
  '/sign-in/demo': 'sign-in',
  '/sign-in/social': 'sign-in-elsewhere',
  '/callback/oidc': 'sign-in',
  '/sign-out': 'sign-out',
  '/change-password': 'password-changed',
  '/two-factor/enable': 'second-factor-begun',
  '/two-factor/disable': 'second-factor-ended',
  '/two-factor/verify-totp': 'second-factor',
  '/two-factor/verify-backup-code': 'second-factor',
}

/** What a proxy in front adds: whoever comes that way does not sit at this machine. */
const proxied = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via']

type Body = Record<string, unknown>
function textOf(body: unknown, key: string): string {
  const value = body !== null && typeof body === 'object' ? (body as Body)[key] : undefined
  return typeof value === 'string' ? value : ''
}

/** Who a request comes from. Errors: database-unreachable. */
export async function viewerOfRequest(request: FastifyRequest, access: Access): Promise<Viewer> {
  const { cookie, authorization } = request.headers
  try {
    return await access.viewers.of({ cookie, authorization, address: request.ip })
  }
  catch (error) {
    throw isConnectionFailure(error) ? new NamedError('database-unreachable', { database: 'PostgreSQL' }, error) : error
  }
}

function asFetch(request: FastifyRequest, access: Access): Request {
  const { host = '' } = request.headers
  const base = access.door.publicUrl ?? `http://${host}`
  const headers = new Headers({ [addressHeader]: request.ip })
  for (const name of ['cookie', 'user-agent', 'content-type', 'origin'] as const) {
    const value = request.headers[name]
    if (value !== undefined)
      headers.set(name, value)
  }
  const hasBody = request.method === 'POST'
  return new Request(new URL(request.url, base), { method: request.method, headers, ...hasBody && { body: JSON.stringify(request.body ?? {}) } })
}

function answer(reply: FastifyReply, response: Response, text: string): FastifyReply {
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie' && name !== 'content-length')
      void reply.header(name, value)
  }
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0)
    void reply.header('set-cookie', cookies)
  return reply.code(response.status).header('cache-control', 'no-store').send(text)
}

/** The library's own words are replaced by the product's: what happened and what to do, in both languages. */
function namedFailure(route: string, status: number): NamedError {
  if (route === '/sign-in/demo')
    return new NamedError('demo-closed')
  if (route.startsWith('/two-factor/verify'))
    return new NamedError('second-factor-refused')
  if (route === '/sign-in/username' || status === 401 || status === 403)
    return new NamedError('sign-in-refused')
  return new NamedError('bad-question', { field: route, value: String(status) })
}

/** What stands before the library's own work: the lock of a name, the strength of a new password. */
async function before(route: string, body: unknown, { database, clock, viewer }: DoorParts & { viewer: Viewer }): Promise<void> {
  if (viewer.previewedBy !== null && route !== '/sign-out')
    throw new NamedError('preview-read-only')
  if (route === '/sign-in/username')
    await checkLock(database, textOf(body, 'username'), clock())
  if (route === '/change-password')
    await checkPassword(textOf(body, 'newPassword'), [viewer.name, viewer.shownName])
}

interface Outcome { route: string, name: string, response: Response, text: string, address: string }

/** What the library answers tells who it was, and whether a second factor is still to come. */
function readAnswer({ name, text, response }: Outcome): { name: string, ok: boolean, pending: boolean } {
  const said = text.startsWith('{') ? JSON.parse(text) as { user?: { username?: string }, twoFactorRedirect?: boolean } : {}
  const ok = response.status < 400 && !(response.headers.get('location') ?? '').includes('error=')
  return { name: name || (said.user?.username ?? ''), ok, pending: said.twoFactorRedirect === true }
}

async function written({ database, clock }: DoorParts, outcome: Outcome): Promise<boolean> {
  const { route, address, response } = outcome
  const { name, ok, pending } = readAnswer(outcome)
  const at = clock()
  const lock = route === '/sign-in/username' && !ok ? await countFailure(database, name, at) : 0
  if (route === '/sign-in/username' && ok)
    await forgetFailures(database, name)
  const details = { way: route, ...pending && { secondFactor: 'pending' }, ...!ok && { status: response.status }, ...lock > 0 && { lockedMinutes: Math.round(lock / 60_000) } }
  await recordAudit(database, { at, actor: name || '-', action: routes[route] ?? route, outcome: ok ? 'done' : 'refused', address, details })
  return response.status < 400
}

/** Under which name it is written down: the one that was typed at the door, and nowhere else; otherwise whoever is signed in. */
function nameFor(route: string, body: unknown, viewer: Viewer): string {
  switch (route) {
    case '/sign-in/username': return textOf(body, 'username')
    case '/sign-in/demo': return `demo-${textOf(body, 'role')}`
    default: return viewer.previewedBy ?? viewer.name
  }
}

async function handle(request: FastifyRequest, reply: FastifyReply, parts: DoorParts): Promise<FastifyReply> {
  const route = request.url.split('?')[0]?.slice('/auth'.length) ?? ''
  const { access } = parts
  const viewer = await viewerOfRequest(request, access)
  if (route === '/sign-in/demo' && proxied.some(name => request.headers[name] !== undefined))
    throw new NamedError('demo-closed')
  await before(route, request.body, { ...parts, viewer })
  const response = await access.auth.handler(asFetch(request, access))
  access.viewers.forget()
  if (response.status >= 500) {
    // The library hides what failed beneath it; a look at the database tells whether that is away.
    await parts.database.pool.query('SELECT 1')
    throw new NamedError('bad-question', { field: route, value: String(response.status) })
  }
  const text = await response.text()
  const ok = await written(parts, { route, name: nameFor(route, request.body, viewer), response, text, address: request.ip })
  return ok ? answer(reply, response, text) : reply.code(response.status).send({ error: shownError(namedFailure(route, response.status)) })
}

const statuses: Partial<Record<string, number>> = { 'demo-closed': 403, 'database-unreachable': 503, 'sign-in-locked': 429, 'preview-read-only': 403 }

/** Adds the routes under /auth: those of the sign-in library that the product uses, and no other. */
export function addDoor(app: FastifyInstance, parts: DoorParts, perMinute: number): void {
  // By address alone: a cookie that nobody has checked yet must not buy a fresh count.
  const config = { rateLimit: { max: perMinute, timeWindow: '1 minute', keyGenerator: (request: FastifyRequest) => request.ip } }
  for (const route of Object.keys(routes)) {
    app.route({
      method: route === '/callback/oidc' ? 'GET' : 'POST',
      url: `/auth${route}`,
      config,
      handler: async (request, reply) => {
        try {
          return await handle(request, reply, parts)
        }
        catch (error) {
          if (!isNamedError(error))
            throw error
          if (error.name === 'sign-in-locked')
            await recordAudit(parts.database, { at: parts.clock(), actor: textOf(request.body, 'username') || '-', action: 'sign-in', outcome: 'refused', address: request.ip, details: { why: error.name } })
          return reply.code(statuses[error.name] ?? 422).send({ error: shownError(error) })
        }
      },
    })
  }
}
