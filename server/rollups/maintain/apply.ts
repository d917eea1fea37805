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
import { binsTableOf, finestOf, keepsBy, sourceOf, steps, tableOf, withHistograms } from '../grains.ts'
import { binsDifference, difference } from './difference.ts'

/** What is to be added to the rollups of a centre. */
interface Adding {
  centreId: number
  /** Whether some of them go out. */
  takesOut: boolean
  /** Whether the centre has nothing in these rollups yet. */
  fresh: boolean
}

/** Rows that come in or go out: SQL that yields them, each with a `sign`. */
interface Changed extends Adding {
  source: string
}

/** What is going to be joined is counted first: without, PostgreSQL may take minutes. */
async function makeDifference(
  client: pg.ClientBase,
  name: string,
  made: { sql: string; joinedBy: readonly string[] | null },
): Promise<void> {
  await client.query(`CREATE TEMP TABLE ${name} ON COMMIT DROP AS ${made.sql}`)
  if (made.joinedBy) await client.query(`ANALYZE ${name} (${made.joinedBy.join(', ')})`)
}

/**
 * The days of a difference. Named one by one they lead to the rollups' own index; joined they would
 * lead through whole tables.
 */
async function daysIn(client: pg.ClientBase, name: string): Promise<string[]> {
  const found = await client.query<{ day: string }>(`SELECT DISTINCT "day"::text AS day FROM ${name}`)
  return found.rows.map(row => row.day)
}

/** Days of a difference on which the centre has no row yet. */
async function newDays(
  client: pg.ClientBase,
  at: { grain: Grain; step: Step },
  how: { centreId: number; days: string[] },
): Promise<string[]> {
  const found = await client.query<{ day: string }>(
    `SELECT d."day"::text AS day FROM unnest($2::date[]) AS d("day")
     LEFT JOIN LATERAL (SELECT 1 AS one FROM "${tableOf(at.grain, at.step)}" AS rollup
       WHERE rollup."centreId" = $1 AND rollup."day" = d."day" LIMIT 1) AS known ON true
       WHERE known.one IS NULL`,
    [how.centreId, how.days],
  )
  return found.rows.map(row => row.day)
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
  // Questions read days in a row: what lies together is read together.
  const order = ' ORDER BY "day"'
  // Where nothing is there yet rows are simply written, which takes a third of the time of looking first.
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
  // A cell that has come down to nothing goes, as if it had never been.
  if (changed.takesOut)
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
 * Arrays cannot be added in place: the touched cells are taken out, put together with what came, and
 * written again.
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
  const kept = `SELECT ${inCell}, old.bin, old.n
    FROM taken, unnest(taken."bins", taken."counts") AS old(bin, n)`
  await client.query(
    `WITH taken AS (DELETE FROM ${table} AS rollup USING ${touched} AS d WHERE rollup."centreId" = $1
      AND rollup."part" = ANY($2::int[]) AND rollup."day" = ANY($3::date[])
      AND ${sameCell(grain, 'bins')}
      RETURNING rollup.*)
      ${insert(`${came} UNION ALL ${kept}`)}`,
    [changed.centreId, histogramsOf(grain).map(one => one.code), await daysIn(client, touched)],
  )
}

/** Adds what a grain is to have more to those of its tables that are kept by a step. */
async function addStep(
  client: pg.ClientBase,
  at: { grain: Grain; step: Step },
  changed: Adding,
): Promise<void> {
  if (keepsBy(at.grain, 'parts', at.step)) await addUp(client, at, changed)
  if (keepsBy(at.grain, 'histograms', at.step)) await addBins(client, at, changed)
}

/** What the difference of a grain will be joined by, if it is. */
const cellOf = (changed: Changed, grain: Grain): string[] | null =>
  changed.takesOut ? ['"day"', ...membersOf(grain)] : null

/**
 * Adds changed rows to some grains of one fact, in the caller's transaction. The cost is that of the
 * changed rows, not of the history.
 */
export async function applyToRollups(
  client: pg.ClientBase,
  grains: readonly Grain[],
  changed: Changed,
): Promise<void> {
  // Many cells are added up at once; spilling them to disk would cost more than the memory.
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

/** Adds to the rollups what stands aside, and takes away what it stood in. In the caller's transaction. */
export async function addCounted(
  client: pg.ClientBase,
  aside: readonly { grain: Grain; step: Step }[],
  { centreId, fresh }: { centreId: number; fresh: boolean },
): Promise<void> {
  await client.query("SET LOCAL work_mem = '192MB'")
  for (const at of aside) {
    const adding = { centreId, fresh, takesOut: false }
    await addStep(client, at, adding)
    const ofBins = [binsDifference(at.grain, at.step), ...(fresh ? [] : [touchedIn(at)])]
    const tables = [
      difference(at.grain, at.step),
      ...(keepsBy(at.grain, 'histograms', at.step) ? ofBins : []),
    ]
    await client.query(`DROP TABLE ${tables.join(', ')}`)
  }
}
