import type { Database } from './storage/database.ts'
import { seedCalendar } from './centres/calendars.ts'
import { prepareTiers } from './intake/tiers/structure.ts'

/** Brings an open database to what this version of the product expects beside its migrations: calendars and the tables of its tiers. */
export async function prepareDatabase(database: Database): Promise<void> {
  await seedCalendar(database)
  await prepareTiers(database)
}
