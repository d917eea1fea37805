import type { BackupKeys } from './encryption.ts'
import type { Frame } from './frames.ts'
import type { BackupTable } from './tables.ts'
import type { BackupHeader } from './write.ts'
import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { isNamedError, NamedError } from '../../common/errors.ts'
import { isConnectionFailure } from '../failures.ts'
import { decrypted, headBytes, isEncrypted } from './encryption.ts'
import { readFrames } from './frames.ts'

async function headOf(file: string): Promise<Buffer> {
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/**
 * The frames of a backup file, decrypted and decompressed; an error ends the stream. Errors while reading:
 * backup-key-needed, backup-key-wrong.
 */
export async function framesOf(file: string, keys: BackupKeys): Promise<AsyncGenerator<Frame>> {
  const head = await headOf(file)
  const raw = createReadStream(file)
  const plain = isEncrypted(head) ? Readable.from(decrypted(raw, { head, keys, file })) : raw
  const gunzip = createGunzip()
  pipeline(plain, gunzip).catch((error: unknown) => void gunzip.destroy(error as Error))
  return readFrames(gunzip as AsyncIterable<Buffer>)
}

/**
 * The bytes of one table up to its end, with their checksum verified. `rows` is the number of rows once all
 * have been read.
 */
export function tableData(
  frames: AsyncIterator<Frame>,
  table: string,
): { data: AsyncGenerator<Uint8Array>; rows: () => number | null } {
  let rows: number | null = null
  async function* read(): AsyncGenerator<Uint8Array> {
    const hash = createHash('sha256')
    for (let next = await frames.next(); !next.done; next = await frames.next()) {
      if (next.value.kind === 'E') {
        const end = JSON.parse(next.value.bytes.toString()) as { rows: number; sha256: string }
        if (end.sha256 !== hash.digest('hex'))
          throw new Error(`the rows of ${table} are not those that were written`)
        rows = end.rows
        return
      }
      if (next.value.kind !== 'D') throw new Error('the file ends in the middle')
      hash.update(next.value.bytes)
      yield next.value.bytes
    }
  }
  return { data: read(), rows: () => rows }
}

/** Converts a failure to read a backup to a named error; errors of the database are kept. */
export function brokenBackup(error: unknown, file: string): unknown {
  if (isNamedError(error) || isConnectionFailure(error)) return error
  return new NamedError(
    'backup-broken',
    { file, reason: error instanceof Error ? error.message.slice(0, 200) : '' },
    error,
  )
}

/** The content of a backup. */
interface BackupContents {
  madeAt: string
  migration: string
  tables: number
  rows: number
}

async function contentsOf(frames: AsyncIterator<Frame>): Promise<BackupContents> {
  const first = await frames.next()
  if (first.done || first.value.kind !== 'H') throw new Error('there is no header')
  const { madeAt, migration } = JSON.parse(first.value.bytes.toString()) as BackupHeader
  const counts = { tables: 0, rows: 0 }
  for (let next = await frames.next(); !next.done; next = await frames.next()) {
    const { kind, bytes } = next.value
    if (kind === 'Z') {
      const end = JSON.parse(bytes.toString()) as typeof counts
      if (end.tables !== counts.tables || end.rows !== counts.rows) throw new Error('tables are missing')
      return { madeAt, migration, ...counts }
    }
    if (kind !== 'T') throw new Error('a frame is out of place')
    const { data, rows } = tableData(frames, (JSON.parse(bytes.toString()) as BackupTable).table)
    for await (const _ of data);
    counts.tables++
    counts.rows += rows() ?? 0
  }
  throw new Error('the file ends in the middle')
}

/**
 * Reads a whole backup without accessing a database, and verifies its keys and checksums. Errors:
 * backup-broken, backup-key-needed, backup-key-wrong.
 */
export async function checkBackup(file: string, keys: BackupKeys): Promise<BackupContents> {
  try {
    return await contentsOf(await framesOf(file, keys))
  } catch (error) {
    throw brokenBackup(error, file)
  }
}
