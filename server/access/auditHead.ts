import type { Database } from '../storage/database.ts'
import { mkdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { NamedError } from '../common/errors.ts'
import { writeWhole } from '../storage/ownFiles.ts'

/** The last entry of the log at some time. */
export interface AuditHead {
  number: number
  hash: string
  at: string
}

const headFile = (dataFolder: string): string => path.join(dataFolder, 'audit.head')

/** The head that was stored last in the data folder; null where there is none. */
export async function readAuditHead(dataFolder: string): Promise<AuditHead | null> {
  const text = await readFile(headFile(dataFolder), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  return text === null ? null : (JSON.parse(text) as AuditHead)
}

/**
 * Stores the last entry of the log in the data folder, outside the database, so that a truncated log is
 * noticed. Returns it; null while the log is empty. Errors: audit-log-cut where the log no longer contains
 * the head stored before, which is then kept.
 */
export async function noteAuditHead(
  { pool }: Pick<Database, 'pool'>,
  dataFolder: string,
  now: Date,
): Promise<AuditHead | null> {
  const before = await readAuditHead(dataFolder)
  const { rows } = await pool.query<{ number: number; hash: string }>(
    `SELECT "number", "hash" FROM "AuditEntry"
      WHERE "number" = $1 OR "number" = (SELECT max("number") FROM "AuditEntry") ORDER BY "number" DESC`,
    [before?.number ?? null],
  )
  if (before && !rows.some(row => row.number === before.number && row.hash === before.hash))
    throw new NamedError('audit-log-cut', { number: before.number, at: before.at })
  const [last] = rows
  if (!last || last.number === before?.number) return before
  const head: AuditHead = { ...last, at: now.toISOString() }
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  await writeWhole(headFile(dataFolder), JSON.stringify(head))
  return head
}

/** Deletes the stored head, which after a restore belongs to another log. */
export async function forgetAuditHead(dataFolder: string): Promise<void> {
  await rm(headFile(dataFolder), { force: true })
}
