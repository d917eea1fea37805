import type pg from 'pg'
import type { Grain, Step } from '../grains.ts'
import { histogramsOf } from '../columns.ts'
import {
  binnedSql,
  countedSql,
  membersOf,
  monthlyBinsSql,
  monthlySql,
  packedSql,
  rolledUpBinsSql,
  rolledUpSql,
  sameCell,
  valuesOf,
} from '../fill.ts'
import { binsTableOf, finestOf, sourceOf, steps, storesBy, tableOf, withHistograms } from '../grains.ts'
import { binsDifference, difference } from './difference.ts'

/** A change of the rollups of a centre. */
interface Adding {
  centreId: number
  /** Whether rows are removed. */
  removesRows: boolean
  /** Whether the centre has no rows in these rollups yet. */
  fresh: boolean
}

/** Rows that are added or removed, as SQL; each has a `sign`. */
interface Changed extends Adding {
  source: string
}

/**
 * Creates the table of a difference. One that will be joined is analysed: without statistics, PostgreSQL may
 * take minutes.
 */
async function makeDifference(
  client: pg.ClientBase,
  name: string,
  made: { sql: string; joinedBy: readonly string[] | null },
): Promise<void> {
  await client.query(`CREATE TEMP TABLE ${name} ON COMMIT DROP AS ${made.sql}`)
  if (made.joinedBy) await client.query(`ANALYZE ${name} (${made.joinedBy.join(', ')})`)
}

/**
 * The days of a difference. They are listed in the statement so that the rollup's index is used; a join would
 * scan the whole table.
 */
async function daysIn(client: pg.ClientBase, name: string): Promise<string[]> {
  const result = await client.query<{ day: string }>(`SELECT DISTINCT "day"::text AS day FROM ${name}`)
  return result.rows.map(row => row.day)
}

/** Days of a difference on which the centre has no row yet. */
async function newDays(
  client: pg.ClientBase,
  at: { grain: Grain; step: Step },
  how: { centreId: number; days: string[] },
): Promise<string[]> {
  const result = await client.query<{ day: string }>(
    `SELECT d."day"::text AS day FROM unnest($2::date[]) AS d("day")
     LEFT JOIN LATERAL (SELECT 1 AS present FROM "${tableOf(at.grain, at.step)}" AS rollup
       WHERE rollup."centreId" = $1 AND rollup."day" = d."day" LIMIT 1) AS stored ON true
       WHERE stored.present IS NULL`,
    [how.centreId, how.days],
  )
  return result.rows.map(row => row.day)
}

async function addUp(
  client: pg.ClientBase,
  at: { grain: Grain; step: Step },
  changed: Adding,
): Promise<void> {
  const { grain, step } = at
  const table = `"${tableOf(grain, step)}"`
  const key = ['"centreId"', '"day"', ...membersOf(grain)].join(', ')
  const columns = valuesOf(grain)
  const insert = `INSERT INTO ${table} AS rollup (${key}, ${columns.join(', ')}) SELECT $1::int AS ${key},
      ${columns.join(', ')} FROM ${difference(grain, step)}`
  // Questions read consecutive days, so rows are stored in that order.
  const order = ' ORDER BY "day"'
  // A centre without rows needs no conflict check, which takes a third of the time.
  const touched = changed.fresh ? [] : await daysIn(client, difference(grain, step))
  const days = await newDays(client, at, { centreId: changed.centreId, days: touched })
  if (changed.fresh) await client.query(`${insert}${order}`, [changed.centreId])
  else if (days.length > 0)
    await client.query(`${insert} WHERE "day" = ANY($2::date[])${order}`, [changed.centreId, days])
  const sums = columns.map(
    column => `${column} = nullif(coalesce(rollup.${column}, 0) + coalesce(EXCLUDED.${column}, 0), 0)`,
  )
  if (!changed.fresh)
    await client.query(
      `${insert} WHERE "day" <> ALL($2::date[])${order}
        ON CONFLICT (${key}) DO UPDATE SET ${sums.join(', ')}`,
      [changed.centreId, days],
    )
  // A cell whose values have all become 0 is deleted.
  if (changed.removesRows)
    await client.query(
      `DELETE FROM ${table} AS rollup USING ${difference(grain, step)} AS d
        WHERE rollup."centreId" = $1 AND rollup."day" = ANY($2::date[])
        AND ${sameCell(grain, 'parts')}
        AND ${columns.map(column => `coalesce(rollup.${column}, 0) = 0`).join(' AND ')}`,
      [changed.centreId, touched],
    )
}

const touchedIn = ({ grain, step }: { grain: Grain; step: Step }): string => `"touched_${grain.name}_${step}"`

/**
 * Arrays cannot be added in place: the affected cells are deleted, summed with the new bins, and inserted
 * again.
 */
