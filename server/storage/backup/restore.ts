import type { Buffer } from 'node:buffer'
import type { Frame } from './frames.ts'
import type { BackupTable } from './tables.ts'
import type { BackupHeader } from './write.ts'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { migrationNames, migrationSql } from '../../../prisma/migrate.ts'
import { isNamedError, NamedError } from '../../measures/errors.ts'
import { isConnectionFailure } from '../failures.ts'
import { readFrames } from './frames.ts'

/** What was restored. */
export interface Restored { madeAt: string, migration: string, tables: number, rows: number }

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

const clearSql = `DO $$
DECLARE one record;
BEGIN
  FOR one IN SELECT c.oid::regclass AS name FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') LOOP
    EXECUTE format('DROP TABLE IF EXISTS %s CASCADE', one.name);
  END LOOP;
  FOR one IN SELECT t.oid::regtype AS name FROM pg_type t WHERE t.typnamespace = current_schema()::regnamespace AND t.typtype = 'e' LOOP
    EXECUTE format('DROP TYPE IF EXISTS %s CASCADE', one.name);
  END LOOP;
  DROP FUNCTION IF EXISTS refuse_audit_change();
END $$`

// As Prisma's migration engine makes it; the backup brings the rows.
const migrationsTableSql = `CREATE TABLE _prisma_migrations (id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ, migration_name VARCHAR(255) NOT NULL,
  logs TEXT, rolled_back_at TIMESTAMPTZ, started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`

const sequencesSql = `SELECT c.relname AS table, a.attname AS column FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
  WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND NOT a.attisdropped AND pg_get_serial_sequence(quote_ident(c.relname), a.attname) IS NOT NULL`

/** The tables as they were when the backup was made. */
async function buildTables(client: pg.ClientBase, header: BackupHeader): Promise<void> {
  const names = await migrationNames()
  if (!names.includes(header.migration))
    throw new NamedError('backup-too-new', { migration: header.migration })
  await client.query(clearSql)
  await client.query(migrationsTableSql)
  for (const name of names.slice(0, names.indexOf(header.migration) + 1))
    await client.query(await migrationSql(name))
}

/** Numbers go on after the largest that the backup brought. */
async function moveSequences(client: pg.ClientBase): Promise<void> {
  const found = await client.query<{ table: string, column: string }>(sequencesSql)
  for (const { table, column } of found.rows)
    await client.query(`SELECT setval(pg_get_serial_sequence(quote_ident($1), $2), greatest(1, (SELECT coalesce(max(${quoted(column)}), 0) + 1 FROM ${quoted(table)})), false)`, [table, column])
}

interface Progress { tables: number, rows: number }

/** Fills one table with the frames that follow its beginning, up to its end; both sums must agree. */
async function fillTable(client: pg.ClientBase, frames: AsyncIterator<Frame>, { table, columns }: BackupTable): Promise<number> {
  const hash = createHash('sha256')
  const found: { end: { rows: number, sha256: string } | null } = { end: null }
  async function* data(): AsyncGenerator<Uint8Array> {
    for (let next = await frames.next(); !next.done; next = await frames.next()) {
      if (next.value.kind === 'E') {
        found.end = JSON.parse(next.value.bytes.toString()) as { rows: number, sha256: string }
        return
      }
      if (next.value.kind !== 'D')
        throw new Error('the file ends in the middle')
      hash.update(next.value.bytes)
      yield next.value.bytes
    }
  }
  const stream = client.query(copyFrom(`COPY ${quoted(table)} (${columns.map(quoted).join(', ')}) FROM STDIN`))
  await pipeline(Readable.from(data(), { objectMode: false }), stream)
  if (found.end === null || found.end.sha256 !== hash.digest('hex') || found.end.rows !== stream.rowCount)
    throw new Error(`the rows of ${table} are not those that were written`)
  return stream.rowCount
}

async function restoreIn(client: pg.ClientBase, frames: AsyncIterator<Frame>): Promise<Restored> {
  const first = await frames.next()
  if (first.done || first.value.kind !== 'H')
    throw new Error('there is no header')
  const header = JSON.parse(first.value.bytes.toString()) as BackupHeader
  await buildTables(client, header)
  const progress: Progress = { tables: 0, rows: 0 }
  for (let next = await frames.next(); !next.done; next = await frames.next()) {
    if (next.value.kind === 'Z') {
      const end = JSON.parse(next.value.bytes.toString()) as Progress
      if (end.tables !== progress.tables || end.rows !== progress.rows)
        throw new Error('tables are missing')
      await moveSequences(client)
      // The pre-added tables did not come along; the next start makes and counts them.
      await client.query('DELETE FROM "Setting" WHERE "key" = \'tiers\'')
      return { ...header, ...progress }
    }
    if (next.value.kind !== 'T')
      throw new Error('a frame is out of place')
    progress.rows += await fillTable(client, frames, JSON.parse(next.value.bytes.toString()) as BackupTable)
    progress.tables++
  }
  throw new Error('the file ends in the middle')
}

/** The bytes inside the compression; what goes wrong with either ends the reading. */
function unpacked(file: string): AsyncIterable<Buffer> {
  const gunzip = createGunzip()
  pipeline(createReadStream(file), gunzip).catch(() => undefined)
  return gunzip as AsyncIterable<Buffer>
}

async function refuseWhileRunning(client: pg.ClientBase): Promise<void> {
  const others = await client.query('SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name = \'brightwindow\' AND pid <> pg_backend_pid() AND state IS NOT NULL')
  if ((others.rowCount ?? 0) > 0)
    throw new NamedError('product-running')
}

function asNamed(error: unknown, file: string): unknown {
  if (isNamedError(error) || isConnectionFailure(error))
    return error
  return new NamedError('backup-broken', { file, reason: error instanceof Error ? error.message.slice(0, 200) : '' }, error)
}

/**
 * Puts a backup in place of everything that the database holds, in one transaction: a backup that is broken anywhere changes nothing.
 * Newer migrations and the tiers are the caller's to add. Errors: backup-broken, backup-too-new, product-running.
 */
export async function restoreBackup(url: string, file: string): Promise<Restored> {
  const client = new pg.Client({ connectionString: url, application_name: 'brightwindow-restore' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await refuseWhileRunning(client)
    await client.query('BEGIN')
    const restored = await restoreIn(client, readFrames(unpacked(file)))
    await client.query('COMMIT')
    return restored
  }
  catch (error) {
    throw asNamed(error, file)
  }
  finally {
    await client.end().catch(() => undefined)
  }
}
