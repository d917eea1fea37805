import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import type { Door } from './access/door.ts'
import { createHash } from 'node:crypto'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import { NamedError } from './measures/errors.ts'
import { shownError } from './measures/errorWords.ts'
import { isConnectionFailure, isDiskFull } from './storage/failures.ts'

const contentSecurityPolicy = {
  directives: {
    defaultSrc: ['\'self\''],
    scriptSrc: ['\'self\''],
    // Chart tooltips carry style attributes; no inline script is ever allowed.
    styleSrc: ['\'self\'', '\'unsafe-inline\''],
    imgSrc: ['\'self\'', 'data:', 'blob:'],
    connectSrc: ['\'self\''],
    objectSrc: ['\'none\''],
    baseUri: ['\'none\''],
    formAction: ['\'self\''],
    frameAncestors: ['\'none\''],
    upgradeInsecureRequests: null,
  },
}

const hostOf = (request: FastifyRequest): string => request.headers.host?.replace(/:\d+$/, '') ?? ''
const changing = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/** Whoever names another host for this machine, or comes from another site with a change in hand, is refused before anything is read. */
function refuseForeigners(app: FastifyInstance, door: Door): void {
  app.addHook('onRequest', async (request, reply) => {
    const host = request.headers.host ?? ''
    if (!door.answersTo(hostOf(request)))
      return reply.code(421).send({ error: shownError(new NamedError('host-not-allowed', { host: hostOf(request).slice(0, 120) })) })
    const crossSite = request.headers['sec-fetch-site'] === 'cross-site'
    if (changing.has(request.method) && (crossSite || !door.acceptsOrigin(request.headers.origin, host)))
      return reply.code(403).send({ error: shownError(new NamedError('foreign-origin')) })
  })
}

/** Procedures are called by GET or by POST with JSON; anything else is refused before their library meets it. */
function refuseOddCalls(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/trpc'))
      return
    const { method } = request
    const json = String(request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() === 'application/json'
    if (method === 'GET' || (method === 'POST' && json))
      return
    return reply.code(method === 'POST' ? 415 : 405).send({ error: shownError(new NamedError('bad-question', { field: 'request', value: method === 'POST' ? 'content-type' : method })) })
  })
}

/** Who is counted together: a session, a token, or an address. */
function callerKey(request: FastifyRequest): string {
  const { authorization, cookie } = request.headers
  const secret = authorization ?? (cookie?.includes('brightwindow') ? cookie : undefined)
  return secret === undefined ? request.ip : createHash('sha256').update(`${request.ip} ${secret}`).digest('base64')
}

/** Errors outside procedures, such as a body that is too large, are named like all others. */
function answerErrors(app: FastifyInstance, logger: Logger): void {
  app.setErrorHandler(async (error: { statusCode?: number, error?: unknown }, _request, reply) => {
    if (error.error !== undefined)
      return reply.code(error.statusCode ?? 500).send({ error: error.error })
    const away = isConnectionFailure(error) || isDiskFull(error)
    const status = away ? 503 : error.statusCode ?? 500
    if (status >= 500)
      logger.error({ err: error }, 'request failed')
    return reply.code(status).send({ error: shownError(namedBy(error, status)) })
  })
}

function namedBy(error: unknown, status: number): NamedError {
  if (isDiskFull(error))
    return new NamedError('disk-full')
  if (isConnectionFailure(error))
    return new NamedError('database-unreachable', { database: 'PostgreSQL' })
  if (status === 413)
    return new NamedError('body-too-large')
  return status < 500 ? new NamedError('bad-question', { field: 'request', value: String(status) }) : new NamedError('internal', { reference: '-' })
}

/** One line a request: who asked for what and how it went; never a cookie, a token, a question or an answer. */
function logRequests(app: FastifyInstance, logger: Logger): void {
  app.addHook('onResponse', async (request, reply) => {
    logger.debug({ id: request.id, method: request.method, path: request.url.split('?')[0], status: reply.statusCode, milliseconds: Math.round(reply.elapsedTime), address: request.ip }, 'request')
  })
}

/** What stands before every route: names and origins, headers, counting, logging, and words for what goes wrong. */
export async function addGuards(app: FastifyInstance, parts: { door: Door, logger: Logger, perMinute: number }): Promise<void> {
  refuseForeigners(app, parts.door)
  refuseOddCalls(app)
  logRequests(app, parts.logger)
  await app.register(helmet, { contentSecurityPolicy, strictTransportSecurity: parts.door.secure, referrerPolicy: { policy: 'same-origin' } })
  app.addHook('onSend', async (_request, reply) => void reply.header('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=()'))
  await app.register(rateLimit, {
    max: parts.perMinute,
    timeWindow: '1 minute',
    keyGenerator: callerKey,
    errorResponseBuilder: () => ({ statusCode: 429, error: shownError(new NamedError('too-many-requests')) }),
  })
  answerErrors(app, parts.logger)
}
