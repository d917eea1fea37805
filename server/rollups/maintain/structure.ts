import type pg from 'pg'
import type { Database } from '../../storage/database.ts'
import type { Grain, Step } from '../grains.ts'
import { factNamed } from '../../model/index.ts'
import { isDistributed, oneConnectionANode, placeTables } from '../../storage/distribute.ts'
import { inTransaction } from '../../storage/transaction.ts'
import { columnsOf, definitionsOf, fingerprintOf, rollupsFingerprint } from '../columns.ts'
import { membersOf } from '../fill.ts'
import { binsTableOf, grains, tableOf, tablesOf } from '../grains.ts'

// Rollup tables are generated from the measures, so that a new measure needs no migration.

/**
 * The columns of every rollup table that exists, by table. Tables of the former name `tier_…` are
 * included, to be dropped.
 */
async function columnsIn(client: pg.ClientBase): Promise<Map<string, Set<string>>> {
  const result = await client.query<{ table: string; columns: string[] }>(
    `SELECT c.relname AS table, array_agg(a.attname::text) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
       AND (starts_with(c.relname, 'rollup_') OR starts_with(c.relname, 'tier_'))
     GROUP BY 1`,
  )
  return new Map(result.rows.map(row => [row.table, new Set(row.columns)]))
}

const plainName = (column: string): string => column.slice(1, -1)

async function makeTable(
  client: pg.ClientBase,
  grain: Grain,
  table: { name: string; extra: string; key: string },
): Promise<void> {
  const members = membersOf(grain)
  const columns = ['"centreId"', 'NULL::date AS "day"', ...members].join(', ')
  await client.query(
    `CREATE TABLE "${table.name}" AS SELECT ${columns}${table.extra}
      FROM "${factNamed(grain.fact).table}" WITH NO DATA`,
  )
  const key = ['"centreId"', ...(table.key ? [table.key] : []), '"day"', ...members].join(', ')
  await client.query(`CREATE UNIQUE INDEX "${table.name}_key" ON "${table.name}" (${key}) NULLS NOT DISTINCT`)
}

/**
 * Adds and drops columns of a table of counts and sums to match this version. A table with other dimensions
 * is created again. Returns whether the table was created.
 */
async function renewTable(
  client: pg.ClientBase,
  at: { grain: Grain; step: Step },
  existing: Set<string> | undefined,
): Promise<boolean> {
  const { grain, step } = at
  const name = tableOf(grain, step)
  const wanted = new Set([
    'centreId',
    'day',
    ...membersOf(grain).map(plainName),
    ...columnsOf(grain).map(column => column.name),
  ])
  const present = await dropUnless(client, { name, has: membersOf(grain).map(plainName) }, existing)
  if (!present) await makeTable(client, grain, { name, extra: '', key: '' })
  const changes = [
    ...[...(present ?? [])].filter(column => !wanted.has(column)).map(column => `DROP COLUMN "${column}"`),
    ...columnsOf(grain).map(({ name, type }) =>
      present?.has(name)
        ? // Earlier versions stored 0, in columns without nulls.
          `ALTER COLUMN "${name}" DROP NOT NULL, ALTER COLUMN "${name}" DROP DEFAULT`
        : `ADD COLUMN "${name}" ${type}`,
    ),
  ]
  if (changes.length > 0) await client.query(`ALTER TABLE "${name}" ${changes.join(', ')}`)
  return !present
}

async function dropUnless(
  client: pg.ClientBase,
  table: { name: string; has: string[] },
  existing: Set<string> | undefined,
): Promise<Set<string> | undefined> {
  if (!existing || table.has.every(column => existing.has(column))) return existing
  await client.query(`DROP TABLE "${table.name}"`)
  return undefined
}

/** The same for a table of histograms. */
async function renewBins(
  client: pg.ClientBase,
  at: { grain: Grain; step: Step },
  existing: Set<string> | undefined,
): Promise<boolean> {
  const name = binsTableOf(at.grain, at.step)
  if (await dropUnless(client, { name, has: membersOf(at.grain).map(plainName) }, existing)) return false
  await makeTable(client, at.grain, {
    name,
    extra: ', 0 AS "part", NULL::smallint[] AS "bins", NULL::int[] AS "counts"',
    key: '"part"',
  })
  return true
}

/** Marks stored parts as missing whose definition has changed, or all of them where a table was created. */
async function noteMissing(
  client: pg.ClientBase,
  { grain, created }: { grain: Grain; created: boolean },
): Promise<void> {
  const today = definitionsOf(grain)
  const rows = await client.query<{ centreId: number; columns: Record<string, string>; missing: string[] }>(
    'SELECT "centreId", "columns", "missing" FROM "Rollup" WHERE "name" = $1',
    [grain.name],
  )
  for (const { centreId, columns, missing } of rows.rows) {
    const stale = Object.keys(today).filter(
      name => created || missing.includes(name) || columns[name] !== today[name],
    )
    await client.query(
      `UPDATE "Rollup" SET "fingerprint" = $3, "columns" = $4, "missing" = $5 WHERE "centreId" = $1
        AND "name" = $2`,
      [centreId, grain.name, fingerprintOf(grain), JSON.stringify(today), stale],
    )
  }
}

/** Makes the tables of all grains match this version; returns the grains of which a table was created. */
async function renewTables(client: pg.ClientBase): Promise<Set<Grain>> {
  const existing = await columnsIn(client)
  const wanted = grains.flatMap(tablesOf)
  for (const table of existing.keys()) {
    if (!wanted.includes(table)) await client.query(`DROP TABLE "${table}"`)
  }
  const created = new Set<Grain>()
  for (const grain of grains) {
    for (const step of grain.parts) {
      if (await renewTable(client, { grain, step }, existing.get(tableOf(grain, step)))) created.add(grain)
    }
    for (const step of grain.histograms) {
      if (await renewBins(client, { grain, step }, existing.get(binsTableOf(grain, step)))) created.add(grain)
    }
  }
  return created
}

async function noteRenewed(client: pg.ClientBase, created: ReadonlySet<Grain>): Promise<void> {
  for (const grain of grains) await noteMissing(client, { grain, created: created.has(grain) })
  await client.query('DELETE FROM "Rollup" WHERE NOT "name" = ANY($1::text[])', [
    grains.map(grain => grain.name),
  ])
  // Readers cache the complete rollups by data version.
  await client.query('UPDATE "CentreVersion" SET "version" = "version" + 1')
}

/**
 * Makes the rollup tables match the measures of this version: adds missing tables and columns, drops unused
 * ones, and marks parts with a changed definition as missing, for `buildMissingRollups` to rebuild. Costs one
 * small query where nothing changed.
 */
export async function prepareRollups(database: Pick<Database, 'pool'>): Promise<void> {
  const fingerprint = rollupsFingerprint()
  const setting = await database.pool.query<{ value: string }>(
    'SELECT "value" FROM "Setting" WHERE "key" = \'rollups\'',
  )
  if (setting.rows[0]?.value === fingerprint) return
  await inTransaction(database, async client => {
    // Two processes that start together must not both create the tables.
    await client.query('SELECT pg_advisory_xact_lock(4601)')
    const spread = await isDistributed(client)
    if (spread) await oneConnectionANode(client)
    const created = await renewTables(client)
    // Before any rows are read: Citus distributes no table in a transaction that has run a parallel query.
    if (spread) await placeTables(client)
    await noteRenewed(client, created)
    await client.query(
      `INSERT INTO "Setting" ("key", "value") VALUES ('rollups', $1) ON CONFLICT ("key") DO UPDATE
        SET "value" = $1`,
      [fingerprint],
    )
  })
}
