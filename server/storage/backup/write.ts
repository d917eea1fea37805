import type { BackupKeys } from './encryption.ts'
import type { BackupTable } from './tables.ts'
import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { NamedError } from '../../common/errors.ts'
import { isDiskFull } from '../failures.ts'
import { encrypted, encrypts, noBackupKeys } from './encryption.ts'
import { frameOf, jsonFrame, mark } from './frames.ts'
import { signingSecretMark } from './signingSecret.ts'
import { backupTables, secretRows } from './tables.ts'

/** The content of the first frame. */
export interface BackupHeader {
  madeAt: string
  migration: string
  /** The fingerprint of the signing secret; null where the database had none. */
  signingSecret: string | null
}

/** The result of a backup. */
interface WrittenBackup {
  file: string
  bytes: number
  rows: number
  tables: number
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

async function lastMigration(client: pg.ClientBase): Promise<string> {
  const result = await client.query<{ name: string }>(
    `SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL
      AND rolled_back_at IS NULL ORDER BY migration_name DESC LIMIT 1`,
  )
  return result.rows[0]?.name ?? ''
}

async function* tableFrames(
  client: pg.ClientBase,
  { table, columns }: BackupTable,
  withSecrets: boolean,
): AsyncGenerator<Buffer, number> {
  yield jsonFrame('T', { table, columns })
  const kept = withSecrets ? undefined : secretRows[table]
  const rows = `SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(table)}`
  const stream = client.query(
    copyTo(`COPY (${kept === undefined ? rows : `${rows} WHERE ${kept}`}) TO STDOUT`),
  )
  const hash = createHash('sha256')
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    hash.update(chunk)
    yield frameOf('D', chunk)
  }
  yield jsonFrame('E', { rows: stream.rowCount, sha256: hash.digest('hex') })
  return stream.rowCount
}

async function* backupFrames(
  client: pg.ClientBase,
  at: { now: Date; withSecrets: boolean; counts: { rows: number; tables: number } },
): AsyncGenerator<Buffer> {
  yield Buffer.from(mark, 'latin1')
  const tables = await backupTables(client)
  yield jsonFrame('H', {
    madeAt: at.now.toISOString(),
    migration: await lastMigration(client),
    signingSecret: await signingSecretMark(client),
  } satisfies BackupHeader)
  for (const table of tables) {
    at.counts.rows += yield* tableFrames(client, table, at.withSecrets)
    at.counts.tables++
  }
  yield jsonFrame('Z', at.counts)
}

async function safely(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  await handle.sync()
  await handle.close()
}

/**
 * Writes a consistent snapshot of everything that cannot be recomputed into one compressed file, while the
 * product is in use. The file appears only when it is complete, readable by its owner alone. Without a key it
 * is unencrypted and lacks the signing secret. Errors: disk-full, and those of the database.
 */
export async function writeBackup(
  url: string,
  file: string,
  { now, keys = noBackupKeys }: { now: Date; keys?: BackupKeys | undefined },
): Promise<WrittenBackup> {
  const client = new pg.Client({ connectionString: url, application_name: 'brightwindow-backup' })
  client.on('error', () => undefined)
  const partial = `${file}.partial`
  const counts = { rows: 0, tables: 0 }
  await client.connect()
  try {
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const withSecrets = encrypts(keys)
    await pipeline(
      Readable.from(backupFrames(client, { now, withSecrets, counts }), { objectMode: false }),
      createGzip({ level: 6 }),
      source => (withSecrets ? encrypted(source, keys) : source),
      createWriteStream(partial, { mode: 0o600 }),
    )
    await safely(partial)
    await rename(partial, file)
    return { file, bytes: (await stat(file)).size, ...counts }
  } catch (error) {
    await rm(partial, { force: true })
    throw isDiskFull(error) ? new NamedError('disk-full', {}, error) : error
  } finally {
    await client.end().catch(() => undefined)
  }
}
