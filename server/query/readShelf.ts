import type pg from 'pg'
import type { Database } from '../storage/database.ts'
import type { Ground } from './ground.ts'
import type { TierRow } from './tiers/shelf.ts'
import { Shelf } from './tiers/shelf.ts'

const shelves = new WeakMap<Database, Map<string, Shelf>>()
const mostShelves = 1000

/** The tiers that are true for all of some centres, seen in the same snapshot as the figures. Whatever changes them changes the centre's data version too, so they are remembered by it. */
export async function readShelf(database: Database, client: pg.ClientBase, { centres, centreIds }: Pick<Ground, 'centres' | 'centreIds'>): Promise<Shelf> {
  const known = shelves.get(database) ?? new Map<string, Shelf>()
  shelves.set(database, known)
  const key = centres.map(centre => `${centre.id}:${centre.dataVersion}`).join()
  const found = known.get(key)
  if (found)
    return found
  const rows = await client.query<TierRow>('SELECT "name", "fingerprint", "missing" FROM "Tier" WHERE "centreId" = ANY($1::int[])', [centreIds])
  const shelf = new Shelf(rows.rows, centreIds.length)
  if (known.size >= mostShelves)
    known.clear()
  known.set(key, shelf)
  return shelf
}
