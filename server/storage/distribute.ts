import type pg from 'pg'
import type { Database } from './database.ts'
import { NamedError } from '../common/errors.ts'
import { inTransaction } from './transaction.ts'

/** Small tables that every node keeps whole, in the order in which they refer to each other. */
const referenceTables = ['Division', 'WorkCalendarYear', 'WorkCalendarDay', 'Centre']

/**
 * Tables that stay on the coordinator: settings, migrations, accounts and the audit log.
 */
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

/** What was done to each table. */
interface Distributed {
  table: string
  as: 'reference' | 'by centre'
}

async function ownTables(client: pg.ClientBase): Promise<string[]> {
  const found = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = current_schema()::regnamespace
      AND relkind IN ('r', 'p') ORDER BY relname`,
  )
  return found.rows.map(row => row.name)
}

async function alreadyPlaced(client: pg.ClientBase): Promise<Set<string>> {
  const found = await client.query<{ name: string }>(
    'SELECT c.relname AS name FROM pg_dist_partition p JOIN pg_class c ON c.oid = p.logicalrelid',
  )
  return new Set(found.rows.map(row => row.name))
}

/** True where the database is a Citus cluster. */
export async function isCitus(client: pg.ClientBase): Promise<boolean> {
  const found = await client.query("SELECT 1 FROM pg_extension WHERE extname = 'citus'")
  return (found.rowCount ?? 0) > 0
}

async function hasColumn(client: pg.ClientBase, table: string): Promise<boolean> {
  const found = await client.query(
    `SELECT 1 FROM pg_attribute WHERE attrelid = to_regclass(quote_ident($1))
      AND attname = 'centreId' AND NOT attisdropped`,
    [table],
  )
  return found.rowCount === 1
}

/**
 * Places every table that is not placed yet: small ones on every node, all others by their centre, side
 * by side with the cases.
 */
export async function placeTables(client: pg.ClientBase): Promise<Distributed[]> {
  const placed = await alreadyPlaced(client)
  const tables = await ownTables(client)
  const done: Distributed[] = []
  for (const table of referenceTables.filter(name => !placed.has(name))) {
    await client.query('SELECT create_reference_table(quote_ident($1)::regclass)', [table])
    done.push({ table, as: 'reference' })
  }
  const byCentre = ['Case', ...tables.filter(name => name !== 'Case')].filter(
    name => !placed.has(name) && !referenceTables.includes(name) && !localTables.includes(name),
  )
  for (const table of byCentre) {
    if (!(await hasColumn(client, table))) throw new NamedError('not-distributable', { table })
    await client.query(
      table === 'Case'
        ? "SELECT create_distributed_table(quote_ident($1)::regclass, 'centreId')"
        : `SELECT create_distributed_table(quote_ident($1)::regclass, 'centreId', colocate_with =>
            '"Case"')`,
      [table],
    )
    done.push({ table, as: 'by centre' })
  }
  return done
}

/**
 * Spreads the tables over a Citus cluster; where that is done already it does nothing. Errors:
 * citus-missing, not-distributable.
 */
export async function distribute(database: Pick<Database, 'pool'>): Promise<Distributed[]> {
  const available = await database.pool.query("SELECT 1 FROM pg_available_extensions WHERE name = 'citus'")
  if (available.rowCount === 0) throw new NamedError('citus-missing')
  return inTransaction(database, async client => {
    await client.query('CREATE EXTENSION IF NOT EXISTS citus')
    return placeTables(client)
  })
}
