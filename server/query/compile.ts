import type { Sql } from 'sql-template-tag'
import type { Fact } from '../model/index.ts'
import type { PlacedBucket, Read, ReadBucket, Statement } from './read.ts'
import type { FlowPart, StockPart } from './words.ts'
import sql, { raw } from 'sql-template-tag'
import { mostExact } from '#measures'
import { factNamed } from '../model/index.ts'
import { clockColumn, dimensionColumn } from '../model/named.ts'
import { identifier } from '../model/toSql.ts'
import { compileRollupRead, tablesRead } from '../rollups/compileRollup.ts'
import { mostRecords } from './fewValues.ts'
import { aggregateSql, andConditions, bucketSql, list, memberNames, restriction, statementOf } from './sql.ts'

/** Buckets with their places. Those without days are left out. */
const placed = (read: Read): PlacedBucket[] =>
  read.buckets
    .map((bucket, place) => ({ ...bucket, place }))
    .filter(({ from, to }) => from === null || from <= to)

/** Whether a read has any days. Without any, there is nothing to select. */
export const hasDays = (read: Read): boolean => placed(read).length > 0

/** What the SELECTs of all shapes have in common. */
interface Clauses {
  fact: Fact
  /** The columns by which rows are grouped, besides the bucket. */
  members: Sql[]
  buckets: Sql
  table: Sql
  where: Sql
}

function clausesOf(read: Read): Clauses {
  const fact = factNamed(read.fact)
  return {
    fact,
    members: read.groupBy.map(name => identifier(dimensionColumn(fact, name))),
    buckets: bucketSql(placed(read)),
    table: identifier(fact.table),
    where: restriction(fact, read),
  }
}

const place = raw('place')

function selectList(members: readonly Sql[], values: readonly Sql[]): Sql {
  return list(
    [sql`bucket.place AS place`],
    members.map((column, index) => sql`${column}::text AS ${raw(`m${index}`)}`),
    values.map((value, index) => sql`(${value})::text AS ${raw(`v${index}`)}`),
  )
}

function compilePlain(read: Read): Sql {
  const { fact, members, buckets, table, where } = clausesOf(read)
  const clock = identifier(clockColumn(fact, read.clock))
  const shared = sharedConditions(read.parts)
  const values = read.parts.map(part =>
    aggregateSql(fact, { ...part, when: part.when.filter(name => !shared.includes(name)) }),
  )
  return sql`SELECT ${selectList(members, values)}
FROM ${buckets} JOIN ${table} ON ${clock} BETWEEN first AND last
WHERE ${where}${andConditions({ fact: read.fact, when: shared })}
GROUP BY ${list([place], members)}`
}

/** The conditions that all parts of a read share. They go into WHERE, where an index can serve them. */
function sharedConditions(parts: readonly (FlowPart | StockPart)[]): string[] {
  const [first, ...rest] = parts
  return first ? first.when.filter(name => rest.every(part => part.when.includes(name))) : []
}

function compileHistogram(read: Read): Sql {
  const { fact, members, buckets, table, where } = clausesOf(read)
  const [part] = read.parts
  const bin = identifier(fact.bins[part?.of ?? '']?.bin ?? '')
  const clock = identifier(clockColumn(fact, read.clock))
  return sql`SELECT ${selectList(members, [raw('count(*)')])}, ${bin} AS bin
FROM ${buckets} JOIN ${table} ON ${clock} BETWEEN first AND last
WHERE ${where}${andConditions({ fact: read.fact, when: part?.when ?? [] })} AND ${bin} IS NOT NULL
GROUP BY ${list([place], members, [bin])}`
}

/**
 * The values of histograms with few values: one comma-separated text per bucket and combination of members.
 * Selects nothing where the days contain more than `mostRecords` records, so that the cost is bounded.
 */
function compileFewValues(read: Read): Sql {
  const { fact, members, buckets, table, where } = clausesOf(read)
  const [part] = read.parts
  const { value = '', bin = '' } = fact.bins[part?.of ?? ''] ?? {}
  const clock = identifier(clockColumn(fact, read.clock))
  return sql`SELECT ${selectList(members, [sql`string_agg(${identifier(value)}::text, ',')`])}
FROM ${buckets} JOIN ${table} ON ${clock} BETWEEN first AND last
WHERE ${where}${andConditions({ fact: read.fact, when: part?.when ?? [] })} AND ${identifier(bin)} IS NOT NULL
AND (SELECT count(*) FROM (
  SELECT 1 FROM ${buckets} JOIN ${table} ON ${clock} BETWEEN first AND last
  WHERE "centreId" = ANY(${read.centreIds}::int[]) LIMIT ${mostRecords + 1}::int
) AS records) <= ${mostRecords}::int
GROUP BY ${list([place], members)} HAVING count(*) <= ${mostExact}::int`
}

