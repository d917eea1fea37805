import type { FastifyInstance } from 'fastify'
import type { Access } from '../access/index.ts'
import type { Clock } from '../common/clock.ts'
import type { Database } from '../storage/database.ts'
import type { Metrics } from './metrics.ts'
import { answeringWith } from '../access/answering.ts'
import { storedIdentity } from '../storage/databaseIdentity.ts'

/** The dependencies of the operations routes. */
interface OperationsParts {
  database: Database
  access: Access
  clock: Clock
  metrics: Metrics
}

type Readiness = 'ok' | 'database-unreachable' | 'database-changed'

/**
 * Returns a check of whether the database answers and is still the one with which the product was started.
 * The database's identity is read now, because by the first check another database might have replaced it.
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
 * Adds GET /healthz (the process runs), GET /readyz (it can answer) and GET /metrics (for tokens and roles
 * with that permission).
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
