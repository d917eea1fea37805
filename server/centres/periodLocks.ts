import type { Database } from '../storage/database.ts'
import type { Centre } from './centre.ts'
import { NamedError } from '#measures'
import { insertPeriodLock } from '../storage/ownTransaction.ts'
import { inTransaction, lockCentre } from '../storage/transaction.ts'

/** Days whose records may not be changed. */
interface LockedDays {
  /** Null: the records of all facts. */
  fact: string | null
  from: string
  to: string
  reason: string
}

/**
 * Locks days of a fact, or of all facts. Waits for running loads, which have already checked the locks.
 * Returns the number of the lock. Errors: database-unreachable.
 */
export async function lockPeriod(
  database: Database,
  centre: Centre,
  { fact, from, to, reason, by, at }: LockedDays & { by: string; at: Date },
): Promise<number> {
  return inTransaction(database, async client => {
    await lockCentre(client, centre.id)
    return insertPeriodLock(client, { centreId: centre.id, fact, from, to, reason, by, at })
  })
}

/** Ends a lock. It stays stored, with who ended it and why. Errors: lock-not-open. */
export async function unlockPeriod(
  { prisma }: Database,
  centre: Centre,
  { id, reason, by, at }: { id: number; reason: string; by: string; at: Date },
): Promise<void> {
  const { count } = await prisma.periodLock.updateMany({
    where: { centreId: centre.id, id, unlockedAt: null },
    data: { unlockedBy: by, unlockedAt: at, unlockWhy: reason },
  })
  if (count === 0) throw new NamedError('lock-not-open', { lock: id })
}

const textOf = (day: Date): string => day.toISOString().slice(0, 10)

/** All locks of a centre, newest first, ended ones included. */
export async function periodLocks({ prisma }: Database, centre: Centre) {
  const locks = await prisma.periodLock.findMany({ where: { centreId: centre.id }, orderBy: { id: 'desc' } })
  return locks.map(lock => ({
    id: lock.id,
    fact: lock.fact,
    from: textOf(lock.fromDay),
    to: textOf(lock.toDay),
    reason: lock.reason,
    lockedBy: lock.lockedBy,
    lockedAt: lock.lockedAt,
    unlockedBy: lock.unlockedBy,
    unlockedAt: lock.unlockedAt,
    unlockWhy: lock.unlockWhy,
  }))
}
