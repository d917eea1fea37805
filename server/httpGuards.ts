import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { IncomingMessage } from 'node:http'
import type { Logger } from 'pino'
import type { SignInRules } from './access/signIn.ts'
import { Buffer } from 'node:buffer'
import { Socket } from 'node:net'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import { isTooDeep } from './common/depth.ts'
import { NamedError } from './common/errors.ts'
import { shownError } from './common/errorWords.ts'
import { unstorableAt, unstorableText } from './common/storableText.ts'
import { isConnectionFailure, isDiskFull } from './storage/failures.ts'

const contentSecurityPolicy = {
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    // Scripts set styles through the DOM, which no policy forbids: neither style attributes in markup nor
    // style elements are needed.
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'"],
    scriptSrcAttr: ["'none'"],
    workerSrc: ["'self'"],
    connectSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    upgradeInsecureRequests: null,
  },
}

/**
 * True for an address as browsers send it, and one name of the host. The forms that proxies are sent
 * (`http://…/path`), what stands behind a `#`, and a second Host header would be read in another way by
 * whoever reads them next.
 */
function isPlainlyAddressed({ url, rawHeaders }: IncomingMessage): boolean {
  const hosts = rawHeaders.filter((name, place) => place % 2 === 0 && name.toLowerCase() === 'host')
  return hosts.length < 2 && (url ?? '').startsWith('/') && !(url ?? '').includes('#')
}

const hostOf = (request: FastifyRequest): string => request.headers.host?.replace(/:\d+$/, '') ?? ''
const changing = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/**
 * Whoever names another host for this machine, or comes from another site with a change in hand, is
 * refused before anything is read.
 */
function refuseForeigners(app: FastifyInstance, signIn: SignInRules): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!isPlainlyAddressed(request.raw))
      return reply.code(400).send({
        error: shownError(new NamedError('bad-question', { field: 'request', value: 'URL / Host' })),
      })
    const host = request.headers.host ?? ''
    if (!signIn.answersTo(hostOf(request)))
      return reply.code(421).send({
        error: shownError(new NamedError('host-not-allowed', { host: hostOf(request).slice(0, 120) })),
      })
    const crossSite = request.headers['sec-fetch-site'] === 'cross-site'
    if (changing.has(request.method) && (crossSite || !signIn.acceptsOrigin(request.headers.origin, host)))
      return reply.code(403).send({ error: shownError(new NamedError('foreign-origin')) })
  })
}

/**
 * Procedures are called by GET or by POST with JSON, and assistants call by POST alone; anything else is
 * refused before it is read. The matched route decides, not the address as sent: `/%74rpc/…` reaches the same
 * procedures.
 */
function refuseOddCalls(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    const { url = '' } = request.routeOptions
    const isProcedure = url.startsWith('/trpc')
    if (!isProcedure && url !== '/mcp') return
    const { method } = request
    const json =
      String(request.headers['content-type'] ?? '')
        .split(';')[0]
        ?.trim()
        .toLowerCase() === 'application/json'
    if ((isProcedure && method === 'GET') || (method === 'POST' && json)) return
    return reply
      .header('allow', isProcedure ? 'GET, POST' : 'POST')
      .code(method === 'POST' ? 415 : 405)
      .send({
        error: shownError(
          new NamedError('bad-question', {
            field: 'request',
            value: method === 'POST' ? 'content-type' : method,
          }),
        ),
      })
  })
}

/** A body that is nested without end is refused before any route walks through it. */
function refuseDeepBodies(app: FastifyInstance): void {
  app.addHook('preValidation', async ({ body }, reply) => {
    if (Buffer.isBuffer(body) || !isTooDeep(body)) return
    return reply
      .code(400)
      .send({ error: shownError(new NamedError('bad-question', { field: 'request', value: '[[[…' })) })
  })
}

/**
 * Text of an address that no database stores is refused before any route reads it. Bodies are checked
 * where they are read: rows that a system pushes may hold such text, and are kept for repair.
 */
function refuseUnstorable(app: FastifyInstance): void {
  app.addHook('preValidation', async ({ params, query }, reply) => {
    const field = unstorableAt({ params, query })
    if (field !== null)
      return reply
        .code(400)
        .send({ error: shownError(new NamedError('bad-question', { field, value: unstorableText })) })
  })
}

/**
 * A body that has not arrived in full after so many milliseconds ends the request. Uploads may take longer,
 * but not be silent for that long.
 */
const slowestBody = 30_000

declare module 'fastify' {
  interface FastifyContextConfig {
    /** True for routes whose body may take as long as it needs. */
    slowBody?: boolean
    /** True for routes whose address is a secret: the log names the route instead. */
    secretAddress?: boolean
  }
}

/** A file of the built client by its address. */
const builtFile = /^\/assets\/[\w.-]+$/

