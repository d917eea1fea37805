import type pg from 'pg'
import type { CentreContext } from '../query/queryContext.ts'
import type { Database } from '../storage/database.ts'
import type { RollupRow } from './rollupCatalogue.ts'
import { RollupCatalogue } from './rollupCatalogue.ts'

const catalogues = new WeakMap<Database, Map<string, RollupCatalogue>>()
const mostCatalogues = 1000

/**
 * The rollups that are complete for all of some centres, read in the same snapshot as the figures. Cached by
 * data version, which every change of the rollups raises.
 */
export async function readRollupCatalogue(
  database: Database,
  client: pg.ClientBase,
  { centres, centreIds }: Pick<CentreContext, 'centres' | 'centreIds'>,
): Promise<RollupCatalogue> {
  const cached = catalogues.get(database) ?? new Map<string, RollupCatalogue>()
  catalogues.set(database, cached)
  const key = centres.map(centre => `${centre.id}:${centre.dataVersion}`).join()
  const catalogue = cached.get(key)
  if (catalogue) return catalogue
  const rows = await client.query<RollupRow>(
    'SELECT "name", "fingerprint", "missing" FROM "Rollup" WHERE "centreId" = ANY($1::int[])',
    [centreIds],
  )
  const rollupCatalogue = new RollupCatalogue(rows.rows, centreIds.length)
  if (cached.size >= mostCatalogues) cached.clear()
  cached.set(key, rollupCatalogue)
  return rollupCatalogue
}
