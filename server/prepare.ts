import type { Database } from './storage/database.ts'
import { guardAudit } from './access/auditGuard.ts'
import { seedCalendar } from './centres/calendars.ts'
import { prepareRollups } from './rollups/maintain/structure.ts'
import { placeAdded } from './storage/distribute.ts'

/**
 * Brings an open database to what this version of the product expects beside its migrations: on a cluster the
 * place of new tables, the guard of the audit log, calendars and the tables of its rollups.
 */
export async function prepareDatabase(database: Database): Promise<void> {
  await placeAdded(database)
  await guardAudit(database)
  await seedCalendar(database)
  await prepareRollups(database)
}
