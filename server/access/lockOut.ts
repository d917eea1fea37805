import type pg from 'pg'
import type { Database } from '../storage/database.ts'
import { NamedError } from '../common/errors.ts'
import { inTransaction } from '../storage/transaction.ts'

/** This many failed attempts in a row are allowed before a name is locked. */
const allowedFailures = 5
const firstLock = 60_000
/** The longest lock, however many attempts failed and whatever the clock did meanwhile. */
const longestLock = 3_600_000
/** After this long without an attempt the count starts again. */
const forgetAfter = 24 * 3_600_000
const longestName = 120

/** Names are counted in one spelling, whoever types them. */
const keyOf = (name: string): string =>
  name.replaceAll('\0', '').toLowerCase().toWellFormed().slice(0, longestName).toWellFormed()

/**
 * How long a name is locked after so many failures, in milliseconds: a minute, then twice as long each
 * time, at most an hour.
 */
export function lockAfter(failures: number): number {
  return failures < allowedFailures
    ? 0
    : Math.min(longestLock, firstLock * 2 ** Math.min(failures - allowedFailures, 10))
}

interface Failures {
  failures: number
  lastAt: Date
  lockedUntil: Date | null
}

async function lockedRow(client: pg.ClientBase, key: string, now: Date): Promise<Failures> {
  await client.query(
    'INSERT INTO "SignInFailure" ("name", "failures", "lastAt") VALUES ($1, 0, $2) ON CONFLICT DO NOTHING',
    [key, now],
  )
  const { rows } = await client.query<Failures>(
    'SELECT "failures", "lastAt", "lockedUntil" FROM "SignInFailure" WHERE "name" = $1 FOR UPDATE',
    [key],
  )
  return rows[0] ?? { failures: 0, lastAt: now, lockedUntil: null }
}

/**
 * Counts an attempt before it is checked, so that parallel attempts cannot all be made at once. Call
 * `forgetFailures` or
 * `takeBack` when it succeeds. Returns for how many milliseconds the name will be locked if it fails.
 * Errors: sign-in-locked, whether or not there is such an account.
 */
export async function beginAttempt(database: Database, name: string, now: Date): Promise<number> {
  const key = keyOf(name)
  return inTransaction(database, async client => {
    const row = await lockedRow(client, key, now)
    const left = (row.lockedUntil?.getTime() ?? 0) - now.getTime()
    if (left > 0 && left <= longestLock)
      throw new NamedError('sign-in-locked', { minutes: Math.ceil(left / 60_000) })
    const failures = now.getTime() - row.lastAt.getTime() > forgetAfter ? 1 : row.failures + 1
    const lock = lockAfter(failures)
    await client.query(
      'UPDATE "SignInFailure" SET "failures" = $2, "lastAt" = $3, "lockedUntil" = $4 WHERE "name" = $1',
      [key, failures, now, lock > 0 ? new Date(now.getTime() + lock) : null],
    )
    return lock
  })
}

/**
 * Takes the last attempt back: a right password with a second factor still to come. Earlier failures
 * stay counted.
 */
export async function takeBack({ pool }: Database, name: string): Promise<void> {
  await pool.query(
    `UPDATE "SignInFailure" SET "failures" = GREATEST("failures" - 1, 0), "lockedUntil" = NULL
      WHERE "name" = $1`,
    [keyOf(name)],
  )
}

/**
 * Ends the counting: after a complete sign-in, or by an administrator. Old counts of all names are
 * removed as well.
 */
export async function forgetFailures({ prisma }: Database, name: string): Promise<void> {
  await prisma.signInFailure.deleteMany({ where: { name: keyOf(name) } })
}

/** Removes counts whose last attempt was long ago. */
export async function forgetOldFailures({ prisma }: Database, now: Date): Promise<void> {
  await prisma.signInFailure.deleteMany({ where: { lastAt: { lt: new Date(now.getTime() - forgetAfter) } } })
}
