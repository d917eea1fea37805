import type pg from 'pg'
import { createHmac, randomBytes } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { writeOnce, writeWhole } from './ownFiles.ts'

/**
 * The secret under which audit entries are keyed. It stands in the data folder and never in the
 * database, so that whoever owns the database cannot write entries that pass the check.
 */
export interface AuditKey {
  /** Names the secret in the hashes that it made. */
  id: string
  secret: string
  /** Entries up to this number are older than the key and may bear no hash of it. */
  after: number
}

declare module 'pg' {
  interface ClientBase {
    /** The key of the installation whose connection this is; absent where none is configured. */
    auditKey?: AuditKey
  }
}

const keyFile = (dataFolder: string): string => path.join(dataFolder, 'audit.key')

/** HMAC-SHA-256 of a text under a key, with the name of the key before it. */
export const keyedHash = (key: AuditKey, text: string): string =>
  `${key.id}:${createHmac('sha256', key.secret).update(text).digest('hex')}`

/** The audit key of a data folder; null before the first start. */
export async function readAuditKey(dataFolder: string): Promise<AuditKey | null> {
  const text = await readFile(keyFile(dataFolder), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  // A full disk can have left an empty file of an earlier version.
  return text?.trim() ? (JSON.parse(text) as AuditKey) : null
}

async function lastNumber(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ number: number }>(
    'SELECT coalesce(max("number"), 0)::int AS "number" FROM "AuditEntry"',
  )
  return rows[0]?.number ?? 0
}

/** The audit key of a data folder, made where there is none. Two processes that start at once agree. */
async function ensureAuditKey(pool: pg.Pool, dataFolder: string): Promise<AuditKey> {
  const stored = await readAuditKey(dataFolder)
  if (stored) return stored
  const key: AuditKey = {
    id: randomBytes(4).toString('hex'),
    secret: randomBytes(32).toString('hex'),
    after: await lastNumber(pool),
  }
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  await writeOnce(keyFile(dataFolder), JSON.stringify(key))
  return (await readAuditKey(dataFolder)) ?? key
}

/** Lets every connection of a pool add audit entries under the key of the data folder. */
export async function useAuditKey(pool: pg.Pool, dataFolder: string): Promise<void> {
  const key = await ensureAuditKey(pool, dataFolder)
  pool.on('acquire', client => void Object.assign(client, { auditKey: key }))
}

/** After a restore the log is that of the backup: its entries may bear the hashes of another key. */
export async function acceptRestoredLog(pool: pg.Pool, dataFolder: string): Promise<void> {
  const key = await ensureAuditKey(pool, dataFolder)
  const restored: AuditKey = { ...key, after: await lastNumber(pool) }
  await writeWhole(keyFile(dataFolder), JSON.stringify(restored))
}
