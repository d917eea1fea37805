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
 * Lends `work` Prisma's schema engine as WebAssembly over node-postgres: no binary is fetched, now or
 * later.
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
 * The engine's module. It can be brought to life once in a process: a second life would speak through
 * the memory of the first.
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

/** The Prisma schema as the engine wants it: pairs of path and text. */
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

/** As Prisma's own tools make and read it. */
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
  /** A migration that an earlier version of the product began and did not finish; null where none. */
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
 * The migrations that a database lacks. `before` says whether it has had any, so that there is
 * something to lose; `unfinished` names one that was broken off half-way.
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
 * Brings a database to the repository's last migration and returns the names of those it applied. Each is
 * one transaction with the row that records it, so that a killed start leaves it done or not begun.
 * Prisma's own engine runs each statement by itself and cuts a script at every semicolon.
 */
export async function migrate(url: string): Promise<string[]> {
  return withClient(url, async client => {
    const done: string[] = []
    const { finished } = await applied(client)
    for (const name of (await migrationNames()).filter(one => !finished.has(one))) {
      await client.query('BEGIN')
      // Two that start at once take turns; the second finds what the first has done.
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
 * The SQL that leads from an earlier text of schema.prisma (null: from nothing) to the present one.
 * `url` lends the engine a database to talk to.
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
