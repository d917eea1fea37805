import type pg from 'pg'
import type { Database } from './database.ts'
import type { Relation } from './relations.ts'
import { NamedError } from '../common/errors.ts'
import { checkCluster } from './clusterChecks.ts'
import { addRelations, dropRelations, groupsOf, relationsAmong } from './relations.ts'
import { inTransaction } from './transaction.ts'

/** Small tables that every node keeps completely (reference tables), referenced ones first. */
export const referenceTables = ['Division', 'WorkCalendarYear', 'WorkCalendarDay', 'Centre']

/** Tables that stay on the coordinator: settings, migrations, accounts and the audit log. */
export const localTables = [
  'Setting',
  '_prisma_migrations',
  'User',
  'Session',
  'Account',
  'Verification',
  'TwoFactor',
  'UsedCode',
  'Invitation',
  'SignInFailure',
  'AuditEntry',
]

/** Where a table is to be placed. */
interface Placing {
  table: string
  as: 'reference' | 'by centre'
}

/** A table with its placement and its position in the order of placing. */
interface Step extends Placing {
  step: number
  of: number
}

async function ownTables(client: pg.ClientBase): Promise<string[]> {
  const result = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = current_schema()::regnamespace
      AND relkind IN ('r', 'p') ORDER BY relname`,
  )
  return result.rows.map(row => row.name)
}

/**
 * Tables that are distributed or kept by every node. Citus also lists tables that stay on the coordinator and
 * refer to one of those; they are not placed.
 */
async function placedTables(client: pg.ClientBase): Promise<Set<string>> {
  const result = await client.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_dist_partition p JOIN pg_class c ON c.oid = p.logicalrelid
      WHERE p.partmethod = 'h' OR (p.partmethod = 'n' AND p.repmodel = 't')`,
  )
  return new Set(result.rows.map(row => row.name))
}

/** True where the tables are spread over a Citus cluster, as `distribute` does it. */
export async function isDistributed(client: pg.ClientBase): Promise<boolean> {
  const result = await client.query("SELECT 1 FROM pg_extension WHERE extname = 'citus'")
  return result.rowCount === 1 && (await placedTables(client)).has('Case')
}

/**
 * Uses one connection per node for the rest of a transaction. Citus needs that to distribute tables which the
 * same transaction created.
 */
export async function oneConnectionANode(client: pg.ClientBase): Promise<void> {
  await client.query("SET LOCAL citus.multi_shard_modify_mode TO 'sequential'")
}

async function hasColumn(client: pg.ClientBase, table: string): Promise<boolean> {
  const result = await client.query(
    `SELECT 1 FROM pg_attribute WHERE attrelid = to_regclass(quote_ident($1))
      AND attname = 'centreId' AND NOT attisdropped`,
    [table],
  )
  return result.rowCount === 1
}

/** The tables that are still to be placed, those first that others refer to. Errors: not-distributable. */
async function missingPlacings(client: pg.ClientBase): Promise<Placing[]> {
  const placed = await placedTables(client)
  const tables = (await ownTables(client)).filter(name => name !== 'Case')
  const byCentre = ['Case', ...tables].filter(
    name => !placed.has(name) && !referenceTables.includes(name) && !localTables.includes(name),
  )
  for (const table of byCentre) {
    if (!(await hasColumn(client, table))) throw new NamedError('not-distributable', { table })
  }
  const references = referenceTables.filter(name => !placed.has(name))
  return [
    ...references.map(table => ({ table, as: 'reference' as const })),
    ...byCentre.map(table => ({ table, as: 'by centre' as const })),
  ]
}

async function place(client: pg.ClientBase, { table, as }: Placing): Promise<void> {
  if (as === 'reference')
    await client.query('SELECT create_reference_table(quote_ident($1)::regclass)', [table])
  else if (table === 'Case')
    await client.query("SELECT create_distributed_table(quote_ident($1)::regclass, 'centreId')", [table])
  else
    await client.query(
      `SELECT create_distributed_table(quote_ident($1)::regclass, 'centreId', colocate_with => '"Case"')`,
      [table],
    )
}

/** An error of the engine, with the table and what the engine advises. */
function stepFailed(cause: unknown, table: string): NamedError {
  if (cause instanceof NamedError) return cause
  const { message = '', detail = '', hint = '' } = cause as pg.DatabaseError
  const reason = [message, detail, hint].filter(text => text !== '').join(' ')
  return new NamedError('cluster-step-failed', { table, reason }, cause)
}

