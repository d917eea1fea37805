import type pg from 'pg'
import type { TierRow } from './tiers/shelf.ts'
import { Shelf } from './tiers/shelf.ts'

/** The tiers that are true for all of some centres, seen in the same snapshot as the figures. */
export async function readShelf(client: pg.ClientBase, centreIds: readonly number[]): Promise<Shelf> {
  const rows = await client.query<TierRow>('SELECT "name", "fingerprint", "missing" FROM "Tier" WHERE "centreId" = ANY($1::int[])', [centreIds])
  return new Shelf(rows.rows, centreIds.length)
}
