import type { Config } from '../config.ts'
import type { EmbeddedServer } from './embedded.ts'
import path from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from '../../prisma/generated/client.ts'
import { migrate, pendingMigrations } from '../../prisma/migrate.ts'
import { NamedError } from '../common/errors.ts'
import { useAuditKey } from './auditKey.ts'
import { backupFolder, backupName } from './backup/place.ts'
import { writeBackup } from './backup/write.ts'
import { checkAbilities } from './databaseChecks.ts'
import { checkIdentity, settleIdentity } from './databaseIdentity.ts'
import { joinEmbeddedServer } from './embedded.ts'

// Dates are parsed as text: node-postgres would convert a local day to an instant in the machine's zone.
pg.types.setTypeParser(pg.types.builtins.DATE, text => text)

/** An open database: Prisma for records, `pool` for counting and loading. */
export interface Database {
  url: string
  pool: pg.Pool
  prisma: PrismaClient
  /** Safe to call twice. */
  close: () => Promise<void>
}

/** The address without its password, for messages. */
function shownAddress(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url)
    return `${hostname}:${port || '5432'}${pathname}`
  } catch {
    return 'DATABASE_URL'
  }
}

const refusals = new Set(['28P01', '28000', '3D000'])

function connectionError(url: string, cause: unknown): NamedError {
  const code = String((cause as { code?: unknown }).code ?? '')
  return new NamedError(
    refusals.has(code) ? 'database-refused' : 'database-unreachable',
    { database: shownAddress(url) },
    cause,
  )
}

/** Runs `work` with a connection of its own. Errors: database-unreachable, database-refused. */
async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect().catch((cause: unknown) => {
      throw connectionError(url, cause)
    })
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Opens pools on a database with all migrations applied. `release` is called after they are closed. */
export function connect(url: string, release: () => Promise<void> = async () => undefined): Database {
  const pool = new pg.Pool({ connectionString: url, max: 10, min: 1, application_name: 'brightwindow' })
  const records = new pg.Pool({ connectionString: url, max: 6, application_name: 'brightwindow' })
  for (const one of [pool, records]) {
    one.on('error', () => undefined)
    // Without this listener, a connection that is lost while checked out and idle would end the
    // process; the next query on it fails with a named error.
    one.on('connect', client => void client.on('error', () => undefined))
  }
  const prisma = new PrismaClient({ adapter: new PrismaPg(records) })
  return {
    url,
    pool,
    prisma,
    close: async () => {
      if (pool.ended) return
      await prisma.$disconnect()
      await Promise.all([pool.end(), records.end()])
      await release()
    },
  }
}

type Where = Pick<Config, 'databaseUrl' | 'dataFolder'> & Partial<Pick<Config, 'backupKeys'>>

/**
 * Runs `work` with the configured database without applying migrations: DATABASE_URL, or the data folder's
 * embedded server, started or joined.
 */
export async function reachDatabase<T>(config: Where, work: (at: EmbeddedServer) => Promise<T>): Promise<T> {
  const at = config.databaseUrl
    ? { url: config.databaseUrl, release: async () => undefined }
    : await joinEmbeddedServer(config.dataFolder)
  try {
    await withClient(at.url, async client => checkAbilities(client, shownAddress(at.url)))
    return await work(at)
  } catch (error) {
    await at.release()
    throw error
  }
}

/** Backs up a database with content before its migrations are applied. */
async function upgrade(url: string, { dataFolder, backupKeys: keys }: Where): Promise<void> {
  const { names, before, unfinished } = await pendingMigrations(url)
  if (unfinished !== null) throw new NamedError('migration-unfinished', { migration: unfinished })
  const now = new Date()
  if (before && names.length > 0)
    await writeBackup(url, path.join(backupFolder(dataFolder), backupName(`before-${names.at(-1)}`, now)), {
      now,
      keys,
    })
  await migrate(url)
}

/**
 * Opens the configured database: DATABASE_URL, or the data folder's own server, which it starts or
 * joins. Migrations are applied, after a backup where there is something to lose. Errors:
 * database-unreachable, database-refused, database-too-old, database-read-only, database-not-writable,
 * database-not-ours, migration-unfinished, embedded-unavailable, embedded-failed, disk-full.
 */
export async function openDatabase(config: Where): Promise<Database> {
  return reachDatabase(config, async ({ url, release }) => {
    await withClient(url, async client =>
      checkIdentity(client, { dataFolder: config.dataFolder, shown: shownAddress(url) }),
    )
    await upgrade(url, config)
    const database = connect(url, release)
    await useAuditKey(database.pool, config.dataFolder)
    await settleIdentity(database.pool, config.dataFolder)
    return database
  })
}
