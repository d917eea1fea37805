import type { Database } from '../storage/database.ts'
import { NamedError } from '../measures/errors.ts'

/** So many wrong passwords in a row are forgiven. */
const forgiven = 5
const firstLock = 60_000
/** However often it goes wrong, and whatever the clock did meanwhile, nobody waits longer. */
const longestLock = 3_600_000
/** After this long without a try, counting starts anew. */
const forgetAfter = 24 * 3_600_000
const longestName = 120

/** One spelling of a name, whoever types it. */
const keyOf = (name: string): string => name.replaceAll('\0', '').toLowerCase().toWellFormed().slice(0, longestName).toWellFormed()

/** How long a name is locked after so many wrong passwords: a minute, then twice as long each time, at most an hour. */
export function lockAfter(failures: number): number {
  return failures < forgiven ? 0 : Math.min(longestLock, firstLock * 2 ** Math.min(failures - forgiven, 10))
}

/** Refuses a name that is locked, without saying whether there is such an account. Errors: sign-in-locked. */
export async function checkLock({ prisma }: Database, name: string, now: Date): Promise<void> {
  const found = await prisma.signInFailure.findUnique({ where: { name: keyOf(name) } })
  const left = (found?.lockedUntil?.getTime() ?? 0) - now.getTime()
  if (left > 0 && left <= longestLock)
    throw new NamedError('sign-in-locked', { minutes: Math.ceil(left / 60_000) })
}

/** Counts a wrong password. Returns for how many milliseconds the name is locked now. */
export async function countFailure({ prisma }: Database, name: string, now: Date): Promise<number> {
  const key = keyOf(name)
  await prisma.signInFailure.deleteMany({ where: { lastAt: { lt: new Date(now.getTime() - forgetAfter) } } })
  const { failures } = await prisma.signInFailure.upsert({ where: { name: key }, update: { failures: { increment: 1 }, lastAt: now }, create: { name: key, failures: 1, lastAt: now } })
  const lock = lockAfter(failures)
  if (lock > 0)
    await prisma.signInFailure.update({ where: { name: key }, data: { lockedUntil: new Date(now.getTime() + lock) } })
  return lock
}

/** A right password, or an administrator, ends the counting. */
export async function forgetFailures({ prisma }: Database, name: string): Promise<void> {
  await prisma.signInFailure.deleteMany({ where: { name: keyOf(name) } })
}