async function placeEach(client: pg.ClientBase, placings: readonly Placing[]): Promise<void> {
  for (const placing of placings) {
    await place(client, placing).catch((cause: unknown) => {
      throw stepFailed(cause, placing.table)
    })
  }
}

/** Foreign keys between tables distributed by centre: Citus accepts one only where both tables are. */
async function relationsOf(client: pg.ClientBase, placings: readonly Placing[]): Promise<Relation[]> {
  return relationsAmong(
    client,
    placings.filter(placing => placing.as === 'by centre').map(placing => placing.table),
  )
}

/**
 * Places every table that is not placed yet, in the caller's transaction: small ones on every node, all
 * others by their centre, side by side with the cases. Errors: not-distributable, cluster-step-failed.
 */
export async function placeTables(client: pg.ClientBase): Promise<Placing[]> {
  const missing = await missingPlacings(client)
  if (missing.length > 0) await oneConnectionANode(client)
  const relations = await relationsOf(client, missing)
  await dropRelations(client, relations)
  await placeEach(client, missing)
  await addRelations(client, relations)
  return missing
}

async function countRows(client: pg.ClientBase, placings: readonly Placing[]): Promise<number[]> {
  const counts: number[] = []
  for (const { table } of placings) {
    const result = await client.query<{ n: string }>(`SELECT count(*) AS n FROM "${table}"`)
    counts.push(Number(result.rows[0]?.n ?? 0))
  }
  return counts
}

/** Places tables in one transaction; their rows are counted before and after. */
async function placeWhole(
  database: Pick<Database, 'pool'>,
  placings: readonly Placing[],
  relations: readonly Relation[],
): Promise<void> {
  const names = placings.map(placing => placing.table)
  const own = relations.filter(({ from, to }) => names.includes(from) && names.includes(to))
  await inTransaction(database, async client => {
    const before = await countRows(client, placings)
    await oneConnectionANode(client)
    await dropRelations(client, own)
    await placeEach(client, placings)
    await addRelations(client, own)
    const after = await countRows(client, placings)
    if (after.join() !== before.join())
      throw new Error(`there were ${before.join(', ')} rows, and ${after.join(', ')} are there now`)
  }).catch((cause: unknown) => {
    throw stepFailed(cause, names.join(', '))
  })
}

/** Frees the space on the coordinator of tables whose rows have moved to the workers. */
async function clearLocalCopies(database: Pick<Database, 'pool'>): Promise<void> {
  const result = await database.pool.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_dist_partition p JOIN pg_class c ON c.oid = p.logicalrelid
      WHERE p.partmethod = 'h' AND pg_relation_size(c.oid) > 0 ORDER BY 1`,
  )
  for (const { name } of result.rows)
    await database.pool
      .query('SELECT truncate_local_data_after_distributing_table(quote_ident($1)::regclass)', [name])
      .catch((cause: unknown) => {
        throw stepFailed(cause, name)
      })
}

/**
 * Spreads the tables over a Citus cluster, one after the other, each with all of its rows or not at all; run
 * again, it does what is left. Errors: citus-missing, citus-not-loaded, citus-not-allowed,
 * cluster-without-workers, not-distributable, cluster-step-failed.
 */
export async function distribute(
  database: Pick<Database, 'pool'>,
  onStep?: (done: Step) => void,
): Promise<Placing[]> {
  await checkCluster(database.pool)
  const { missing, relations } = await inTransaction(database, async client => {
    const missing = await missingPlacings(client)
    return { missing, relations: await relationsOf(client, missing) }
  })
  let step = 0
  for (const names of groupsOf(
    missing.map(table => table.table),
    relations,
  )) {
    const placings = missing.filter(table => names.includes(table.table))
    await placeWhole(database, placings, relations)
    for (const placing of placings) onStep?.({ ...placing, step: ++step, of: missing.length })
  }
  await clearLocalCopies(database)
  return missing
}

/** Places what a migration has added to a cluster. A single server is left as it is. */
export async function placeAdded(database: Pick<Database, 'pool'>): Promise<void> {
  await inTransaction(database, async client => {
    if (await isDistributed(client)) await placeTables(client)
  })
}
