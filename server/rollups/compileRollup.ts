import type { Sql } from 'sql-template-tag'
import type { FlowPart, StockPart } from '#measures'
import type { PlacedBucket, Read } from '../query/read.ts'
import type { Grain, GrainContent, Step } from './grains.ts'
import type { Segment } from './segments.ts'
import sql, { empty, join, raw } from 'sql-template-tag'
import { factNamed } from '../model/index.ts'
import { clockColumn, dimensionColumn } from '../model/named.ts'
import { identifier } from '../model/toSql.ts'
import { aggregateSql, andConditions, bucketSql, list, memberNames, restriction } from '../query/sql.ts'
import { columnName, histogramCode, storedPart } from './columns.ts'
import { binsTableOf, storesBy, tableOf } from './grains.ts'
import { daySegments, segmentsOf } from './segments.ts'

/** A read whose rows come from a rollup. */
interface RollupRead extends Read {
  grain: Grain
  placed: PlacedBucket[]
}

const place = raw('place')

/** The rollup column that stores a part. */
const columnOf = (part: FlowPart | StockPart): Sql =>
  sql`rollup.${identifier(part.kind === 'flow' ? columnName(storedPart(part)) : '')}`

/** The rows of each table before they are aggregated. */
interface Source {
  segments: readonly Segment[]
  columns: readonly Sql[]
  table: (grain: Grain, step: Step) => string
  /** A further join beside the one with the buckets. */
  also?: Sql
  /** SELECTs of the same rows from the fact, for days that the grain does not store. */
  edges: (buckets: readonly PlacedBucket[]) => Sql[]
}

/** Whether a read uses the counts and sums of its grain or its histograms. */
const contentOf = (read: Read): GrainContent => (read.shape === 'histogram' ? 'histograms' : 'parts')

/** The union of one SELECT over months and one over edge days, before aggregation. */
function rowsOf(read: RollupRead, { segments, columns, table, also, edges }: Source): Sql {
  const fact = factNamed(read.fact)
  const names = memberNames(read.groupBy)
  const members = read.groupBy.map(
    (name, index) => sql`rollup.${identifier(dimensionColumn(fact, name))} AS ${names[index]}`,
  )
  const selected = list([raw('bucket.place AS place')], members, columns)
  const selects = segments.flatMap(segment =>
    storesBy(read.grain, contentOf(read), segment.step)
      ? [
          sql`SELECT ${selected}
FROM ${bucketSql(segment.buckets)} JOIN ${identifier(table(read.grain, segment.step))} AS rollup
  ON rollup."day" BETWEEN first AND last${also ?? empty}
WHERE ${restriction(fact, read)}`,
        ]
      : edges(segment.buckets),
  )
  return join(selects, '\nUNION ALL\n')
}

