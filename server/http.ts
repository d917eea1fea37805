import type { FastifyTRPCPluginOptions } from '@trpc/server/adapters/fastify'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import type { Access } from './access/index.ts'
import type { DeliverySettings } from './briefing/delivery/channels.ts'
import type { Clock } from './common/clock.ts'
import type { Context } from './context.ts'
import type { Jobs } from './intake/jobs/jobs.ts'
import type { Uploads } from './intake/jobs/uploads.ts'
import type { Limits } from './intake/read/limits.ts'
import type { AppRouter } from './router.ts'
import type { BackupKeys } from './storage/backup/encryption.ts'
import type { Database } from './storage/database.ts'
import { existsSync } from 'node:fs'
import path from 'node:path'
import compress from '@fastify/compress'
import staticFiles from '@fastify/static'
import { fastifyTRPCPlugin } from '@trpc/server/adapters/fastify'
import fastify from 'fastify'
import { addSignIn, viewerOfRequest } from './access/http.ts'
import { addApi } from './api/http.ts'
import { addPlainPages } from './briefing/plain/http.ts'
import { addSharedPages } from './exports/shared/http.ts'
import { addFiles } from './filesHttp.ts'
import { addGuards } from './httpGuards.ts'
import { addMcp } from './mcp/http.ts'
import { addOperations } from './operations/http.ts'
import { Metrics } from './operations/metrics.ts'
import { Answers } from './query/answers.ts'
import { appRouter } from './router.ts'
import { failureBefore } from './trpc.ts'

/** What the HTTP side is made of. */
interface HttpParts {
  database: Database
  access: Access
  clock: Clock
  logger: Logger
  /** The built client; null serves the API alone. */
  clientFolder: string | null
  dataFolder: string | null
  backupKeys: BackupKeys
  delivery: DeliverySettings
  uploads: Uploads
  jobs: Jobs
  limits: Limits
  perMinute: { requests: number; signIns: number }
  /** So many proxies stand in front and say truly where requests come from. */
  proxies?: number
  /** Milliseconds after which a body that is not there ends its request; usually 30 s. */
  slowestBody?: number
  /** The certificate and its key as text. */
  tls?: { cert: string; key: string } | null
}

const mostBodyBytes = 1 << 20
/** A file of the build by its address: one name, without folders. */
const builtAsset = /^\/assets\/[\w.-]+$/
const withServer = /^\/(?:trpc|files|push|auth|api|mcp|metrics|s)\b/

async function addClient(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(staticFiles, {
    root: folder,
    wildcard: false,
    preCompressed: true,
    setHeaders: (reply, file) => {
      // Built assets carry a hash in their name; the page that names them must always be asked for again.
      const hashed = file.includes(`${path.sep}assets${path.sep}`)
      void reply.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.setNotFoundHandler(async (request, reply) => {
    // The client was built anew while this server runs: its files have names that the server did not list.
    const [asset = ''] = request.url.split('?')
    if (request.method === 'GET' && builtAsset.test(asset) && existsSync(path.join(folder, asset)))
      return reply.sendFile(asset, { maxAge: '365d', immutable: true })
    const isPage =
      request.method === 'GET' &&
      !withServer.test(request.url) &&
      !path.extname(request.url.split('?')[0] ?? '')
    return isPage && existsSync(path.join(folder, 'index.html'))
      ? reply.header('Cache-Control', 'no-cache').sendFile('index.html')
      : reply.code(404).send({ error: 'not-found' })
  })
}

/** Who asks, and what their procedure works with. */
function contexts(parts: HttpParts): (request: FastifyRequest) => Promise<Context> {
  const { database, access, clock, logger, uploads, jobs, limits, dataFolder } = parts
  const answers = new Answers()
  return async request => ({
    ...access,
    database,
    clock,
    logger,
    answers,
    uploads,
    jobs,
    limits,
    dataFolder,
    backupKeys: parts.backupKeys,
    delivery: parts.delivery,
    viewer: await viewerOfRequest(request, access),
    cookie: request.headers.cookie ?? null,
  })
}

async function addProcedures(
  app: FastifyInstance,
  contextOf: (request: FastifyRequest) => Promise<Context>,
): Promise<void> {
  await app.register(fastifyTRPCPlugin, {
    prefix: '/trpc',
    trpcOptions: {
      router: appRouter,
      createContext: async ({ req }) => contextOf(req).catch(failureBefore),
      allowMethodOverride: true,
      maxBatchSize: 40,
    } satisfies FastifyTRPCPluginOptions<AppRouter>['trpcOptions'],
  })
}

/** Requests in flight may go on for this long when the server stops. */
const longestGoodbye = 10_000

/**
 * On closing, waits for requests in flight. Subscriptions never end by themselves, so they are not
 * waited for.
 */
function finishRequestsFirst(app: FastifyInstance): void {
  const inFlight = new Set<FastifyRequest>()
  // Assistants accept such a stream too, but post their messages.
  const isSubscription = (request: FastifyRequest): boolean =>
    request.method === 'GET' && (request.headers.accept ?? '').includes('text/event-stream')
  app.addHook('onRequest', async request => {
    if (isSubscription(request)) return
    inFlight.add(request)
    request.raw.once('close', () => void inFlight.delete(request))
  })
  app.addHook('onResponse', async request => void inFlight.delete(request))
  app.addHook('preClose', async () => {
    const until = Date.now() + longestGoodbye
    while (inFlight.size > 0 && Date.now() < until) await new Promise(resolve => setTimeout(resolve, 20))
  })
}

/**
 * Builds the HTTP side: tRPC under /trpc, signing in under /auth, calls of other systems under /api and /mcp,
 * health, the client everywhere else.
 * Listens to nothing yet.
 */
export async function buildHttp(parts: HttpParts): Promise<FastifyInstance> {
  const { database, access, clock, logger, perMinute } = parts
  const options = {
    bodyLimit: mostBodyBytes,
    routerOptions: { maxParamLength: 4000 },
    forceCloseConnections: true,
    // Only what the proxies themselves have added: the addresses before it can be written by anybody.
    trustProxy: (_address: string, hop: number) => hop < (parts.proxies ?? 0),
  }
  const app = parts.tls
    ? (fastify({ ...options, https: parts.tls }) as unknown as FastifyInstance)
    : fastify(options)
  await addGuards(app, {
    signIn: access.signIn,
    logger,
    perMinute: perMinute.requests,
    slowestBody: parts.slowestBody,
    identify: async request => (await viewerOfRequest(request, access)).name || null,
  })
  finishRequestsFirst(app)
  const metrics = new Metrics(database)
  metrics.watch(app)
  // Speed before the last per cent of size: answers are read once, and scripts are kept by the browser.
  await app.register(compress, { threshold: 2048, zlibOptions: { level: 4 } })
  addOperations(app, { database, access, clock, metrics })
  addSignIn(app, { database, clock, access }, perMinute.signIns)
  addPlainPages(app, { database, clock, access }, perMinute.signIns)
  addSharedPages(app, { database, clock, access }, perMinute.signIns)
  const contextOf = contexts(parts)
  await addProcedures(app, contextOf)
  addApi(app, contextOf)
  addMcp(app, contextOf)
  await addFiles(app, { database, clock, uploads: parts.uploads, limits: parts.limits, access })
  if (parts.clientFolder) await addClient(app, parts.clientFolder)
  return app
}
