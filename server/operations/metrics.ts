import type { FastifyInstance } from 'fastify'
import type { Database } from '../storage/database.ts'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** Metrics of requests and of the process, for Prometheus. */
export class Metrics {
  private readonly registry = new Registry()
  private readonly seconds: Histogram

  constructor({ pool }: Pick<Database, 'pool'>) {
    collectDefaultMetrics({ register: this.registry, prefix: 'brightwindow_' })
    this.seconds = new Histogram({
      name: 'brightwindow_request_seconds',
      help: 'Time from the first byte of a request to the last of its answer',
      labelNames: ['route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers: [this.registry],
    })
    const connections = new Gauge({
      name: 'brightwindow_database_connections',
      help: 'Connections of the pool that answers questions',
      labelNames: ['state'],
      registers: [this.registry],
      collect: () => {
        connections.set({ state: 'all' }, pool.totalCount)
        connections.set({ state: 'idle' }, pool.idleCount)
        connections.set({ state: 'waited for' }, pool.waitingCount)
      },
    })
  }

  /** Counts every request by route; procedures by name, without their input. */
  watch(app: FastifyInstance): void {
    app.addHook('onResponse', async (request, reply) => {
      this.seconds.observe(
        { route: routeOf(request.routeOptions.url, request.url), status: String(reply.statusCode) },
        reply.elapsedTime / 1000,
      )
    })
  }

  /** All metrics in the text format of Prometheus. */
  async text(): Promise<string> {
    return this.registry.metrics()
  }

  readonly contentType = 'text/plain; version=0.0.4; charset=utf-8'
}

/** The label of a request. A batch of calls has one label, because the number of labels must stay small. */
function routeOf(pattern: string | undefined, url: string): string {
  if (!url.startsWith('/trpc/')) return pattern ?? 'none'
  const called = decodeURIComponent(url.slice('/trpc/'.length).split('?')[0] ?? '')
  return called.includes(',')
    ? '/trpc/batch'
    : /^[a-z]+\.[a-z]+$/i.test(called)
      ? `/trpc/${called}`
      : '/trpc/other'
}
