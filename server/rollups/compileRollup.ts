import type { Sql } from 'sql-template-tag'
import type { FlowPart, StockPart } from '#measures'
import type { PlacedBucket, Read } from '../query/read.ts'
import type { Grain } from './grains.ts'
import type { Segment } from './segments.ts'
import sql, { empty, join, raw } from 'sql-template-tag'
import { factNamed } from '../model/index.ts'
import { dimensionColumn } from '../model/named.ts'
import { identifier } from '../model/toSql.ts'
import { bucketSql, list, memberNames, restriction } from '../query/sql.ts'
import { columnName, histogramCode, keptPart } from './columns.ts'
import { binsTableOf, tableOf } from './grains.ts'
import { daySegments, segmentsOf } from './segments.ts'

/** A read that a grain answers. */
interface RollupRead extends Read {
  grain: Grain
  placed: PlacedBucket[]
}

const place = raw('place')

/** The stored column of a part. */
const columnOf = (part: FlowPart | StockPart): Sql =>
  sql`rollup.${identifier(part.kind === 'flow' ? columnName(keptPart(part)) : '')}`

/** What the rows of each table are read as, before they are added up. */
interface Source {
  segments: readonly Segment[]
  columns: readonly Sql[]
  table: (segment: Segment) => string
  /** What is joined besides the buckets. */
  also?: Sql
}

/** One SELECT over months and one over edge days, put together before they are added up. */
function rowsOf(read: RollupRead, { segments, columns, table, also }: Source): Sql {
  const fact = factNamed(read.fact)
  const names = memberNames(read.groupBy)
  const members = read.groupBy.map(
    (name, index) => sql`rollup.${identifier(dimensionColumn(fact, name))} AS ${names[index]}`,
  )
  const selected = list([raw('bucket.place AS place')], members, columns)
  const selects = segments.map(
    segment => sql`SELECT ${selected}
FROM ${bucketSql(segment.buckets)} JOIN ${identifier(table(segment))} AS rollup
  ON rollup."day" BETWEEN first AND last${also ?? empty}
WHERE ${restriction(fact, read)}`,
  )
  return join(selects, '\nUNION ALL\n')
}

function selectList(read: RollupRead, values: readonly Sql[]): Sql {
  return list(
    [place],
    memberNames(read.groupBy).map(name => sql`${name}::text AS ${name}`),
    values.map((value, index) => sql`(${value})::text AS ${raw(`v${index}`)}`),
  )
}

const numbered = (read: RollupRead, letter: string): Sql[] =>
  read.parts.map((_, index) => raw(`${letter}${index}`))

function compilePlain(read: RollupRead): Sql {
  const fact = factNamed(read.fact)
  const counts = numbered(read, 'c')
  const members = numbered(read, 'd')
  const columns = read.parts.map((part, index) => sql`${columnOf(part)} AS ${counts[index]}`)
  const distinct = read.parts.flatMap((part, index) =>
    part.aggregate === 'distinct'
      ? [sql`rollup.${identifier(dimensionColumn(fact, part.of))} AS ${members[index]}`]
      : [],
  )
  const rows = rowsOf(read, {
    segments: segmentsOf(read.placed),
    columns: [...columns, ...distinct],
    table: segment => tableOf(read.grain, segment.step),
  })
  const values = read.parts.map((part, index) =>
    part.aggregate === 'distinct'
      ? sql`count(DISTINCT ${members[index]}) FILTER (WHERE ${counts[index]} > 0)`
      : sql`sum(${counts[index]})`,
  )
  return sql`SELECT ${selectList(read, values)} FROM (${rows}) AS segments
GROUP BY ${list([place], memberNames(read.groupBy))}`
}

function compileHistogram(read: RollupRead): Sql {
  const [part] = read.parts
  const code = part?.kind === 'flow' ? histogramCode(part) : 0
  const names = list([place], memberNames(read.groupBy))
  const rows = rowsOf(read, {
    segments: segmentsOf(read.placed),
    columns: [raw('bins.bin AS bin'), raw('bins.n AS n')],
    table: segment => binsTableOf(read.grain, segment.step),
    also: sql` AND rollup."part" = ${code}
CROSS JOIN LATERAL unnest(rollup."bins", rollup."counts") AS bins(bin, n)`,
  })
  // One row a histogram: thousands of rows of one bin each would take longer to send than to add up.
  const packed = raw("string_agg(bin::text || ',' || n::text, ',')")
  return sql`SELECT ${selectList(read, [packed])} FROM (
  SELECT ${names}, bin, sum(n) AS n FROM (${rows}) AS segments GROUP BY ${names}, bin
) AS added
GROUP BY ${names}`
}

/** Peaks and active days are found among single days, so they are read from the table of days alone. */
function compileByDay(read: RollupRead): Sql {
  const names = list([place], memberNames(read.groupBy))
  const counts = numbered(read, 'c')
  const sums = numbered(read, 'n')
  const columns = read.parts.map((part, index) => sql`${columnOf(part)} AS ${counts[index]}`)
  const rows = rowsOf(read, {
    segments: daySegments(read.placed),
    columns: [raw('rollup."day" AS day'), ...columns],
    table: segment => tableOf(read.grain, segment.step),
  })
  const perDay = counts.map((count, index) => sql`sum(${count}) AS ${sums[index]}`)
  const values = read.parts.map((part, index) =>
    part.aggregate === 'peak' ? sql`max(${sums[index]})` : sql`count(*) FILTER (WHERE ${sums[index]} > 0)`,
  )
  return sql`SELECT ${selectList(read, values)} FROM (
  SELECT ${list([names], perDay)} FROM (${rows}) AS segments GROUP BY ${names}, day
) AS days
GROUP BY ${names}`
}

/**
 * The SELECT of a read over the tables of its grain: whole months from the months, the rest from the
 * days.
 */
export function compileRollupRead(read: RollupRead): Sql {
  switch (read.shape) {
    case 'plain':
      return compilePlain(read)
    case 'histogram':
      return compileHistogram(read)
    case 'byDay':
      return compileByDay(read)
    case 'stock':
      throw new Error('what is in force is not kept in rollups')
    case 'fewValues':
    case 'ranked':
      throw new Error('single values are not kept in rollups')
  }
}
