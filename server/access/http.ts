import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Clock } from '../common/clock.ts'
import type { Database } from '../storage/database.ts'
import type { Attempt } from './attempts.ts'
import type { Access } from './index.ts'
import type { Viewer } from './permissions.ts'
import { isNamedError, NamedError } from '../common/errors.ts'
import { shownError } from '../common/errorWords.ts'
import { isConnectionFailure } from '../storage/failures.ts'
import { beginProof, settleProof, textOf } from './attempts.ts'
import { recordAudit } from './audit.ts'
import { addressHeader } from './auth.ts'
import { checkPassword } from './password.ts'
import { withOnePending } from './secondFactor.ts'

/** The dependencies of the sign-in routes. */
interface SignInParts {
  database: Database
  clock: Clock
  access: Access
}

/**
 * The routes of the sign-in library that are open, with their names in the audit log; all others return 404.
 */
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

/** Headers that a proxy adds; requests with one of them do not come from this machine. */
const proxied = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via']

type Body = Record<string, unknown>

/** The viewer behind a request. Errors: database-unreachable. */
export async function viewerOfRequest(request: FastifyRequest, access: Access): Promise<Viewer> {
  const { cookie, authorization } = request.headers
  try {
    return await access.viewers.of({ cookie, authorization, address: request.ip })
  } catch (error) {
    throw isConnectionFailure(error)
      ? new NamedError('database-unreachable', { database: 'PostgreSQL' }, error)
      : error
  }
}

/**
 * The body of a request with fixed options: a changed password ends the other sessions, and a second factor
 * is required at every sign-in.
 */
function bodyOf(request: FastifyRequest): unknown {
  const body = fieldsOf(request.body)
  const route = request.routeOptions.url ?? ''
  if (route === '/auth/change-password') return { ...body, revokeOtherSessions: true }
  return route.startsWith('/auth/two-factor/verify') ? { ...body, trustDevice: false } : body
}

/**
 * Checks that a body contains only plain values, which is all that the library accepts. Errors: bad-question.
 */
function checkFields(body: unknown): void {
  if (body === null || typeof body !== 'object') return
  const deep = Object.entries(body).find(([, value]) => typeof value === 'object' && value !== null)
  if (deep) throw new NamedError('bad-question', { field: deep[0].slice(0, 60), value: '{…}' })
}

/** The fields of a body that have a value. */
function fieldsOf(body: unknown): Body {
  if (body === null || typeof body !== 'object' || Array.isArray(body)) return {}
  return Object.fromEntries(Object.entries(body).filter(([, value]) => typeof value !== 'object'))
}

/** The matched route, however its address was encoded. */
const routeOf = (request: FastifyRequest): string => request.routeOptions.url?.slice('/auth'.length) ?? ''

/** The request for the library, with the address of the matched route instead of the sent one. */
function asFetch(request: FastifyRequest, access: Access): Request {
  const { host = '', cookie } = request.headers
  const base = access.signIn.publicUrl ?? `http://${host}`
  const headers = new Headers({ [addressHeader]: request.ip })
  for (const name of ['user-agent', 'content-type', 'origin'] as const) {
    const value = request.headers[name]
    if (value !== undefined) headers.set(name, value)
  }
  if (cookie !== undefined) headers.set('cookie', withOnePending(cookie, access.signIn.secure).cookie)
  const hasBody = request.method === 'POST'
  const address = new URL(`/auth${routeOf(request)}`, base)
  address.search = request.url.split('?').slice(1).join('?')
  return new Request(address, {
    method: request.method,
    headers,
    ...(hasBody && { body: JSON.stringify(bodyOf(request)) }),
  })
}

function answer(reply: FastifyReply, response: Response, text: string): FastifyReply {
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie' && name !== 'content-length') void reply.header(name, value)
  }
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) void reply.header('set-cookie', cookies)
  return reply.code(response.status).header('cache-control', 'no-store').send(text)
}

/** Replaces an error of the library by a named error with texts in both languages. */
function namedFailure(route: string, status: number): NamedError {
  if (route === '/sign-in/demo') return new NamedError('demo-closed')
  if (route.startsWith('/two-factor/verify')) return new NamedError('second-factor-refused')
  if (route === '/sign-in/username' || status === 401 || status === 403)
    return new NamedError('sign-in-refused')
  return new NamedError('bad-question', { field: route, value: String(status) })
}

/** Checks before the sign-in library handles a request: impersonation, and the strength of a new password. */
async function before(route: string, body: unknown, viewer: Viewer): Promise<void> {
  if (viewer.impersonatedBy !== null && route !== '/sign-out') throw new NamedError('preview-read-only')
  if (route === '/change-password')
    await checkPassword(textOf(body, 'newPassword'), [viewer.name, viewer.shownName])
}

