import type { Grain, Kept } from './grains.ts'
import { factNamed } from '../model/index.ts'
import { dimensionColumn } from '../model/named.ts'
import { identifier } from '../model/toSql.ts'
import { columnsOf, histogramsOf } from './columns.ts'
import { finestOf } from './grains.ts'

/** The dimension columns of a grain, as its tables and its fact name them. */
export const membersOf = (grain: Grain): string[] =>
  grain.dimensions.map(name => identifier(dimensionColumn(factNamed(grain.fact), name)).text)

/** The quoted columns of a grain's counts and sums. */
export const valuesOf = (grain: Grain): string[] => columnsOf(grain).map(column => `"${column.name}"`)

const list = (...parts: (readonly string[])[]): string => parts.flat().join(', ')

/** Cells that add up to nothing are left out: a row that is not there means the same. */
const notEmpty = (grain: Grain): string =>
  valuesOf(grain)
    .map(column => `sum(${column}) <> 0`)
    .join(' OR ')

/** Sums of all columns. One of nothing is null: most columns of most rows are, and take no room then. */
const added = (grain: Grain): string[] =>
  columnsOf(grain).map(({ name, type }) => `nullif(sum("${name}"), 0)::${type} AS "${name}"`)

/** The first day of a day's month. By way of an instant without a zone, so that no zone can move it. */
const monthOf = (day: string): string => `date_trunc('month', ${day}::timestamp)::date`

/** The day that names the stretch of a clock by which a grain keeps something at its finest. */
const stretchOf = (grain: Grain, kept: Kept, clock: string): string =>
  finestOf(grain, kept) === 'month' ? monthOf(clock) : clock

/**
 * Parts by members and the finest step of a grain, from rows that each carry a `sign`: 1 where they are
 * counted in, −1 where they are taken out.
 */
export function countedSql(grain: Grain, source: string): string {
  const columns = columnsOf(grain)
  const clocks = [...new Set(columns.map(column => column.clock))]
  const members = membersOf(grain)
  const perClock = clocks.map(clock => {
    // Counts stay small integers: PostgreSQL adds those in place, larger ones by way of numerics.
    const values = columns.map(
      column =>
        `${column.clock === clock ? `coalesce(${column.sql}, 0)::${column.type}` : `0::${column.type}`} ` +
        `AS "${column.name}"`,
    )
    const stretch = stretchOf(grain, 'parts', clock)
    return `SELECT ${list([`${stretch} AS "day"`], members, values)} FROM ${source} AS changed
      WHERE ${clock} IS NOT NULL GROUP BY ${list([stretch], members)}`
  })
  return `SELECT ${list(['"day"'], members, added(grain))} FROM (${perClock.join(' UNION ALL ')}) AS counted
    GROUP BY ${list(['"day"'], members)} HAVING ${notEmpty(grain)}`
}

/** A smaller grain's parts from a larger one's. */
export function rolledUpSql(grain: Grain, table: string): string {
  return `SELECT ${list(['"day"'], membersOf(grain), added(grain))} FROM ${table}
    GROUP BY ${list(['"day"'], membersOf(grain))} HAVING ${notEmpty(grain)}`
}

/** Months from days. The month is named by its first day. */
export function monthlySql(grain: Grain, table: string): string {
  const month = monthOf('"day"')
  return `SELECT ${list([`${month} AS "day"`], membersOf(grain), added(grain))}
    FROM ${table} GROUP BY ${list([month], membersOf(grain))}
    HAVING ${notEmpty(grain)}`
}

const cell = (grain: Grain): string => list(['"day"'], membersOf(grain), ['"part"'])

/** Bins by members and the finest step of a grain's histograms, one row a bin, from rows with a sign. */
export function binnedSql(grain: Grain, source: string): string {
  const selects = histogramsOf(grain).map(({ code, clock, bin, when }) => {
    const values = [`${code} AS "part"`, `${bin} AS bin`, 'sum(sign) AS n']
    const stretch = stretchOf(grain, 'histograms', clock)
    return `SELECT ${list([`${stretch} AS "day"`], membersOf(grain), values)} FROM ${source} AS changed
      WHERE ${clock} IS NOT NULL AND ${bin} IS NOT NULL AND ${when}
      GROUP BY ${list([stretch], membersOf(grain), [bin])} HAVING sum(sign) <> 0`
  })
  return selects.join(' UNION ALL ')
}

/** A smaller grain's bins from a larger one's. */
export function rolledUpBinsSql(grain: Grain, table: string): string {
  return `SELECT ${cell(grain)}, bin, sum(n) AS n FROM ${table} GROUP BY ${cell(grain)}, bin
    HAVING sum(n) <> 0`
}

/** Bins of months from bins of days. */
export function monthlyBinsSql(grain: Grain, table: string): string {
  const month = monthOf('"day"')
  return `SELECT ${list([`${month} AS "day"`], membersOf(grain), ['"part"', 'bin', 'sum(n) AS n'])}
    FROM ${table} GROUP BY ${list([month], membersOf(grain), ['"part"', 'bin'])} HAVING sum(n) <> 0`
}

/** One row a cell, its bins in order, from rows of one bin each. */
export function packedSql(grain: Grain, rows: string): string {
  return `SELECT ${cell(grain)}, array_agg(bin::smallint ORDER BY bin) AS "bins", array_agg(n::int
    ORDER BY bin) AS "counts" FROM (SELECT ${cell(grain)}, bin, sum(n) AS n FROM (${rows}) AS segments
    GROUP BY ${cell(grain)}, bin HAVING sum(n) <> 0) AS merged GROUP BY ${cell(grain)}`
}

/**
 * The comparison of one member, with nulls equal. Both sides are expressions that the planner can hash,
 * except for enums: their cast to text is not immutable, and Citus refuses that in DELETE. Enums have few
 * values a day, so comparing them row by row costs little.
 */
function sameMember(grain: Grain, dimension: string): string {
  const fact = factNamed(grain.fact)
  const name = dimensionColumn(fact, dimension)
  const column = identifier(name).text
  return fact.columns[name]?.type === 'list'
    ? `rollup.${column} IS NOT DISTINCT FROM d.${column}`
    : `coalesce(rollup.${column}::text, '') = coalesce(d.${column}::text, '')`
}

/** True for a row of a rollup and a row of a difference of the same cell, members not stated included. */
export function sameCell(grain: Grain, keyed: 'parts' | 'bins'): string {
  return [
    'rollup."day" = d."day"',
    ...(keyed === 'bins' ? ['rollup."part" = d."part"'] : []),
    ...grain.dimensions.map(dimension => sameMember(grain, dimension)),
  ].join(' AND ')
}
