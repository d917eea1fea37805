import type pg from 'pg'
import type { Grain, Step } from '../../query/tiers/grains.ts'
import { binnedSql, countedSql, membersOf, monthlyBinsSql, monthlySql, packedSql, rolledUpBinsSql, rolledUpSql, sameCell, valuesOf } from '../../query/tiers/fill.ts'
import { binsTableOf, sourceOf, steps, tableOf } from '../../query/tiers/grains.ts'

/** Rows that come in or go out: SQL that yields them, each with a `sign`. */
export interface Changed {
  centreId: number
  source: string
  /** Whether some of them go out. */
  takesOut: boolean
}

const difference = (grain: Grain, step: Step): string => `"difference_${grain.name}_${step}"`
const binsDifference = (grain: Grain, step: Step): string => `"difference_${grain.name}_${step}_bins"`

async function makeDifference(client: pg.ClientBase, name: string, sql: string): Promise<void> {
  await client.query(`CREATE TEMP TABLE ${name} ON COMMIT DROP AS ${sql}`)
  await client.query(`ANALYZE ${name}`)
}

async function addUp(client: pg.ClientBase, at: { grain: Grain, step: Step }, changed: Changed): Promise<void> {
  const { grain, step } = at
  const table = `"${tableOf(grain, step)}"`
  const key = ['"centreId"', '"day"', ...membersOf(grain)].join(', ')
  const columns = valuesOf(grain)
  await client.query(
    `INSERT INTO ${table} AS tier (${key}, ${columns.join(', ')}) SELECT $1::int AS ${key}, ${columns.join(', ')} FROM ${difference(grain, step)} ORDER BY "day"
     ON CONFLICT (${key}) DO UPDATE SET ${columns.map(column => `${column} = tier.${column} + EXCLUDED.${column}`).join(', ')}`,
    [changed.centreId],
  )
  // A cell that has come down to nothing goes, as if it had never been.
  if (changed.takesOut)
    await client.query(`DELETE FROM ${table} AS tier USING ${difference(grain, step)} AS d WHERE tier."centreId" = $1 AND ${sameCell(grain, 'tier', 'd', false)} AND ${columns.map(column => `tier.${column} = 0`).join(' AND ')}`, [changed.centreId])
}

/** Arrays cannot be added in place: the touched cells are taken out, put together with what came, and written again. */
async function addBins(client: pg.ClientBase, at: { grain: Grain, step: Step }, centreId: number): Promise<void> {
  const { grain, step } = at
  const table = `"${binsTableOf(grain, step)}"`
  const from = binsDifference(grain, step)
  const cell = ['"day"', ...membersOf(grain), '"part"'].join(', ')
  const touched = `"touched_${grain.name}_${step}"`
  await makeDifference(client, touched, `SELECT DISTINCT ${cell} FROM ${from}`)
  const inCell = ['"day"', ...membersOf(grain), '"part"'].map(column => `taken.${column}`).join(', ')
  await client.query(
    `WITH taken AS (DELETE FROM ${table} AS tier USING ${touched} AS d WHERE tier."centreId" = $1 AND ${sameCell(grain, 'tier', 'd', true)} RETURNING tier.*)
     INSERT INTO ${table} ("centreId", ${cell}, "bins", "counts") SELECT $1::int, packed.* FROM (${packedSql(grain, `SELECT ${cell}, bin, n FROM ${from} UNION ALL SELECT ${inCell}, old.bin, old.n FROM taken, unnest(taken."bins", taken."counts") AS old(bin, n)`)}) AS packed`,
    [centreId],
  )
}

/** Adds changed rows to some grains of one fact, in the caller's transaction. The cost is that of the changed rows, not of the history. */
export async function applyToTiers(client: pg.ClientBase, grains: readonly Grain[], changed: Changed): Promise<void> {
  for (const grain of [...grains].reverse()) {
    const larger = sourceOf(grain, grains)
    await makeDifference(client, difference(grain, 'day'), larger ? rolledUpSql(grain, difference(larger, 'day')) : countedSql(grain, changed.source))
    await makeDifference(client, difference(grain, 'month'), monthlySql(grain, difference(grain, 'day')))
  }
  const binned = grains.filter(grain => grain.histograms)
  for (const grain of [...binned].reverse()) {
    const larger = sourceOf(grain, binned)
    await makeDifference(client, binsDifference(grain, 'day'), larger ? rolledUpBinsSql(grain, binsDifference(larger, 'day')) : binnedSql(grain, changed.source))
    await makeDifference(client, binsDifference(grain, 'month'), monthlyBinsSql(grain, binsDifference(grain, 'day')))
  }
  for (const step of steps) {
    for (const grain of grains)
      await addUp(client, { grain, step }, changed)
    for (const grain of binned)
      await addBins(client, { grain, step }, changed.centreId)
  }
}
