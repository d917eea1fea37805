import type { FactName } from '../../model/index.ts'
import type { Database } from '../../storage/database.ts'
import type { Grain } from '../grains.ts'
import { factNamed } from '../../model/index.ts'
import { raiseDataVersion } from '../../storage/dataVersion.ts'
import { inTransaction } from '../../storage/transaction.ts'
import { fingerprintOf } from '../columns.ts'
import { grains, grainsOf, tableOf, tablesOf } from '../grains.ts'
import { applyToRollups } from './apply.ts'
import { noteWhole } from './update.ts'

/** A fact of a centre whose rollups are to be built. */
interface Building {
  centreId: number
  fact: FactName
}

/** The application name of connections that build rollups, by which `stopBuilding` finds them. */
const builder = 'brightwindow building rollups'

/**
 * Cancels the building of rollups in this database, so that the product can stop at once. Building starts
 * again with the next start.
 */
export async function stopBuilding({ pool }: Pick<Database, 'pool'>): Promise<void> {
  await pool.query(
    `SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE application_name = $1
      AND datname = current_database()`,
    [builder],
  )
}

/**
 * Builds the rollups of one fact of one centre from the fact. Readers see the old rollups until the
 * transaction commits; loads of that centre wait.
 */
export async function buildRollups(
  database: Pick<Database, 'pool'>,
  { centreId, fact }: Building,
): Promise<void> {
  const own = grainsOf(fact)
  await inTransaction(database, async client => {
    await client.query(
      `SELECT set_config('application_name', '${builder}', true), pg_advisory_xact_lock(4600, $1)`,
      [centreId],
    )
    for (const grain of own) {
      for (const table of tablesOf(grain))
        await client.query(`DELETE FROM "${table}" WHERE "centreId" = $1`, [centreId])
    }
    await applyToRollups(client, own, {
      centreId,
      source:
        `(SELECT 1 AS sign, t.* FROM "${factNamed(fact).table}" AS t WHERE ` +
        `t."centreId" = ${Number(centreId)})`,
      removesRows: false,
      fresh: true,
    })
    await noteWhole(client, centreId, own)
    // Readers cache the complete rollups by data version.
    await raiseDataVersion(client, centreId)
  })
  await analyseRollups(database, fact)
}

/** Updates the planner's statistics of the tables of counts and sums. */
export async function analyseRollups({ pool }: Pick<Database, 'pool'>, fact: string): Promise<void> {
  for (const grain of grainsOf(fact)) {
    for (const step of grain.parts) await pool.query(`ANALYZE "${tableOf(grain, step)}"`)
  }
}

/** Facts of centres whose rollups are incomplete: never built, or with missing parts. */
export async function unbuilt({ pool }: Pick<Database, 'pool'>): Promise<Building[]> {
  const centres = await pool.query<{ id: number }>('SELECT "id" FROM "Centre" ORDER BY "id"')
  const missing: Building[] = []
  for (const fact of new Set(grains.map(grain => grain.fact))) {
    const whole = await wholeCentres(pool, grainsOf(fact))
    for (const { id } of centres.rows) {
      // One query per centre: Citus refuses subqueries that are correlated with a reference table.
      if (!whole.has(id) && (await hasRows(pool, id, fact))) missing.push({ centreId: id, fact })
    }
  }
  return missing
}

/** The centres in which all of some grains are complete, with the definitions of this version. */
async function wholeCentres(pool: Database['pool'], own: readonly Grain[]): Promise<Set<number>> {
  const result = await pool.query<{ centreId: number }>(
    `SELECT "centreId" FROM "Rollup"
      WHERE ("name", "fingerprint") IN (SELECT * FROM unnest($1::text[], $2::text[])) AND "missing" = '{}'
      GROUP BY "centreId" HAVING count(*) = $3`,
    [own.map(grain => grain.name), own.map(fingerprintOf), own.length],
  )
  return new Set(result.rows.map(row => row.centreId))
}

async function hasRows(pool: Database['pool'], centreId: number, fact: FactName): Promise<boolean> {
  const result = await pool.query(`SELECT 1 FROM "${factNamed(fact).table}" WHERE "centreId" = $1 LIMIT 1`, [
    centreId,
  ])
  return result.rowCount === 1
}

/**
 * Builds incomplete rollups, one fact of one centre at a time. Until then questions are answered from facts.
 * Returns how many were built.
 */
export async function buildMissingRollups(
  database: Pick<Database, 'pool'>,
  onStep?: (built: Building) => void,
): Promise<number> {
  const missing = await unbuilt(database)
  for (const building of missing) {
    await buildRollups(database, building)
    onStep?.(building)
  }
  return missing.length
}
