import type pg from 'pg'
import { signingSecretKey } from './signingSecret.ts'

/** A table, in an order in which tables can be filled: referenced tables come first. */
export interface BackupTable {
  table: string
  columns: string[]
}

/**
 * Tables that are not backed up: rollups, which are rebuilt from the facts, and sessions. Users sign in again
 * after a restore.
 */
const leftOut = ['Rollup', 'Session', 'Verification', 'SignInFailure']

/** Conditions that exclude rows from unencrypted backups, by table. */
export const secretRows: Record<string, string> = { Setting: `"key" <> '${signingSecretKey}'` }

const tablesSql = `SELECT c.relname AS table, array_agg(a.attname::text ORDER BY a.attnum) AS columns
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
    AND NOT a.attisdropped AND a.attgenerated = ''
  WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
    AND NOT starts_with(c.relname, 'rollup_') AND c.relname <> ALL($1)
  GROUP BY c.relname ORDER BY c.relname`

const referencesSql = `SELECT DISTINCT k.conrelid::regclass::text AS from, k.confrelid::regclass::text AS to
  FROM pg_constraint k
  WHERE k.contype = 'f' AND k.connamespace = current_schema()::regnamespace
  AND k.conrelid <> k.confrelid`

const bare = (name: string): string => name.replaceAll('"', '')

/** The tables of a backup, referenced tables first. */
export async function backupTables(client: pg.ClientBase): Promise<BackupTable[]> {
  const all = (await client.query<BackupTable>(tablesSql, [leftOut])).rows
  const references = (await client.query<{ from: string; to: string }>(referencesSql)).rows.map(
    ({ from, to }) => ({ from: bare(from), to: bare(to) }),
  )
  const names = new Set(all.map(table => table.table))
  const placed: BackupTable[] = []
  const isPlaced = (name: string): boolean => !names.has(name) || placed.some(table => table.table === name)
  while (placed.length < all.length) {
    const next = all.filter(
      table =>
        !isPlaced(table.table) &&
        references.filter(({ from }) => from === table.table).every(({ to }) => isPlaced(to)),
    )
    if (next.length === 0)
      throw new Error(
        `tables refer to each other in a circle: ${all
          .filter(table => !isPlaced(table.table))
          .map(table => table.table)
          .join(', ')}`,
      )
    placed.push(...next)
  }
  return placed
}