/** False for a request that this process made of itself, without the network; it cannot be slow. */
export const hasConnection = (request: IncomingMessage): boolean => request.socket instanceof Socket

/** Ends requests whose body arrives too slowly. Errors: request-timeout. */
function limitSlowBodies(app: FastifyInstance, longest: number): void {
  app.addHook('preParsing', async (request, _reply, payload) => {
    const tooSlow = (): Error => Object.assign(new NamedError('request-timeout'), { statusCode: 408 })
    if (request.routeOptions.config.slowBody) {
      if (!hasConnection(request.raw)) return payload
      request.raw.setTimeout(longest, () => request.raw.destroy(tooSlow()))
      request.raw.once('end', () => request.raw.setTimeout(0))
      return payload
    }
    const timer = setTimeout(() => payload.destroy(tooSlow()), longest)
    const done = (): void => clearTimeout(timer)
    payload.once('end', done)
    payload.once('close', done)
    return payload
  })
}

/**
 * Names the account or system behind a request; null where nobody has been identified. Errors:
 * database-unreachable.
 */
type Identify = (request: FastifyRequest) => Promise<string | null>

/**
 * Requests are counted per identified account or system, and per address otherwise. A cookie or token
 * that identifies nobody counts for its address: random ones must not buy a fresh count.
 */
function callerKey(identify: Identify): (request: FastifyRequest) => Promise<string> {
  return async request => {
    const { authorization, cookie } = request.headers
    if (authorization === undefined && cookie === undefined) return request.ip
    const name = await identify(request).catch(() => null)
    return name === null ? request.ip : `${request.ip} ${name}`
  }
}

/** Errors outside procedures, such as a body that is too large, are named like all others. */
function answerErrors(app: FastifyInstance, logger: Logger): void {
  app.setErrorHandler(async (error: { statusCode?: number; error?: unknown }, _request, reply) => {
    if (error.error !== undefined) return reply.code(error.statusCode ?? 500).send({ error: error.error })
    const away = isConnectionFailure(error) || isDiskFull(error)
    const status = away ? 503 : (error.statusCode ?? 500)
    if (status >= 500) logger.error({ err: error }, 'request failed')
    return reply.code(status).send({ error: shownError(namedBy(error, status)) })
  })
}

function namedBy(error: unknown, status: number): NamedError {
  if (isDiskFull(error)) return new NamedError('disk-full')
  if (isConnectionFailure(error)) return new NamedError('database-unreachable', { database: 'PostgreSQL' })
  if (status === 413) return new NamedError('body-too-large')
  return status < 500
    ? new NamedError('bad-question', { field: 'request', value: String(status) })
    : new NamedError('internal', { reference: '-' })
}

/** Addresses under which links are read, also those that no route answers. */
const secretAddresses = /^\/(?:s|%73)(?:\/|%2f)/i

/** The address of a request without what stands behind its question mark, and without a link's secret. */
function loggedPath({ url, routeOptions }: FastifyRequest): string {
  const isSecret = routeOptions.config.secretAddress === true || secretAddresses.test(url)
  return isSecret ? '/s/…' : (url.split('?')[0] ?? '')
}

/**
 * One line a request: who asked for what and how it went; never a cookie, a token, a question or an
 * answer.
 */
function logRequests(app: FastifyInstance, logger: Logger): void {
  app.addHook('onResponse', async (request, reply) => {
    logger.debug(
      {
        id: request.id,
        method: request.method,
        path: loggedPath(request),
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime),
        address: request.ip,
      },
      'request',
    )
  })
}

/**
 * What stands before every route: names and origins, headers, counting, logging, and words for what
 * goes wrong.
 */
export async function addGuards(
  app: FastifyInstance,
  parts: {
    signIn: SignInRules
    logger: Logger
    perMinute: number
    identify: Identify
    slowestBody?: number | undefined
  },
): Promise<void> {
  refuseForeigners(app, parts.signIn)
  refuseOddCalls(app)
  refuseDeepBodies(app)
  refuseUnstorable(app)
  limitSlowBodies(app, parts.slowestBody ?? slowestBody)
  logRequests(app, parts.logger)
  await app.register(helmet, {
    contentSecurityPolicy,
    strictTransportSecurity: parts.signIn.secure,
    referrerPolicy: { policy: 'same-origin' },
  })
  app.addHook(
    'onSend',
    async (_request, reply) =>
      void reply.header('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=()'),
  )
  await app.register(rateLimit, {
    max: parts.perMinute,
    timeWindow: '1 minute',
    // Files of the client cost nothing, and a page without them stays white: an office behind one address
    // opens many at once.
    allowList: ({ method, url }) => method === 'GET' && builtFile.test(url),
    keyGenerator: callerKey(parts.identify),
    errorResponseBuilder: () => ({ statusCode: 429, error: shownError(new NamedError('too-many-requests')) }),
  })
  answerErrors(app, parts.logger)
}
