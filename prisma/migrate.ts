import type { SchemaEngine } from '@prisma/schema-engine-wasm'
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

async function migrationList(): Promise<Parameters<SchemaEngine['applyMigrations']>[0]['migrationsList']> {
  const names = await migrationNames()
  const migrationDirectories = await Promise.all(
    names.map(async name => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: await migrationSql(name) },
      },
    })),
  )
  return {
    baseDir: migrationsFolder,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories,
  }
}

/** QueryContext first keeps an ordinary start free of the engine's 5 MB. */
async function alreadyApplied(url: string): Promise<Set<string>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const exists = await client.query<{ found: string | null }>(
      "SELECT to_regclass('_prisma_migrations')::text AS found",
    )
    if (!exists.rows[0]?.found) return new Set()
    const rows = await client.query<{ migration_name: string }>(
      `SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL
        AND rolled_back_at IS NULL`,
    )
    return new Set(rows.rows.map(row => row.migration_name))
  } finally {
    await client.end()
  }
}

/**
 * The migrations that a database lacks. `before` says whether it has had any, so that there is
 * something to lose.
 */
export async function pendingMigrations(url: string): Promise<{ names: string[]; before: boolean }> {
  const applied = await alreadyApplied(url)
  return { names: (await migrationNames()).filter(name => !applied.has(name)), before: applied.size > 0 }
}

/** Brings a database to the repository's last migration and returns the names of those it applied. */
export async function migrate(url: string): Promise<string[]> {
  const applied = await alreadyApplied(url)
  if ((await migrationNames()).every(name => applied.has(name))) return []
  const migrationsList = await migrationList()
  const done = await withEngine(url, async engine =>
    engine.applyMigrations({ migrationsList, filters: noFilter }),
  )
  return done.appliedMigrationNames
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
