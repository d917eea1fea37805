import type { FastifyInstance } from 'fastify'
import type { Access } from '../access/index.ts'
import type { Clock } from '../common/clock.ts'
import type { Database } from '../storage/database.ts'
import type { Metrics } from './metrics.ts'
import { answeringWith } from '../access/answering.ts'
import { storedIdentity } from '../storage/databaseIdentity.ts'

/** What the routes for those who keep the server work with. */
interface OperationsParts {
  database: Database
  access: Access
  clock: Clock
  metrics: Metrics
}

type Readiness = 'ok' | 'database-unreachable' | 'database-changed'

/**
 * Whether the database answers and is still the one that the product was started with. Its identity is
 * read at once: whoever asks first may ask after another database has taken its place.
 */
function readinessOf({ pool }: Database): () => Promise<Readiness> {
  let expected: string | null | undefined
  const atStart = storedIdentity(pool).then(
    identity => void (expected = identity),
    () => undefined,
  )
  return async () => {
    try {
      await atStart
      const identity = await storedIdentity(pool)
      if (expected === undefined) expected = identity
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
export function addOperations(
  app: FastifyInstance,
  { database, access, clock, metrics }: OperationsParts,
): void {
  const unlimited = { config: { rateLimit: false as const } }
  const readiness = readinessOf(database)
  app.get('/healthz', unlimited, async () => ({ status: 'ok' }))
  app.get('/readyz', unlimited, async (_request, reply) => {
    const status = await readiness()
    return reply.code(status === 'ok' ? 200 : 503).send({ status })
  })
  const { allowed, answering } = answeringWith({ database, access, clock })
  app.get('/metrics', async (request, reply) =>
    answering(reply, async () => {
      await allowed(request, 'metrics.read')
      return reply.type(metrics.contentType).send(await metrics.text())
    }),
  )
}
