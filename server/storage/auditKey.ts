import type pg from 'pg'
import { createHmac, randomBytes } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { writeOnce, writeWhole } from './ownFiles.ts'

/**
 * The secret key of audit hashes. It is stored in the data folder and never in the database, so that somebody
 * with access to the database cannot write entries that pass the check.
 */
export interface AuditKey {
  /** Identifies the key in the hashes that were made with it. */
  id: string
  secret: string
  /** Entries up to this number are older than the key or were restored, and need no hash with it. */
  after: number
}

declare module 'pg' {
  interface ClientBase {
    /** The key of the installation that a connection belongs to; absent where none is configured. */
    auditKey?: AuditKey
  }
}

const keyFile = (dataFolder: string): string => path.join(dataFolder, 'audit.key')

/** HMAC-SHA-256 of a text, prefixed with the id of the key. */
export const keyedHash = (key: AuditKey, text: string): string =>
  `${key.id}:${createHmac('sha256', key.secret).update(text).digest('hex')}`

/** The audit key of a data folder; null before the first start. */
export async function readAuditKey(dataFolder: string): Promise<AuditKey | null> {
  const text = await readFile(keyFile(dataFolder), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  // An earlier version can have left an empty file on a full disk.
  return text?.trim() ? (JSON.parse(text) as AuditKey) : null
}

async function lastNumber(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ number: number }>(
    'SELECT coalesce(max("number"), 0)::int AS "number" FROM "AuditEntry"',
  )
  return rows[0]?.number ?? 0
}

/**
 * The audit key of a data folder, created where there is none. Two processes that start at the same time get
 * the same key.
 */
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

/** Makes the audit key of the data folder available to every connection of a pool. */
export async function useAuditKey(pool: pg.Pool, dataFolder: string): Promise<void> {
  const key = await ensureAuditKey(pool, dataFolder)
  pool.on('acquire', client => void Object.assign(client, { auditKey: key }))
}

/** Called after a restore: the entries come from the backup, and may have hashes with another key. */
export async function acceptRestoredLog(pool: pg.Pool, dataFolder: string): Promise<void> {
  const key = await ensureAuditKey(pool, dataFolder)
  const restored: AuditKey = { ...key, after: await lastNumber(pool) }
  await writeWhole(keyFile(dataFolder), JSON.stringify(restored))
}
