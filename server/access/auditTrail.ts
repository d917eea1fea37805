import type { Database } from '../storage/database.ts'
import type { AuditRow } from './audit.ts'
import { firstHash, hashOfEntry } from './audit.ts'

/** What a person looks for in the log. */
export interface AuditSearch {
  /** Part of an actor, action, subject or address. */
  text?: string
  action?: string
  outcome?: string
  from?: Date
  to?: Date
  /** Entries with a smaller number only; the next page. */
  before?: number
  limit: number
  /** Entries of other centres are not shown to someone limited to some. */
  centres: 'all' | readonly string[]
}

/** Entries that fit, newest first. */
export async function searchAudit({ pool }: Pick<Database, 'pool'>, search: AuditSearch): Promise<AuditRow[]> {
  const text = search.text ? `%${search.text.replaceAll(/[\\%_]/g, found => `\\${found}`)}%` : null
  const found = await pool.query<AuditRow>(
    `SELECT * FROM "AuditEntry" WHERE ($1::text IS NULL OR "actor" ILIKE $1 OR "action" ILIKE $1 OR "subject" ILIKE $1 OR "address" ILIKE $1)
      AND ($2::text IS NULL OR "action" = $2) AND ($3::text IS NULL OR "outcome" = $3)
      AND ($4::timestamptz IS NULL OR "at" >= $4) AND ($5::timestamptz IS NULL OR "at" < $5)
      AND ($6::int IS NULL OR "number" < $6) AND ($7::text[] IS NULL OR "centre" = ANY($7))
      ORDER BY "number" DESC LIMIT $8`,
    [text, search.action ?? null, search.outcome ?? null, search.from ?? null, search.to ?? null, search.before ?? null, search.centres === 'all' ? null : search.centres, search.limit],
  )
  return found.rows
}

/** What a check of the chain found: where it first breaks, or null. */
export interface ChainCheck {
  entries: number
  /** The hash of the last entry; written down elsewhere, it shows later whether the end was cut off. */
  lastHash: string
  broken: { number: number, why: 'missing' | 'changed' } | null
}

const atOnce = 5000

/** Reads the whole log and checks that no entry was changed, added between or taken out. With `upTo`, also that the log still holds that hash. */
export async function checkChain({ pool }: Pick<Database, 'pool'>, upTo?: string): Promise<ChainCheck> {
  let previous = firstHash
  let entries = 0
  let seen = upTo === undefined || upTo === firstHash
  for (;;) {
    const page = await pool.query<AuditRow>('SELECT * FROM "AuditEntry" WHERE "number" > $1 ORDER BY "number" LIMIT $2', [entries, atOnce])
    for (const row of page.rows) {
      if (row.number !== entries + 1)
        return { entries, lastHash: previous, broken: { number: entries + 1, why: 'missing' } }
      if (row.previous !== previous || hashOfEntry(row) !== row.hash)
        return { entries, lastHash: previous, broken: { number: row.number, why: 'changed' } }
      entries = row.number
      previous = row.hash
      seen ||= row.hash === upTo
    }
    if (page.rows.length < atOnce)
      return { entries, lastHash: previous, broken: seen ? null : { number: entries + 1, why: 'missing' } }
  }
}
