import type pg from 'pg'
import type { Grain, Step } from '../grains.ts'
import { factNamed } from '../../model/index.ts'
import { binnedSql, countedSql, membersOf, monthlyBinsSql, monthlySql, packedSql, valuesOf } from '../fill.ts'
import { binsTableOf, finestOf, grains, steps, storesBy, tableOf } from '../grains.ts'

/** A stored value that differs from its recomputed value. */
export interface Difference {
  table: string
  key: string
  column: string
  stored: string
  computed: string
}

interface Sides {
  table: string
  cell: string[]
  values: string[]
  recounted: string
}

const cellOf = (grain: Grain): string[] => ['"day"', ...membersOf(grain)]

function partSides(grain: Grain, step: Step, rows: string): Sides {
  const counted = countedSql(grain, rows)
  return {
    table: tableOf(grain, step),
    cell: cellOf(grain),
    values: valuesOf(grain),
    recounted: step === finestOf(grain, 'parts') ? counted : monthlySql(grain, `(${counted}) AS days`),
  }
}

function binSides(grain: Grain, step: Step, rows: string): Sides {
  const bins = binnedSql(grain, rows)
  const isFinest = step === finestOf(grain, 'histograms')
  return {
    table: binsTableOf(grain, step),
    cell: [...cellOf(grain), '"part"'],
    values: ['"bins"', '"counts"'],
    recounted: packedSql(grain, isFinest ? bins : monthlyBinsSql(grain, `(${bins}) AS days`)),
  }
}

/** All tables of a grain, each with the SQL that recomputes it. */
const sidesOf = (grain: Grain, rows: string): Sides[] =>
  steps.flatMap(step => [
    ...(storesBy(grain, 'parts', step) ? [partSides(grain, step, rows)] : []),
    ...(storesBy(grain, 'histograms', step) ? [binSides(grain, step, rows)] : []),
  ])

const text = (value: unknown): string => (value === undefined ? 'no row' : JSON.stringify(value))

/** Describes a cell that differs, by its first differing column. A side without such a row reads 'no row'. */
function firstDifference(
  sides: Sides,
  stored: Record<string, unknown> | undefined,
  computed: Record<string, unknown> | undefined,
): Difference {
  const plain = (columns: string[]): string[] => columns.map(column => column.slice(1, -1))
  const cell = computed ?? stored ?? {}
  const key = plain(sides.cell)
    .map(name => `${name}=${String(cell[name])}`)
    .join(' ')
  const column =
    plain(sides.values).find(name => JSON.stringify(stored?.[name]) !== JSON.stringify(computed?.[name])) ??
    '-'
  return {
    table: sides.table,
    key,
    column,
    stored: text(stored?.[column]),
    computed: text(computed?.[column]),
  }
}

async function checkTable(client: pg.ClientBase, centreId: number, sides: Sides): Promise<Difference[]> {
  const list = [...sides.cell, ...sides.values].join(', ')
  // Earlier versions stored 0 instead of null.
  const values = sides.values.map(value =>
    sides.cell.includes('"part"') ? value : `nullif(${value}, 0) AS ${value}`,
  )
  // Recomputing is expensive, so it is done once and compared in both directions.
  const result = await client.query<Record<string, unknown> & { side: string }>(
    `WITH recounted AS MATERIALIZED (SELECT ${list}
      FROM (${sides.recounted}) AS r), stored AS (SELECT ${[...sides.cell, ...values].join(', ')}
      FROM "${sides.table}"
      WHERE "centreId" = ${Number(centreId)})
     (SELECT 'computed' AS side, d.* FROM (TABLE recounted EXCEPT TABLE stored) AS d
      ORDER BY "day" LIMIT 1) UNION ALL (SELECT 'stored' AS side, d.*
      FROM (TABLE stored EXCEPT TABLE recounted) AS d ORDER BY "day" LIMIT 1)`,
  )
  const [computed, stored] = ['computed', 'stored'].map(side => result.rows.find(row => row.side === side))
  if (!computed && !stored) return []
  return [firstDifference(sides, stored, computed)]
}

/**
 * Recomputes every complete rollup of a centre from its facts, and returns the first differing cell of each
 * table. Incomplete rollups are skipped.
 */
export async function checkRollups(
  client: pg.ClientBase,
  centreId: number,
): Promise<{ checked: string[]; differences: Difference[] }> {
  const whole = await client.query<{ name: string }>(
    'SELECT "name" FROM "Rollup" WHERE "centreId" = $1 AND "missing" = \'{}\'',
    [centreId],
  )
  const names = new Set(whole.rows.map(row => row.name))
  const result: { checked: string[]; differences: Difference[] } = { checked: [], differences: [] }
  for (const grain of grains.filter(grain => names.has(grain.name))) {
    const rows =
      `(SELECT 1 AS sign, t.* FROM "${factNamed(grain.fact).table}" AS t WHERE ` +
      `t."centreId" = ${Number(centreId)})`
    for (const sides of sidesOf(grain, rows)) {
      result.checked.push(sides.table)
      result.differences.push(...(await checkTable(client, centreId, sides)))
    }
  }
  return result
}
