import type pg from 'pg'
import type { AuditKey } from '../storage/auditKey.ts'
import type { Database } from '../storage/database.ts'
import { canonical, hashOf } from '../common/canonical.ts'
import { keyedHash } from '../storage/auditKey.ts'
import { inTransaction } from '../storage/transaction.ts'

export type AuditValue = string | number | boolean | null | readonly string[]

/** An action that was done or refused. */
export interface AuditEvent {
  at: Date
  actor: string
  /** What kind of thing: sign-in, refusal, import, undo … */
  action: string
  outcome: 'done' | 'refused' | 'failed'
  centre?: string | null
  /** What it was done to, such as a batch, an account or a file. */
  subject?: string
  details?: Record<string, AuditValue>
  address?: string
}

/** A stored entry of the log. */
export interface AuditRow {
  number: number
  at: Date
  actor: string
  action: string
  outcome: string
  centre: string | null
  subject: string
  details: Record<string, AuditValue>
  address: string
  previous: string
  hash: string
}

/** The hash before the first entry. */
export const firstHash = '0'.repeat(64)
const mostText = 400

/**
 * The hash of an entry, computed over the previous hash and all fields of the entry: HMAC-SHA-256 with a key,
 * or plain SHA-256 without one.
 */
export function hashOfEntry(row: Omit<AuditRow, 'hash'>, key?: AuditKey): string {
  const { number, at, actor, action, outcome, centre, subject, details, address, previous } = row
  const content = [
    previous,
    number,
    at.toISOString(),
    actor,
    action,
    outcome,
    centre,
    subject,
    details,
    address,
  ]
  return key ? keyedHash(key, canonical(content)) : hashOf(content)
}

/**
 * Characters that change the display of a log without being visible: controls, direction marks and zero-width
 * marks. A name with such characters could make an entry look like another one.
 */
const invisible = /[\p{Cc}\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]+/gu

/** A text as it is stored in the log: visible characters on one line, at most `mostText` of them. */
const clean = (text: string): string =>
  text.toWellFormed().replace(invisible, ' ').slice(0, mostText).toWellFormed()

function cleanDetails(details: Record<string, AuditValue>): Record<string, AuditValue> {
  const cleaned = (value: AuditValue): AuditValue =>
    typeof value === 'string'
      ? clean(value)
      : Array.isArray(value)
        ? value.slice(0, 50).map(item => clean(String(item)))
        : value
  return Object.fromEntries(Object.entries(details).map(([key, value]) => [key, cleaned(value)]))
}

/**
 * Appends an entry in the transaction of the action, so that neither exists without the other. Call it last:
 * it holds a lock until the transaction ends.
 */
export async function appendAudit(
  client: Pick<pg.ClientBase, 'query' | 'auditKey'>,
  event: AuditEvent,
): Promise<void> {
  await client.query("SELECT pg_advisory_xact_lock(hashtext('brightwindow-audit'))")
  const last = (
    await client.query<{ number: number; hash: string }>(
      'SELECT "number", "hash" FROM "AuditEntry" ORDER BY "number" DESC LIMIT 1',
    )
  ).rows[0]
  const row: Omit<AuditRow, 'hash'> = {
    number: (last?.number ?? 0) + 1,
    at: event.at,
    actor: clean(event.actor),
    action: event.action,
    outcome: event.outcome,
    centre: event.centre ?? null,
    subject: clean(event.subject ?? ''),
    details: cleanDetails(event.details ?? {}),
    address: clean(event.address ?? ''),
    previous: last?.hash ?? firstHash,
  }
  await client.query(
    `INSERT INTO "AuditEntry" ("number", "at", "actor", "action", "outcome", "centre", "subject",
        "details", "address", "previous", "hash")
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      row.number,
      row.at,
      row.actor,
      row.action,
      row.outcome,
      row.centre,
      row.subject,
      JSON.stringify(row.details),
      row.address,
      row.previous,
      hashOfEntry(row, client.auditKey),
    ],
  )
}

/** Appends an entry for an action without a transaction. */
export async function recordAudit(database: Pick<Database, 'pool'>, event: AuditEvent): Promise<void> {
  await inTransaction(database, async client => appendAudit(client, event))
}
