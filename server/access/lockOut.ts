import type pg from 'pg'
import type { Database } from '../storage/database.ts'
import { NamedError } from '../common/errors.ts'
import { inTransaction } from '../storage/transaction.ts'

/** The number of failed attempts in a row before a name is locked. */
const allowedFailures = 5
const firstLock = 60_000
/** The longest lock in milliseconds, also where the clock was set back. */
const longestLock = 3_600_000
/** After this many milliseconds without an attempt, counting starts again. */
const forgetAfter = 24 * 3_600_000
const longestName = 120

/** The normalised spelling under which a name is counted. */
const keyOf = (name: string): string =>
  name.replaceAll('\0', '').toLowerCase().toWellFormed().slice(0, longestName).toWellFormed()

/**
 * For how many milliseconds a name is locked after a number of failures: a minute, doubled each time, at most
 * an hour.
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
 * Counts an attempt before it is checked, so that parallel attempts cannot exceed the limit. Call
 * `forgetFailures` or `takeBack` when it succeeds. Returns for how many milliseconds the name will be locked
 * if it fails. Errors: sign-in-locked, whether or not the account exists.
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
 * Takes back the last attempt after a right password that still needs a second factor; earlier failures stay
 * counted.
 */
export async function takeBack({ pool }: Database, name: string): Promise<void> {
  await pool.query(
    `UPDATE "SignInFailure" SET "failures" = GREATEST("failures" - 1, 0), "lockedUntil" = NULL
      WHERE "name" = $1`,
    [keyOf(name)],
  )
}

/**
 * Resets the count of a name: after a complete sign-in, a new password, or a new link from an administrator.
 */
export async function forgetFailures({ prisma }: Database, name: string): Promise<void> {
  await prisma.signInFailure.deleteMany({ where: { name: keyOf(name) } })
}

/** Deletes counts whose last attempt was long ago. */
export async function forgetOldFailures({ prisma }: Database, now: Date): Promise<void> {
  await prisma.signInFailure.deleteMany({ where: { lastAt: { lt: new Date(now.getTime() - forgetAfter) } } })
}
