import type { AuditKey } from '../storage/auditKey.ts'
import type { Database } from '../storage/database.ts'
import type { AuditRow } from './audit.ts'
import type { AuditHead } from './auditHead.ts'
import { readAuditKey } from '../storage/auditKey.ts'
import { firstHash, hashOfEntry } from './audit.ts'
import { readAuditHead } from './auditHead.ts'

/** The filters of a search in the log. */
interface AuditSearch {
  /** A part of an actor, action, subject or address. */
  text?: string
  action?: string
  outcome?: string
  from?: Date
  to?: Date
  /** Only entries with a smaller number, for paging. */
  before?: number
  limit: number
  /** The viewer's centres; entries of other centres are left out. */
  centres: 'all' | readonly string[]
}

/** The entries that match, newest first. */
export async function searchAudit(
  { pool }: Pick<Database, 'pool'>,
  search: AuditSearch,
): Promise<AuditRow[]> {
  const text = search.text ? `%${search.text.replaceAll(/[\\%_]/g, character => `\\${character}`)}%` : null
  const result = await pool.query<AuditRow>(
    `SELECT * FROM "AuditEntry"
      WHERE ($1::text IS NULL OR "actor" ILIKE $1 OR "action" ILIKE $1 OR "subject" ILIKE $1 OR
        "address" ILIKE $1)
      AND ($2::text IS NULL OR "action" = $2) AND ($3::text IS NULL OR "outcome" = $3)
      AND ($4::timestamptz IS NULL OR "at" >= $4) AND ($5::timestamptz IS NULL OR "at" < $5)
      AND ($6::int IS NULL OR "number" < $6) AND ($7::text[] IS NULL OR "centre" = ANY($7))
      ORDER BY "number" DESC LIMIT $8`,
    [
      text,
      search.action ?? null,
      search.outcome ?? null,
      search.from ?? null,
      search.to ?? null,
      search.before ?? null,
      search.centres === 'all' ? null : search.centres,
      search.limit,
    ],
  )
  return result.rows
}

/** The result of checking the chain: the first broken entry, or null. */
interface ChainCheck {
  entries: number
  /**
   * The number of entries with a hash under another key, as after a move to another machine; only their order
   * is checked.
   */
  unverified: number
  /** The hash of the last entry; if it is kept elsewhere, it later shows whether the end was cut off. */
  lastHash: string
  broken: { number: number; why: 'missing' | 'changed' } | null
}

/** What is known about the log outside the database. */
interface ChainProof {
  key?: AuditKey | null
  /** The last entry as stored in the data folder. */
  head?: Pick<AuditHead, 'number' | 'hash'> | null
  /** The hash of an entry that somebody has kept. */
  upTo?: string | undefined
}

const atOnce = 5000

/** True where the hash of an entry is right; null where it was computed with an earlier key. */
function isRight(row: AuditRow, key: AuditKey | null): boolean | null {
  const [name = '', keyed] = row.hash.split(':')
  if (key && name === key.id && keyed !== undefined) return hashOfEntry(row, key) === row.hash
  // Entries newer than the key must have been signed with it.
  if (key && row.number > key.after) return false
  return keyed === undefined ? hashOfEntry(row) === row.hash : null
}

/**
 * Reads the whole log and checks that no entry was changed, inserted or removed, and that it still contains
 * what was noted elsewhere.
 */
export async function checkChain(
  { pool }: Pick<Database, 'pool'>,
  { key = null, head = null, upTo }: ChainProof = {},
): Promise<ChainCheck> {
  const check: ChainCheck = { entries: 0, unverified: 0, lastHash: firstHash, broken: null }
  let seen = upTo === undefined || upTo === firstHash
  for (;;) {
    const page = await pool.query<AuditRow>(
      'SELECT * FROM "AuditEntry" WHERE "number" > $1 ORDER BY "number" LIMIT $2',
      [check.entries, atOnce],
    )
    for (const row of page.rows) {
      const right = isRight(row, key)
      if (row.number !== check.entries + 1)
        return { ...check, broken: { number: check.entries + 1, why: 'missing' } }
      if (
        row.previous !== check.lastHash ||
        right === false ||
        (row.number === head?.number && row.hash !== head.hash)
      )
        return { ...check, broken: { number: row.number, why: 'changed' } }
      if (right === null) check.unverified++
      check.entries = row.number
      check.lastHash = row.hash
      seen ||= row.hash === upTo
    }
    if (page.rows.length < atOnce) break
  }
  const isWhole = seen && (head === null || head.number <= check.entries)
  return isWhole ? check : { ...check, broken: { number: check.entries + 1, why: 'missing' } }
}

/** Checks the log of an installation against the key and the head in its data folder. */
export async function checkAuditLog(
  database: Pick<Database, 'pool'>,
  dataFolder: string,
  upTo?: string,
): Promise<ChainCheck> {
  return checkChain(database, {
    key: await readAuditKey(dataFolder),
    head: await readAuditHead(dataFolder),
    upTo,
  })
}
