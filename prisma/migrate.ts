import type { SchemaEngine } from '@prisma/schema-engine-wasm'
import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import pg from 'pg'

const here = path.dirname(fileURLToPath(import.meta.url))
const migrationsFolder = path.join(here, 'migrations')
const noFilter = { externalTables: [], externalEnums: [] }

/**
 * Provides Prisma's schema engine as WebAssembly over node-postgres, so that no binary has to be downloaded.
 */
async function withEngine<T>(url: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const pool = new pg.Pool({ connectionString: url, max: 2 })
  pool.on('error', () => undefined)
  const engine = await openEngine(pool)
  try {
    return await work(engine)
  } finally {
    engine.free()
    await pool.end()
  }
}

let loadedGlue: Promise<EngineGlue> | null = null

/**
 * Loads the engine's module. It can be instantiated only once per process, because a second instance would
 * use the memory of the first.
 */
async function engineGlue(): Promise<EngineGlue> {
  const require = createRequire(import.meta.url)
  const entry = require.resolve('@prisma/schema-engine-wasm')
  const wasmFile = path.join(path.dirname(entry), 'schema_engine_bg.wasm')
  const glue = (await import(path.join(path.dirname(entry), 'schema_engine_bg.js'))) as EngineGlue
  const { instance } = await WebAssembly.instantiate(await readFile(wasmFile), {
    './schema_engine_bg.js': glue as unknown as WebAssembly.ModuleImports,
  })
  glue.__wbg_set_wasm(instance.exports)
  ;(instance.exports.__wbindgen_start as () => void)()
  return glue
}

async function openEngine(pool: pg.Pool): Promise<SchemaEngine> {
  loadedGlue ??= engineGlue()
  const glue = await loadedGlue
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg(pool))
  return glue.SchemaEngine.new({ datamodels: await datamodels() }, () => undefined, adapter)
}

interface EngineGlue {
  __wbg_set_wasm: (exports: WebAssembly.Exports) => void
  SchemaEngine: typeof SchemaEngine
}

/** The Prisma schema in the form that the engine expects: pairs of path and text. */
async function datamodels(): Promise<[string, string][]> {
  return [['schema.prisma', await readFile(path.join(here, 'schema.prisma'), 'utf8')]]
}

/** The names of the migrations in the repository, oldest first. */
export async function migrationNames(): Promise<string[]> {
  const entries = await readdir(migrationsFolder, { withFileTypes: true })
  return entries
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .sort()
}

/** The SQL of one migration. */
export async function migrationSql(name: string): Promise<string> {
  return readFile(path.join(migrationsFolder, name, 'migration.sql'), 'utf8')
}

/** The table of migrations, as Prisma's own tools create and read it. */
export const migrationsTableSql = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0)`

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'brightwindow-migration' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

interface Applied {
  finished: Set<string>
  /** A migration that an earlier version of the product did not finish; null where there is none. */
  unfinished: string | null
}

async function applied(client: pg.Client): Promise<Applied> {
  const exists = await client.query<{ found: string | null }>(
    "SELECT to_regclass('_prisma_migrations')::text AS found",
  )
  if (!exists.rows[0]?.found) return { finished: new Set(), unfinished: null }
  const { rows } = await client.query<{ name: string; done: boolean }>(
    `SELECT migration_name AS name, finished_at IS NOT NULL AS done FROM _prisma_migrations
      WHERE rolled_back_at IS NULL ORDER BY started_at`,
  )
  return {
    finished: new Set(rows.filter(row => row.done).map(row => row.name)),
    unfinished: rows.find(row => !row.done)?.name ?? null,
  }
}

/**
 * The migrations that a database lacks. `before` is true where it has had any, so that there are data to
 * lose; `unfinished` names an interrupted one.
 */
export async function pendingMigrations(
  url: string,
): Promise<{ names: string[]; before: boolean; unfinished: string | null }> {
  const { finished, unfinished } = await withClient(url, applied)
  const names = (await migrationNames()).filter(name => !finished.has(name))
  return { names, before: finished.size > 0, unfinished }
}

async function apply(client: pg.Client, name: string): Promise<void> {
  const sql = await migrationSql(name)
  await client.query(sql)
  await client.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
      VALUES ($1, $2, $3, clock_timestamp(), 1)`,
    [randomUUID(), createHash('sha256').update(sql).digest('hex'), name],
  )
}

/**
 * Applies all pending migrations of the repository and returns their names. Each is one transaction with the
 * row that records it, so that an interrupted start leaves it either applied or not. Prisma's own engine runs
 * each statement by itself and splits scripts at every semicolon.
 */
export async function migrate(url: string): Promise<string[]> {
  return withClient(url, async client => {
    const done: string[] = []
    const { finished } = await applied(client)
    for (const name of (await migrationNames()).filter(name => !finished.has(name))) {
      await client.query('BEGIN')
      // Processes that start at the same time take turns; the second finds nothing pending.
      await client.query("SELECT pg_advisory_xact_lock(hashtext('brightwindow-migrations'))")
      await client.query(migrationsTableSql)
      if (!(await applied(client)).finished.has(name)) {
        await apply(client, name)
        done.push(name)
      }
      await client.query('COMMIT')
    }
    return done
  })
}

/**
 * The SQL from an earlier text of schema.prisma (null for an empty database) to the present one. `url` is a
 * database that the engine may connect to.
 */
export async function schemaDifference(url: string, earlier: string | null): Promise<string> {
  const content = (await datamodels())[0]?.[1] ?? ''
  const files = (text: string) => [{ path: 'schema.prisma', content: text }]
  const params = {
    from: earlier === null ? { tag: 'empty' } : { tag: 'schemaDatamodel', files: files(earlier) },
    to: { tag: 'schemaDatamodel', files: files(content) },
    script: true,
    exitCode: null,
    filters: noFilter,
    shadowDatabaseUrl: null,
  } as Parameters<SchemaEngine['diff']>[0]
  const result = await withEngine(url, async engine => engine.diff(params))
  return result.stdout ?? ''
}
