import type { FastifyInstance } from 'fastify'
import type { Database } from '../storage/database.ts'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** Counts requests and looks at the process, for Prometheus. */
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

  /** Counts every request of a server, by its route: procedures by name, never by what was asked. */
  watch(app: FastifyInstance): void {
    app.addHook('onResponse', async (request, reply) => {
      this.seconds.observe(
        { route: routeOf(request.routeOptions.url, request.url), status: String(reply.statusCode) },
        reply.elapsedTime / 1000,
      )
    })
  }

  /** Everything in the text form that Prometheus reads. */
  async text(): Promise<string> {
    return this.registry.metrics()
  }

  readonly contentType = 'text/plain; version=0.0.4; charset=utf-8'
}

/** A batch of calls is one route, whatever it holds: labels must stay few. */
function routeOf(pattern: string | undefined, url: string): string {
  if (!url.startsWith('/trpc/')) return pattern ?? 'none'
  const called = decodeURIComponent(url.slice('/trpc/'.length).split('?')[0] ?? '')
  return called.includes(',')
    ? '/trpc/batch'
    : /^[a-z]+\.[a-z]+$/i.test(called)
      ? `/trpc/${called}`
      : '/trpc/other'
}