interface Outcome {
  route: string
  name: string
  response: Response
  text: string
  address: string
  attempt: Attempt
}

/** Reads from the library's answer who signed in, and whether a second factor is still required. */
function readAnswer({ name, text, response }: Outcome): { name: string; ok: boolean; pending: boolean } {
  const said = text.startsWith('{')
    ? (JSON.parse(text) as { user?: { username?: string }; twoFactorRedirect?: boolean })
    : {}
  const ok = response.status < 400 && !(response.headers.get('location') ?? '').includes('error=')
  return { name: name || (said.user?.username ?? ''), ok, pending: said.twoFactorRedirect === true }
}

async function written(parts: SignInParts, outcome: Outcome): Promise<boolean> {
  const { database, clock } = parts
  const { route, address, response, attempt } = outcome
  const answered = readAnswer(outcome)
  const { ok, pending } = answered
  const name = answered.name || attempt.name
  const at = clock()
  const lock = await settleProof(parts, { attempt, ok, pending })
  const details = {
    way: route,
    ...(pending && { secondFactor: 'pending' }),
    ...(!ok && { status: response.status }),
    ...(lock > 0 && { lockedMinutes: Math.round(lock / 60_000) }),
  }
  await recordAudit(database, {
    at,
    actor: name || '-',
    action: routes[route] ?? route,
    outcome: ok ? 'done' : 'refused',
    address,
    details,
  })
  return response.status < 400
}

/** The name in the audit entry: the typed one at sign-in, that of the signed-in account on other routes. */
function nameFor(route: string, body: unknown, viewer: Viewer): string {
  switch (route) {
    case '/sign-in/username':
      return textOf(body, 'username')
    case '/sign-in/demo':
      return `demo-${textOf(body, 'role')}`
    default:
      return viewer.impersonatedBy ?? viewer.name
  }
}

async function handle(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: SignInParts,
): Promise<FastifyReply> {
  const route = routeOf(request)
  const { access } = parts
  checkFields(request.body)
  const viewer = await viewerOfRequest(request, access)
  if (route === '/sign-in/demo' && proxied.some(name => request.headers[name] !== undefined))
    throw new NamedError('demo-closed')
  await before(route, request.body, viewer)
  const attempt = await beginProof(route, request, { ...parts, viewer })
  const response = await access.auth.handler(asFetch(request, access))
  access.viewers.forget()
  if (response.status >= 500) {
    // The library hides the cause of a failure; a query shows whether the database is unreachable.
    await parts.database.pool.query('SELECT 1')
    throw new NamedError('bad-question', { field: route, value: String(response.status) })
  }
  const text = await response.text()
  const ok = await written(parts, {
    route,
    name: nameFor(route, request.body, viewer),
    response,
    text,
    address: request.ip,
    attempt,
  })
  return ok
    ? answer(reply, response, text)
    : reply.code(response.status).send({ error: shownError(namedFailure(route, response.status)) })
}

/** Errors with which the product itself refused a request, before the library was called. */
const refusals = new Set<string>([
  'demo-closed',
  'preview-read-only',
  'second-factor-refused',
  'sign-in-locked',
])

async function recordRefusal(
  request: FastifyRequest,
  { database, clock, access }: SignInParts,
  why: string,
): Promise<void> {
  const route = routeOf(request)
  const viewer = await viewerOfRequest(request, access)
  await recordAudit(database, {
    at: clock(),
    actor: nameFor(route, request.body, viewer) || '-',
    action: routes[route] ?? route,
    outcome: 'refused',
    address: request.ip,
    details: { why },
  })
}

const statuses: Partial<Record<string, number>> = {
  'demo-closed': 403,
  'database-unreachable': 503,
  'sign-in-locked': 429,
  'second-factor-refused': 401,
  'preview-read-only': 403,
}

/** Adds the routes under /auth: only those of the sign-in library that the product uses. */
export function addSignIn(app: FastifyInstance, parts: SignInParts, perMinute: number): void {
  // Limited by address, because an unchecked cookie must not start a new count.
  const config = {
    rateLimit: {
      max: perMinute,
      timeWindow: '1 minute',
      keyGenerator: (request: FastifyRequest) => request.ip,
    },
  }
  for (const route of Object.keys(routes)) {
    app.route({
      method: route === '/callback/oidc' ? 'GET' : 'POST',
      url: `/auth${route}`,
      config,
      handler: async (request, reply) => {
        try {
          return await handle(request, reply, parts)
        } catch (error) {
          if (!isNamedError(error)) throw error
          if (refusals.has(error.name)) await recordRefusal(request, parts, error.name)
          return reply.code(statuses[error.name] ?? 422).send({ error: shownError(error) })
        }
      },
    })
  }
}
