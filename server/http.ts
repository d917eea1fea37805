import type { FastifyTRPCPluginOptions } from '@trpc/server/adapters/fastify'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import type { Clock } from './clock.ts'
import type { Jobs } from './intake/jobs.ts'
import type { Limits } from './intake/read/limits.ts'
import type { Uploads } from './intake/uploads.ts'
import type { AppRouter } from './router.ts'
import type { Database } from './storage/database.ts'
import { existsSync } from 'node:fs'
import path from 'node:path'
import compress from '@fastify/compress'
import helmet from '@fastify/helmet'
import staticFiles from '@fastify/static'
import { fastifyTRPCPlugin } from '@trpc/server/adapters/fastify'
import fastify from 'fastify'
import { isLoopback, localViewer } from './access/permissions.ts'
import { addFiles } from './filesHttp.ts'
import { errorSentence } from './measures/errorWords.ts'
import { Answers } from './query/answers.ts'
import { appRouter } from './router.ts'

/** What the HTTP side is made of. */
export interface HttpParts {
  database: Database
  clock: Clock
  logger: Logger
  /** The built client; null serves the API alone. */
  clientFolder: string | null
  uploads: Uploads
  jobs: Jobs
  limits: Limits
}

const mostBodyBytes = 1 << 20

/** A page that tricks the browser into naming another host for this machine is refused (DNS rebinding). */
function refuseForeignHosts(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    const host = request.headers.host?.replace(/:\d+$/, '') ?? ''
    if (!isLoopback(host))
      await reply.code(421).send({ error: 'host' })
  })
}

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
    const isPage = request.method === 'GET' && !/^\/(?:trpc|files|push)\b/.test(request.url) && !path.extname(request.url.split('?')[0] ?? '')
    return isPage && existsSync(path.join(folder, 'index.html')) ? reply.header('Cache-Control', 'no-cache').sendFile('index.html') : reply.code(404).send({ error: 'not-found' })
  })
}

const contentSecurityPolicy = {
  directives: {
    defaultSrc: ['\'self\''],
    scriptSrc: ['\'self\''],
    // Chart tooltips carry style attributes; no inline script is ever allowed.
    styleSrc: ['\'self\'', '\'unsafe-inline\''],
    imgSrc: ['\'self\'', 'data:', 'blob:'],
    connectSrc: ['\'self\''],
    frameAncestors: ['\'none\''],
    upgradeInsecureRequests: null,
  },
}

/** Errors outside tRPC, such as a body that is too large, are named like all others. */
function answerErrors(app: FastifyInstance, logger: Logger): void {
  app.setErrorHandler(async (error: { statusCode?: number, message?: string }, _request, reply) => {
    const status = error.statusCode ?? 500
    const name = status === 413 ? 'body-too-large' : status < 500 ? 'bad-question' : 'database-unreachable'
    if (status >= 500)
      logger.error({ err: error }, 'request failed')
    const details = { field: 'request', value: String(status), database: 'PostgreSQL' }
    return reply.code(status >= 500 ? 503 : status).send({ error: { name, zh: errorSentence(name, details, 'zh'), en: errorSentence(name, details, 'en') } })
  })
}

/** Builds the HTTP side: tRPC under /trpc, health under /healthz, the client everywhere else. Listens to nothing yet. */
export async function buildHttp(parts: HttpParts): Promise<FastifyInstance> {
  const { database, clock, logger, uploads, jobs, limits } = parts
  const answers = new Answers()
  const app = fastify({ bodyLimit: mostBodyBytes, routerOptions: { maxParamLength: 4000 }, forceCloseConnections: true })
  refuseForeignHosts(app)
  await app.register(helmet, { contentSecurityPolicy })
  // Speed before the last per cent of size: answers are read once, and scripts are kept by the browser.
  await app.register(compress, { threshold: 2048, zlibOptions: { level: 4 } })
  app.get('/healthz', async () => {
    await database.pool.query('SELECT 1')
    return { status: 'ok' }
  })
  await app.register(fastifyTRPCPlugin, {
    prefix: '/trpc',
    trpcOptions: {
      router: appRouter,
      createContext: () => ({ database, clock, logger, answers, viewer: localViewer, uploads, jobs, limits }),
      allowMethodOverride: true,
      maxBatchSize: 40,
    } satisfies FastifyTRPCPluginOptions<AppRouter>['trpcOptions'],
  })
  await addFiles(app, { database, clock, uploads, limits, viewer: localViewer })
  answerErrors(app, logger)
  if (parts.clientFolder)
    await addClient(app, parts.clientFolder)
  return app
}
