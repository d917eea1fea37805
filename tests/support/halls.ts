import type { Database } from '../../server/storage/database.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { verifyCentre } from '../../server/intake/batch/verify.ts'
import { addCentre, loadSmallHall } from './load.ts'

/** Adds a centre with the small hall of the worked examples. */
export async function addSmallHall(database: Database, code: string): Promise<void> {
  await addCentre(database, code)
  await loadSmallHall(database, code)
}

/**
 * The differences that `bw verify` finds in a centre; empty where every derived value and rollup is right.
 */
export async function differencesIn(database: Database, code: string): Promise<unknown[]> {
  return (await verifyCentre(database, await centresOf(database).find(code))).differences
}
