import type { Config } from '../config.ts'
import type { EmbeddedServer } from './embedded.ts'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from '../../prisma/generated/client.ts'
import { migrate } from '../../prisma/migrate.ts'
import { NamedError } from '../measures/errors.ts'
import { joinEmbeddedServer } from './embedded.ts'

// A date is a local day; node-postgres would turn it into an instant of the machine's own zone.
pg.types.setTypeParser(pg.types.builtins.DATE, text => text)

/** One open database: Prisma for records, `pool` for counting and loading. */
export interface Database {
  url: string
  pool: pg.Pool
  prisma: PrismaClient
  close: () => Promise<void>
}

/** The address without its password, fit for a message. */
export function shownAddress(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url)
    return `${hostname}:${port || '5432'}${pathname}`
  }
  catch {
    return 'DATABASE_URL'
  }
}

const refusals = new Set(['28P01', '28000', '3D000'])

function connectionError(url: string, cause: unknown): NamedError {
  const code = String((cause as { code?: unknown }).code ?? '')
  return new NamedError(refusals.has(code) ? 'database-refused' : 'database-unreachable', { database: shownAddress(url) }, cause)
}

const lostConnection = /^(?:ECONN|ENOTFOUND|ETIMEDOUT|EPIPE|P1001|P1002|P1017|57P0|08)/

/** True where an error, or what caused it, says that the database is not there, whichever library reports it. */
export function isConnectionFailure(error: unknown): boolean {
  for (let at = error as { code?: unknown, message?: unknown, cause?: unknown } | undefined; at; at = at.cause as typeof at) {
    if (lostConnection.test(String(at.code ?? '')) || /Connection terminated|not queryable|Can't reach database|ECONNREFUSED/.test(String(at.message ?? '')))
      return true
  }
  return false
}

async function check(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
  }
  catch (cause) {
    throw connectionError(url, cause)
  }
  finally {
    await client.end().catch(() => undefined)
  }
}

/** Opens pools on a database that is already at the last migration. `release` is called after they are closed. */
export function connect(url: string, release: () => Promise<void> = async () => undefined): Database {
  const pool = new pg.Pool({ connectionString: url, max: 10, application_name: 'brightwindow' })
  const records = new pg.Pool({ connectionString: url, max: 6, application_name: 'brightwindow' })
  for (const one of [pool, records]) {
    one.on('error', () => undefined)
    // A connection that is lost while it is lent out and silent says so here; whoever uses it next meets the failure by name.
    one.on('connect', client => void client.on('error', () => undefined))
  }
  const prisma = new PrismaClient({ adapter: new PrismaPg(records) })
  return {
    url,
    pool,
    prisma,
    close: async () => {
      await prisma.$disconnect()
      await Promise.all([pool.end(), records.end()])
      await release()
    },
  }
}

/**
 * Opens the configured database: DATABASE_URL, or the data folder's own server, which it starts or joins. Migrations are
 * applied. Errors: database-unreachable, database-refused, embedded-unavailable, embedded-failed.
 */
export async function openDatabase(config: Pick<Config, 'databaseUrl' | 'dataFolder'>): Promise<Database> {
  const embedded: EmbeddedServer | null = config.databaseUrl ? null : await joinEmbeddedServer(config.dataFolder)
  const url = config.databaseUrl ?? embedded?.url ?? ''
  try {
    await check(url)
    await migrate(url)
    return connect(url, embedded?.release)
  }
  catch (error) {
    await embedded?.release()
    throw error
  }
}
