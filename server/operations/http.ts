import type { FastifyInstance } from 'fastify'
import type { Access } from '../access/index.ts'
import type { Database } from '../storage/database.ts'
import type { Metrics } from './metrics.ts'
import { viewerOfRequest } from '../access/http.ts'
import { NamedError } from '../common/errors.ts'
import { shownError } from '../common/errorWords.ts'
import { storedIdentity } from '../storage/databaseIdentity.ts'

/** What the routes for those who keep the server work with. */
interface OperationsParts {
  database: Database
  access: Access
  metrics: Metrics
}

type Readiness = 'ok' | 'database-unreachable' | 'database-changed'

/** Whether the database answers and is still the one that the product was started with. */
function readinessOf({ pool }: Database): () => Promise<Readiness> {
  let expected: string | null = null
  return async () => {
    try {
      const identity = await storedIdentity(pool)
      expected ??= identity
      return identity === expected ? 'ok' : 'database-changed'
    } catch {
      return 'database-unreachable'
    }
  }
}

/**
 * GET /healthz: the process lives. GET /readyz: it can answer. GET /metrics: for those with a token or
 * a role for it.
 */
export function addOperations(app: FastifyInstance, { database, access, metrics }: OperationsParts): void {
  const unlimited = { config: { rateLimit: false as const } }
  const readiness = readinessOf(database)
  app.get('/healthz', unlimited, async () => ({ status: 'ok' }))
  app.get('/readyz', unlimited, async (_request, reply) => {
    const status = await readiness()
    return reply.code(status === 'ok' ? 200 : 503).send({ status })
  })
  app.get('/metrics', async (request, reply) => {
    const viewer = await viewerOfRequest(request, access)
    if (!viewer.may.includes('metrics.read'))
      return reply.code(viewer.name === '' ? 401 : 403).send({
        error: shownError(
          viewer.name === ''
            ? new NamedError('sign-in-needed')
            : new NamedError('not-permitted', { what: '/metrics' }),
        ),
      })
    return reply.type(metrics.contentType).send(await metrics.text())
  })
}
