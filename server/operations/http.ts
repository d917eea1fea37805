import type { FastifyInstance } from 'fastify'
import type { Access } from '../access/index.ts'
import type { Database } from '../storage/database.ts'
import type { Metrics } from './metrics.ts'
import { viewerOfRequest } from '../access/http.ts'
import { NamedError } from '../measures/errors.ts'
import { shownError } from '../measures/errorWords.ts'

/** What the routes for those who keep the server work with. */
export interface OperationsParts { database: Database, access: Access, metrics: Metrics }

async function answers({ pool }: Database): Promise<boolean> {
  return pool.query('SELECT 1').then(() => true, () => false)
}

/** GET /healthz: the process lives. GET /readyz: it can answer. GET /metrics: for those with a token or a role for it. */
export function addOperations(app: FastifyInstance, { database, access, metrics }: OperationsParts): void {
  const unlimited = { config: { rateLimit: false as const } }
  app.get('/healthz', unlimited, async () => ({ status: 'ok' }))
  app.get('/readyz', unlimited, async (_request, reply) => {
    const ready = await answers(database)
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ok' : 'database-unreachable' })
  })
  app.get('/metrics', async (request, reply) => {
    const viewer = await viewerOfRequest(request, access)
    if (!viewer.may.includes('metrics.read'))
      return reply.code(viewer.name === '' ? 401 : 403).send({ error: shownError(viewer.name === '' ? new NamedError('sign-in-needed') : new NamedError('not-permitted', { what: '/metrics' })) })
    return reply.type(metrics.contentType).send(await metrics.text())
  })
}