async function addBins(
  client: pg.ClientBase,
  at: { grain: Grain; step: Step },
  changed: Adding,
): Promise<void> {
  const { grain, step } = at
  const table = `"${binsTableOf(grain, step)}"`
  const from = binsDifference(grain, step)
  const cell = ['"day"', ...membersOf(grain), '"part"'].join(', ')
  const insert = (rows: string): string =>
    `INSERT INTO ${table} ("centreId", ${cell}, "bins", "counts") SELECT $1::int, packed.*
      FROM (${packedSql(grain, rows)}) AS packed`
  const came = `SELECT ${cell}, bin, n FROM ${from}`
  if (changed.fresh) {
    await client.query(insert(came), [changed.centreId])
    return
  }
  const touched = touchedIn(at)
  await makeDifference(client, touched, { sql: `SELECT DISTINCT ${cell} FROM ${from}`, joinedBy: [cell] })
  const inCell = ['"day"', ...membersOf(grain), '"part"'].map(column => `taken.${column}`).join(', ')
  const unchanged = `SELECT ${inCell}, old.bin, old.n
    FROM taken, unnest(taken."bins", taken."counts") AS old(bin, n)`
  await client.query(
    `WITH taken AS (DELETE FROM ${table} AS rollup USING ${touched} AS d WHERE rollup."centreId" = $1
      AND rollup."part" = ANY($2::int[]) AND rollup."day" = ANY($3::date[])
      AND ${sameCell(grain, 'bins')}
      RETURNING rollup.*)
      ${insert(`${came} UNION ALL ${unchanged}`)}`,
    [changed.centreId, histogramsOf(grain).map(histogram => histogram.code), await daysIn(client, touched)],
  )
}

/** Adds the differences of a grain to its tables of a step. */
async function addStep(
  client: pg.ClientBase,
  at: { grain: Grain; step: Step },
  changed: Adding,
): Promise<void> {
  if (storesBy(at.grain, 'parts', at.step)) await addUp(client, at, changed)
  if (storesBy(at.grain, 'histograms', at.step)) await addBins(client, at, changed)
}

/** The columns by which the difference of a grain will be joined; null where it is not joined. */
const cellOf = (changed: Changed, grain: Grain): string[] | null =>
  changed.removesRows ? ['"day"', ...membersOf(grain)] : null

/**
 * Adds changed rows to the rollups of some grains of one fact, in the caller's transaction. The cost depends
 * on the changed rows, not on the history.
 */
export async function applyToRollups(
  client: pg.ClientBase,
  grains: readonly Grain[],
  changed: Changed,
): Promise<void> {
  // Large aggregations: spilling them to disk would cost more than this memory.
  await client.query("SET LOCAL work_mem = '192MB'")
  for (const grain of [...grains].reverse()) {
    const finest = finestOf(grain, 'parts')
    const larger = sourceOf(grain, grains, 'parts')
    await makeDifference(client, difference(grain, finest), {
      sql: larger ? rolledUpSql(grain, difference(larger, finest)) : countedSql(grain, changed.source),
      joinedBy: cellOf(changed, grain),
    })
    if (finest === 'month') continue
    await makeDifference(client, difference(grain, 'month'), {
      sql: monthlySql(grain, difference(grain, 'day')),
      joinedBy: cellOf(changed, grain),
    })
  }
  await makeBinsDifferences(client, grains, changed)
  for (const step of steps) {
    for (const grain of grains) await addStep(client, { grain, step }, changed)
  }
}

async function makeBinsDifferences(
  client: pg.ClientBase,
  grains: readonly Grain[],
  { source }: Changed,
): Promise<void> {
  const binned = withHistograms(grains)
  for (const grain of [...binned].reverse()) {
    const finest = finestOf(grain, 'histograms')
    const larger = sourceOf(grain, binned, 'histograms')
    await makeDifference(client, binsDifference(grain, finest), {
      sql: larger ? rolledUpBinsSql(grain, binsDifference(larger, finest)) : binnedSql(grain, source),
      joinedBy: null,
    })
    if (finest === 'month') continue
    await makeDifference(client, binsDifference(grain, 'month'), {
      sql: monthlyBinsSql(grain, binsDifference(grain, 'day')),
      joinedBy: null,
    })
  }
}

/**
 * Adds temporary tables that a `RowCounter` has written to the rollups, and drops them. Runs in the caller's
 * transaction.
 */
export async function addCounted(
  client: pg.ClientBase,
  spilled: readonly { grain: Grain; step: Step }[],
  { centreId, fresh }: { centreId: number; fresh: boolean },
): Promise<void> {
  await client.query("SET LOCAL work_mem = '192MB'")
  for (const at of spilled) {
    const adding = { centreId, fresh, removesRows: false }
    await addStep(client, at, adding)
    const ofBins = [binsDifference(at.grain, at.step), ...(fresh ? [] : [touchedIn(at)])]
    const tables = [
      difference(at.grain, at.step),
      ...(storesBy(at.grain, 'histograms', at.step) ? ofBins : []),
    ]
    await client.query(`DROP TABLE ${tables.join(', ')}`)
  }
}