/**
 * Single values of histograms, each found by its rank within its bin. Reads only the wanted bins and returns
 * only the wanted values.
 */
function compileRanked(read: Read): Sql {
  const { fact, members, buckets, table, where } = clausesOf(read)
  const [part] = read.parts
  const { value: valueName = '', bin: binName = '' } = fact.bins[part?.of ?? ''] ?? {}
  const [value, bin] = [identifier(valueName), identifier(binName)]
  const clock = identifier(clockColumn(fact, read.clock))
  const names = memberNames(read.groupBy)
  const wanted = read.wanted ?? []
  const [places, bins, ranks] = (['place', 'bin', 'rank'] as const).map(key =>
    wanted.map(record => record[key]),
  )
  const within = list([sql`bucket.place`], members, [bin])
  const selected = list(
    [sql`bucket.place AS place`],
    members.map((column, index) => sql`${column}::text AS ${names[index]}`),
    [
      sql`${value} AS value`,
      sql`${bin} AS bin`,
      sql`row_number() OVER (PARTITION BY ${within} ORDER BY ${value}) AS rank`,
    ],
  )
  return sql`SELECT ${list([raw('place')], names, [raw(`(rank || ':' || value)`)])}, bin FROM (
  SELECT ${selected}
  FROM ${buckets} JOIN ${table} ON ${clock} BETWEEN first AND last
  WHERE ${where}${andConditions({ fact: read.fact, when: part?.when ?? [] })}
    AND ${bin} = ANY(${[...new Set(bins)]}::int[])
) AS ranked JOIN (SELECT DISTINCT * FROM unnest(${places}::int[], ${bins}::int[], ${ranks}::bigint[])
  AS wanted(place, bin, rank)) AS wanted USING (place, bin, rank)`
}

/** Peaks and active days are derived from counts per day. */
function compileByDay(read: Read): Sql {
  const { fact, members, buckets, table, where } = clausesOf(read)
  const clock = identifier(clockColumn(fact, read.clock))
  const names = memberNames(read.groupBy)
  const counts = read.parts.map((_, index) => raw(`n${index}`))
  const perDay = list(
    [place],
    members.map((column, index) => sql`${column}::text AS ${names[index]}`),
    read.parts.map((part, index) => sql`${aggregateSql(fact, part)} AS ${counts[index]}`),
  )
  const values = read.parts.map((part, index) =>
    part.aggregate === 'peak'
      ? sql`max(${counts[index]})::text AS ${raw(`v${index}`)}`
      : sql`(count(*) FILTER (WHERE ${counts[index]} > 0))::text AS ${raw(`v${index}`)}`,
  )
  return sql`SELECT ${list([place], names, values)} FROM (
  SELECT ${perDay}
  FROM ${buckets} JOIN ${table} ON ${clock} BETWEEN first AND last
  WHERE ${where}
  GROUP BY ${list([place], members, [clock])}
) AS days
GROUP BY ${list([place], names)}`
}

function compileStock(read: Read): Sql {
  const { fact, members, buckets, table, where } = clausesOf(read)
  const from = identifier(fact.inForce?.from ?? '')
  const to = identifier(fact.inForce?.to ?? '')
  const values = read.parts.map(part => aggregateSql(fact, part))
  return sql`SELECT ${selectList(members, values)}
FROM ${buckets} JOIN ${table} ON ${from} <= last AND (${to} IS NULL OR ${to} > last)
WHERE ${where}
GROUP BY ${list([place], members)}`
}

const builders: Record<Read['shape'], (read: Read) => Sql> = {
  plain: compilePlain,
  histogram: compileHistogram,
  fewValues: compileFewValues,
  ranked: compileRanked,
  byDay: compileByDay,
  stock: compileStock,
}

/** The tables that a read uses, each with the days read from it. */
export function tablesOf(read: Read): { table: string; buckets: ReadBucket[] }[] {
  const { grain } = read.from
  return grain
    ? tablesRead({ ...read, grain, placed: placed(read) })
    : [{ table: factNamed(read.fact).table, buckets: read.buckets }]
}

/** Compiles a read to one SELECT. Identifiers come from the model only; every value is bound. */
export function compile(read: Read): Statement {
  const { grain } = read.from
  return statementOf(
    grain ? compileRollupRead({ ...read, grain, placed: placed(read) }) : builders[read.shape](read),
  )
}