/** The tables that a read uses, each with its buckets. */
export function tablesRead(read: RollupRead): { table: string; buckets: PlacedBucket[] }[] {
  const segments = read.shape === 'byDay' ? daySegments(read.placed) : segmentsOf(read.placed)
  return segments.map(({ step, buckets }) => ({
    table: storesBy(read.grain, contentOf(read), step)
      ? tableOf(read.grain, step)
      : factNamed(read.fact).table,
    buckets,
  }))
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

/** Counts and sums of days read from the fact: one SELECT per clock. */
function plainEdges(read: RollupRead, buckets: readonly PlacedBucket[], distinct: readonly Sql[]): Sql[] {
  const fact = factNamed(read.fact)
  const parts = read.parts.flatMap(part => (part.kind === 'flow' ? [part] : []))
  const names = memberNames(read.groupBy)
  const members = read.groupBy.map(name => identifier(dimensionColumn(fact, name)))
  return Array.from(new Set(parts.map(part => part.during)), during => {
    const counts = parts.map((part, index) => {
      const count = part.during === during ? aggregateSql(fact, storedPart(part)) : raw('NULL')
      return sql`(${count})::bigint AS ${raw(`c${index}`)}`
    })
    const selected = list(
      [sql`bucket.place AS place`],
      members.map((column, index) => sql`${column} AS ${names[index]}`),
      counts,
      distinct.map((column, index) => sql`${column} AS ${raw(`e${index}`)}`),
    )
    return sql`SELECT ${selected}
FROM ${bucketSql(buckets)} JOIN ${identifier(fact.table)}
  ON ${identifier(clockColumn(fact, during))} BETWEEN first AND last
WHERE ${restriction(fact, read)}
GROUP BY ${list([sql`bucket.place`], members, distinct)}`
  })
}

function compilePlain(read: RollupRead): Sql {
  const fact = factNamed(read.fact)
  const counts = numbered(read, 'c')
  const members = numbered(read, 'd')
  const columns = read.parts.map((part, index) => sql`${columnOf(part)} AS ${counts[index]}`)
  const distinct = read.parts.flatMap((part, index) =>
    part.aggregate === 'distinct'
      ? [{ column: identifier(dimensionColumn(fact, part.of)), name: members[index] }]
      : [],
  )
  const rows = rowsOf(read, {
    segments: segmentsOf(read.placed),
    columns: [...columns, ...distinct.map(({ column, name }) => sql`rollup.${column} AS ${name}`)],
    table: tableOf,
    edges: buckets =>
      plainEdges(
        read,
        buckets,
        distinct.map(({ column }) => column),
      ),
  })
  const values = read.parts.map((part, index) =>
    part.aggregate === 'distinct'
      ? sql`count(DISTINCT ${members[index]}) FILTER (WHERE ${counts[index]} > 0)`
      : sql`sum(${counts[index]})`,
  )
  return sql`SELECT ${selectList(read, values)} FROM (${rows}) AS segments
GROUP BY ${list([place], memberNames(read.groupBy))}`
}

/** Bins of days read from the fact. */
function binEdges(read: RollupRead, buckets: readonly PlacedBucket[]): Sql[] {
  const fact = factNamed(read.fact)
  const names = memberNames(read.groupBy)
  const members = read.groupBy.map(name => identifier(dimensionColumn(fact, name)))
  return read.parts.flatMap(part => {
    if (part.kind !== 'flow') return []
    const bin = identifier(fact.bins[part.of]?.bin ?? '')
    const selected = list(
      [sql`bucket.place AS place`],
      members.map((column, index) => sql`${column} AS ${names[index]}`),
      [sql`${bin} AS bin`, raw('count(*) AS n')],
    )
    const arrays = [raw('array_agg(bin::smallint) AS bins'), raw('array_agg(n::int) AS counts')]
    return [
      sql`SELECT ${list([place], names, arrays)} FROM (SELECT ${selected}
FROM ${bucketSql(buckets)} JOIN ${identifier(fact.table)}
  ON ${identifier(clockColumn(fact, part.during))} BETWEEN first AND last
WHERE ${restriction(fact, read)}${andConditions(part)} AND ${bin} IS NOT NULL
GROUP BY ${list([sql`bucket.place`], members, [bin])}) AS edge GROUP BY ${list([place], names)}`,
    ]
  })
}

function compileHistogram(read: RollupRead): Sql {
  const [part] = read.parts
  const code = part?.kind === 'flow' ? histogramCode(part) : 0
  const names = list([place], memberNames(read.groupBy))
  const rows = rowsOf(read, {
    segments: segmentsOf(read.placed),
    columns: [raw('rollup."bins" AS bins'), raw('rollup."counts" AS counts')],
    table: binsTableOf,
    edges: buckets => binEdges(read, buckets),
    also: sql` AND rollup."part" = ${code}`,
  })
  // Histograms are returned as the stored arrays. Unpacking and summing the bins in the database takes six
  // times as long as summing them in the caller.
  const packed = raw("string_agg(bins::text || ',' || counts::text, ',')")
  return sql`SELECT ${selectList(read, [packed])} FROM (${rows}) AS segments
GROUP BY ${names}`
}

/** Peaks and active days need values of single days, so they are read from the table of days only. */
function compileByDay(read: RollupRead): Sql {
  const names = list([place], memberNames(read.groupBy))
  const counts = numbered(read, 'c')
  const sums = numbered(read, 'n')
  const columns = read.parts.map((part, index) => sql`${columnOf(part)} AS ${counts[index]}`)
  const rows = rowsOf(read, {
    segments: daySegments(read.placed),
    columns: [raw('rollup."day" AS day'), ...columns],
    table: tableOf,
    edges: () => [],
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
 * The SELECT of a read from the tables of its grain: whole months from the table of months, other days from
 * the table of days, or from the fact where the grain stores no days.
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
      throw new Error('stock parts are not stored in rollups')
    case 'fewValues':
    case 'ranked':
      throw new Error('single values are not stored in rollups')
  }
}
