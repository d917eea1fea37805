import type { Database } from './storage/database.ts'
import { guardAudit } from './access/auditGuard.ts'
import { seedCalendar } from './centres/calendars.ts'
import { prepareTiers } from './intake/tiers/structure.ts'

/** Brings an open database to what this version of the product expects beside its migrations: the guard of the audit log, calendars and the tables of its tiers. */
export async function prepareDatabase(database: Database): Promise<void> {
  await guardAudit(database)
  await seedCalendar(database)
  await prepareTiers(database)
}
