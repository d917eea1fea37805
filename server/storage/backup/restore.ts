import type { BackupKeys } from './encryption.ts'
import type { Frame } from './frames.ts'
import type { BackupTable } from './tables.ts'
import type { BackupHeader } from './write.ts'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { migrationNames, migrationSql, migrationsTableSql } from '../../../prisma/migrate.ts'
import { NamedError } from '../../common/errors.ts'
import { isDistributed, placeTables } from '../distribute.ts'
import { noBackupKeys } from './encryption.ts'
import { brokenBackup, framesOf, tableData } from './open.ts'
import { readSigningSecret, settleSigningSecret } from './signingSecret.ts'

/** The result of a restore. */
interface Restored {
  madeAt: string
  migration: string
  tables: number
  rows: number
  /** The number of second factors that were removed because the backup lacks the secret for reading them. */
  secondFactorsRemoved: number
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

const clearSql = `DO $$
DECLARE one record;
BEGIN
  FOR one IN SELECT c.relname AS name FROM pg_class c
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') LOOP
    EXECUTE format('DROP TABLE IF EXISTS %I CASCADE', one.name);
  END LOOP;
  FOR one IN SELECT t.oid::regtype AS name FROM pg_type t
    WHERE t.typnamespace = current_schema()::regnamespace AND t.typtype = 'e' LOOP
    EXECUTE format('DROP TYPE IF EXISTS %s CASCADE', one.name);
  END LOOP;
  DROP FUNCTION IF EXISTS refuse_audit_change();
END $$`

const sequencesSql = `SELECT c.relname AS table, a.attname AS column FROM pg_attribute a JOIN pg_class c
  ON c.oid = a.attrelid
  WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
  AND NOT a.attisdropped AND pg_get_serial_sequence(quote_ident(c.relname), a.attname) IS NOT NULL`

/** Creates the tables as they were when the backup was made, by applying its migrations. */
async function buildTables(client: pg.ClientBase, header: BackupHeader): Promise<void> {
  const names = await migrationNames()
  if (!names.includes(header.migration))
    throw new NamedError('backup-too-new', { migration: header.migration })
  await client.query(clearSql)
  await client.query(migrationsTableSql)
  for (const name of names.slice(0, names.indexOf(header.migration) + 1))
    await client.query(await migrationSql(name))
}

/** The first migration whose tables can be distributed over a cluster. */
const firstForClusters = '20261130125757_centre_versions'

function checkForCluster({ migration }: BackupHeader): void {
  if (migration < firstForClusters) throw new NamedError('backup-not-for-cluster', { migration })
}

/** Sets sequences to continue after the largest restored number. */
async function moveSequences(client: pg.ClientBase): Promise<void> {
  const result = await client.query<{ table: string; column: string }>(sequencesSql)
  for (const { table, column } of result.rows)
    await client.query(
      `SELECT setval(pg_get_serial_sequence(quote_ident($1), $2), greatest(1, (SELECT
          coalesce(max(${quoted(column)}), 0) + 1 FROM ${quoted(table)})), false)`,
      [table, column],
    )
}

interface Progress {
  tables: number
  rows: number
}

/** Fills one table from its frames, and verifies its checksum and its number of rows. */
async function fillTable(
  client: pg.ClientBase,
  frames: AsyncIterator<Frame>,
  { table, columns }: BackupTable,
): Promise<number> {
  const { data, rows } = tableData(frames, table)
  const stream = client.query(
    copyFrom(`COPY ${quoted(table)} (${columns.map(quoted).join(', ')}) FROM STDIN`),
  )
  await pipeline(Readable.from(data, { objectMode: false }), stream)
  if (rows() !== stream.rowCount) throw new Error(`the rows of ${table} are not those that were written`)
  return stream.rowCount
}

async function restoreIn(client: pg.ClientBase, frames: AsyncIterator<Frame>): Promise<Restored> {
  const first = await frames.next()
  if (first.done || first.value.kind !== 'H') throw new Error('there is no header')
  const header = JSON.parse(first.value.bytes.toString()) as BackupHeader
  const own = await readSigningSecret(client)
  const spread = await isDistributed(client)
  if (spread) checkForCluster(header)
  await buildTables(client, header)
  if (spread) await placeTables(client)
  const progress: Progress = { tables: 0, rows: 0 }
  for (let next = await frames.next(); !next.done; next = await frames.next()) {
    if (next.value.kind === 'Z') {
      const end = JSON.parse(next.value.bytes.toString()) as Progress
      if (end.tables !== progress.tables || end.rows !== progress.rows) throw new Error('tables are missing')
      await moveSequences(client)
      // Rollups are not part of a backup; the next start builds them.
      await client.query('DELETE FROM "Setting" WHERE "key" = \'rollups\'')
      const secondFactorsRemoved = await settleSigningSecret(client, {
        own,
        mark: header.signingSecret ?? null,
      })
      return { madeAt: header.madeAt, migration: header.migration, ...progress, secondFactorsRemoved }
    }
    if (next.value.kind !== 'T') throw new Error('a frame is out of place')
    progress.rows += await fillTable(client, frames, JSON.parse(next.value.bytes.toString()) as BackupTable)
    progress.tables++
  }
  throw new Error('the file ends in the middle')
}

async function refuseWhileRunning(client: pg.ClientBase): Promise<void> {
  const others = await client.query(
    `SELECT 1 FROM pg_stat_activity WHERE datname = current_database()
      AND application_name = 'brightwindow' AND pid <> pg_backend_pid() AND state IS NOT NULL`,
  )
  if ((others.rowCount ?? 0) > 0) throw new NamedError('product-running')
}

/**
 * Replaces the content of the database by a backup, in one transaction: a broken backup changes nothing. The
 * caller applies newer migrations and builds the rollups. Errors: backup-broken, backup-too-new,
 * backup-not-for-cluster, backup-key-needed, backup-key-wrong, product-running.
 */
export async function restoreBackup(
  url: string,
  file: string,
  keys: BackupKeys = noBackupKeys,
): Promise<Restored> {
  const client = new pg.Client({ connectionString: url, application_name: 'brightwindow-restore' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await refuseWhileRunning(client)
    await client.query('BEGIN')
    const restored = await restoreIn(client, await framesOf(file, keys))
    await client.query('COMMIT')
    return restored
  } catch (error) {
    throw brokenBackup(error, file)
  } finally {
    await client.end().catch(() => undefined)
  }
}
