import type { Grain, GrainContent } from './grains.ts'
import { factNamed } from '../model/index.ts'
import { dimensionColumn } from '../model/named.ts'
import { identifier } from '../model/toSql.ts'
import { columnsOf, histogramsOf } from './columns.ts'
import { finestOf } from './grains.ts'

/** The quoted dimension columns of a grain. Its tables and its fact use the same names. */
export const membersOf = (grain: Grain): string[] =>
  grain.dimensions.map(name => identifier(dimensionColumn(factNamed(grain.fact), name)).text)

/** The quoted count and sum columns of a grain. */
export const valuesOf = (grain: Grain): string[] => columnsOf(grain).map(column => `"${column.name}"`)

const list = (...parts: (readonly string[])[]): string => parts.flat().join(', ')

/** Excludes cells whose values are all 0: an absent row means the same. */
const notEmpty = (grain: Grain): string =>
  valuesOf(grain)
    .map(column => `sum(${column}) <> 0`)
    .join(' OR ')

/** Sums of all columns. A sum of 0 is stored as null, which takes no space: most sums are 0. */
const added = (grain: Grain): string[] =>
  columnsOf(grain).map(({ name, type }) => `nullif(sum("${name}"), 0)::${type} AS "${name}"`)

/**
 * The first day of a day's month. The cast to a timestamp without time zone makes it independent of the
 * session's zone.
 */
const monthOf = (day: string): string => `date_trunc('month', ${day}::timestamp)::date`

/**
 * The expression of the "day" column: the clock itself, or the first day of its month where the grain stores
 * months only.
 */
const stretchOf = (grain: Grain, content: GrainContent, clock: string): string =>
  finestOf(grain, content) === 'month' ? monthOf(clock) : clock

/**
 * Counts rows by members and the finest step of a grain. Each row of `source` has a `sign`: 1 adds it, −1
 * removes it.
 */
export function countedSql(grain: Grain, source: string): string {
  const columns = columnsOf(grain)
  const clocks = [...new Set(columns.map(column => column.clock))]
  const members = membersOf(grain)
  const perClock = clocks.map(clock => {
    // Counts stay integers where possible: PostgreSQL sums those in place, and bigints as numerics.
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

/** The parts of a smaller grain, summed from a table of a larger one. */
export function rolledUpSql(grain: Grain, table: string): string {
  return `SELECT ${list(['"day"'], membersOf(grain), added(grain))} FROM ${table}
    GROUP BY ${list(['"day"'], membersOf(grain))} HAVING ${notEmpty(grain)}`
}

/** Months summed from days. The "day" of a month is its first day. */
export function monthlySql(grain: Grain, table: string): string {
  const month = monthOf('"day"')
  return `SELECT ${list([`${month} AS "day"`], membersOf(grain), added(grain))}
    FROM ${table} GROUP BY ${list([month], membersOf(grain))}
    HAVING ${notEmpty(grain)}`
}

const cell = (grain: Grain): string => list(['"day"'], membersOf(grain), ['"part"'])

/**
 * Counts rows by members, the finest step of a grain's histograms, and bin. Each row of `source` has a
 * `sign`.
 */
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

/** The bins of a smaller grain, summed from a table of a larger one. */
export function rolledUpBinsSql(grain: Grain, table: string): string {
  return `SELECT ${cell(grain)}, bin, sum(n) AS n FROM ${table} GROUP BY ${cell(grain)}, bin
    HAVING sum(n) <> 0`
}

/** Bins of months summed from bins of days. */
export function monthlyBinsSql(grain: Grain, table: string): string {
  const month = monthOf('"day"')
  return `SELECT ${list([`${month} AS "day"`], membersOf(grain), ['"part"', 'bin', 'sum(n) AS n'])}
    FROM ${table} GROUP BY ${list([month], membersOf(grain), ['"part"', 'bin'])} HAVING sum(n) <> 0`
}

/** Packs rows of one bin each into one row per cell, with arrays ordered by bin. */
export function packedSql(grain: Grain, rows: string): string {
  return `SELECT ${cell(grain)}, array_agg(bin::smallint ORDER BY bin) AS "bins", array_agg(n::int
    ORDER BY bin) AS "counts" FROM (SELECT ${cell(grain)}, bin, sum(n) AS n FROM (${rows}) AS segments
    GROUP BY ${cell(grain)}, bin HAVING sum(n) <> 0) AS merged GROUP BY ${cell(grain)}`
}

/**
 * Compares one dimension of a rollup and a difference, nulls being equal. Both sides are expressions that the
 * planner can hash, except for enums: their cast to text is not immutable, and Citus refuses that in DELETE.
 * Enums have few values a day, so comparing them row by row costs little.
 */
function sameMember(grain: Grain, dimension: string): string {
  const fact = factNamed(grain.fact)
  const name = dimensionColumn(fact, dimension)
  const column = identifier(name).text
  return fact.columns[name]?.type === 'list'
    ? `rollup.${column} IS NOT DISTINCT FROM d.${column}`
    : `coalesce(rollup.${column}::text, '') = coalesce(d.${column}::text, '')`
}

/** Matches a row of a rollup with a row of a difference for the same cell; unknown members are equal. */
export function sameCell(grain: Grain, keyed: 'parts' | 'bins'): string {
  return [
    'rollup."day" = d."day"',
    ...(keyed === 'bins' ? ['rollup."part" = d."part"'] : []),
    ...grain.dimensions.map(dimension => sameMember(grain, dimension)),
  ].join(' AND ')
}
