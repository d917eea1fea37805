import type { DuckDBConnection } from '@duckdb/node-api'
import type { ExpressionNode } from '../../server/model/expression.ts'
import type { Fact } from '../../server/model/index.ts'
import type { Read, ReadBucket, ReadRow } from '../../server/query/read.ts'
import type { FlowPart, StockPart } from '../../server/query/words.ts'
import type { Database } from '../../server/storage/database.ts'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { DuckDBInstance } from '@duckdb/node-api'
import { to as copyTo } from 'pg-copy-streams'
import { monthEnd, monthStart, textOfDay } from '../../server/measures/index.ts'
import { factNamed, facts } from '../../server/model/index.ts'
import { conditionOf, numberNamed } from '../../server/model/named.ts'
import { toSql } from '../../server/model/toSql.ts'
import { withCounts } from '../../server/query/binCounts.ts'

// DuckDB over the same rows, asked the way DuckDB likes to be asked: one scan, days cut by date
// arithmetic, no join with buckets.

const typeNames: Record<string, string> = {
  integer: 'INTEGER',
  smallint: 'SMALLINT',
  bigint: 'BIGINT',
  boolean: 'BOOLEAN',
  date: 'DATE',
}

/** Copies a fact's table; texts that no question reads and instants stay behind. */
async function copyTable(
  database: Database,
  duck: DuckDBConnection,
  at: { table: string; folder: string },
): Promise<void> {
  const result = await database.pool.query<{ name: string; type: string }>(
    `SELECT column_name AS name, CASE WHEN data_type = 'USER-DEFINED' THEN 'text' ELSE data_type END
        AS type FROM information_schema.columns WHERE table_name = $1 ORDER BY ordinal_position`,
    [at.table],
  )
  const columns = result.rows.filter(
    row =>
      row.type in typeNames ||
      (row.type === 'text' &&
        !['applicant', 'suspensions', 'caseNumber', 'jointGroup', 'summary', 'giver'].includes(row.name)),
  )
  const file = path.join(at.folder, `${at.table}.csv`)
  const client = await database.pool.connect()
  try {
    await pipeline(
      client.query(
        copyTo(
          `COPY (SELECT ${columns.map(one => `"${one.name}"`).join(', ')} FROM ` +
            `"${at.table}") TO STDOUT (FORMAT csv, HEADER)`,
        ),
      ),
      createWriteStream(file),
    )
  } finally {
    client.release()
  }
  await duck.run(
    `CREATE TABLE "${at.table}" (${columns
      .map(one => `"${one.name}" ${typeNames[one.type] ?? 'VARCHAR'}`)
      .join(', ')})`,
  )
  await duck.run(`COPY "${at.table}" FROM '${file}' (FORMAT csv, HEADER)`)
  await rm(file)
}

/** Opens a DuckDB database with the same facts. */
export async function openDuck(database: Database, folder: string): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(path.join(folder, 'facts.duckdb'))
  const duck = await instance.connect()
  for (const table of new Set(Object.values<Fact>(facts).map(fact => fact.table)))
    await copyTable(database, duck, { table, folder })
  await duck.run('CHECKPOINT')
  return duck
}

// PostgreSQL divides integers into integers.
const dialect = (sql: string): string => sql.replaceAll(' / ', ' // ')

const column = (fact: Fact, dimension: string): string => `"${fact.dimensions[dimension]?.column ?? ''}"`

const literal = (value: string | number): string => (typeof value === 'number' ? String(value) : `'${value}'`)

/** An expression with its values written out: DuckDB is asked once for each read. */
function inDuck(expression: ExpressionNode): string {
  const { strings, values } = toSql(expression)
  const written = (value: unknown): string =>
    Array.isArray(value) ? `[${value.map(written).join(', ')}]` : literal(value as string | number)
  return values.reduce<string>(
    (text, value, index) => `${text}${written(value)}${strings[index + 1] ?? ''}`,
    strings[0] ?? '',
  )
}

function aggregate(fact: Fact, part: FlowPart | StockPart): string {
  const filter = part.when.length > 0 ? ` FILTER (WHERE ${inDuck(conditionOf(part))})` : ''
  switch (part.aggregate) {
    case 'sum':
      return `sum(${inDuck(numberNamed(part.fact, part.of))})${filter}`
    case 'distinct':
      return `count(DISTINCT ${column(fact, part.of)})${filter}`
    default:
      return `count(*)${filter}`
  }
}

function where(fact: Fact, read: Read): string {
  const filters = read.filters.map(
    filter => `${column(fact, filter.dimension)} IN (${filter.values.map(literal).join(', ')})`,
  )
  return [`"centreId" IN (${read.centreIds.join(', ')})`, ...filters].join(' AND ')
}

const date = (day: number): string => `DATE '${textOfDay(day)}'`

interface Place {
  sql: string
  of: (key: number) => number | undefined
}

/** Which bucket a day is in: the only one, the month, or one of some ranges. */
function placeOf(buckets: readonly ReadBucket[], clock: string): Place {
  if (buckets.length === 1) return { sql: '0', of: () => 0 }
  const sorted = buckets.map((bucket, place) => ({ ...bucket, place })).sort((a, b) => a.to - b.to)
  const [first] = sorted
  const whole =
    first &&
    sorted.every(
      ({ from, to }) =>
        monthEnd(to) === to && (from === null || (monthStart(from) === from && monthEnd(from) === to)),
    )
  if (first && whole) {
    const months = (day: number): number =>
      Number(textOfDay(day).slice(0, 4)) * 12 + Number(textOfDay(day).slice(5, 7))
    const places = new Map(sorted.map(bucket => [months(bucket.to) - months(first.to), bucket.place]))
    return { sql: `greatest(datediff('month', ${date(first.to)}, ${clock}), 0)`, of: key => places.get(key) }
  }
  const ranges = sorted.map(
    ({ from, to, place }) =>
      `WHEN ${clock} <= ${date(to)}${from === null ? '' : ` AND ${clock} >= ${date(from)}`} THEN ${place}`,
  )
  return { sql: `CASE ${ranges.join(' ')} END`, of: key => key }
}

function range(buckets: readonly ReadBucket[], clock: string): string {
  const from = buckets.some(bucket => bucket.from === null)
    ? null
    : Math.min(...buckets.map(bucket => bucket.from ?? 0))
  const to = Math.max(...buckets.map(bucket => bucket.to))
  return `${clock} <= ${date(to)}${from === null ? '' : ` AND ${clock} >= ${date(from)}`}`
}

/** The days of buckets and none between them. A bucket that ends before it begins has none. */
function withinBuckets(buckets: readonly ReadBucket[], clock: string): string {
  const own = buckets.filter(({ from, to }) => from === null || from <= to)
  return `(${own.map(bucket => range([bucket], clock)).join(' OR ') || 'false'})`
}

function fewValuesSql(
  read: Read,
  { place, members, rows }: { place: string; members: string[]; rows: string },
): string {
  const fact = factNamed(read.fact)
  const [part] = read.parts
  const { value, bin } = fact.bins[part?.of ?? ''] ?? {}
  const clock = `"${fact.clocks[read.clock]?.column}"`
  const records = `SELECT count(*) FROM "${fact.table}" WHERE ${where(fact, { ...read, filters: [] })}
    AND ${withinBuckets(read.buckets, clock)}`
  return `SELECT ${[`${place} AS place`, ...members, `string_agg("${value}"::text, ',')`].join(', ')} ${rows}
    ${part ? ` AND (${inDuck(conditionOf(part))})` : ''} AND "${bin}" IS NOT NULL
    AND (${records}) <= 50000 GROUP BY ${['place', ...members].join(', ')} HAVING count(*) <= 30`
}

function flowSql(read: Read, place: string): string {
  const fact = factNamed(read.fact)
  const clock = `"${fact.clocks[read.clock]?.column}"`
  const members = read.groupBy.map(name => column(fact, name))
  const values = read.parts.map(part => aggregate(fact, part))
  const rows = `FROM "${fact.table}" WHERE ${where(fact, read)} AND ${range(read.buckets, clock)}`
  if (read.shape === 'byDay') {
    const outer = read.parts.map((part, index) =>
      part.aggregate === 'peak' ? `max(v${index})` : `count(*) FILTER (WHERE v${index} > 0)`,
    )
    return `SELECT place, ${outer.join(', ')}
      FROM (SELECT ${place} AS place, ${values.map((sql, index) => `${sql} AS v${index}`).join(', ')}
        ${rows} GROUP BY ${clock}, 1) GROUP BY place`
  }
  if (read.shape === 'histogram') {
    const [part] = read.parts
    const bin = `"${fact.bins[part?.of ?? '']?.bin}"`
    const conditions = part ? ` AND (${inDuck(conditionOf(part))})` : ''
    return `SELECT ${[`${place} AS place`, ...members, 'count(*)', bin].join(', ')} ${rows}${conditions}
      AND ${bin} IS NOT NULL GROUP BY ${['place', ...members, bin].join(', ')}`
  }
  if (read.shape === 'fewValues') return fewValuesSql(read, { place, members, rows })
  return `SELECT ${[`${place} AS place`, ...members, ...values].join(', ')} ${rows}
    GROUP BY ${['place', ...members].join(', ')}`
}

function stockSql(read: Read): string {
  const fact = factNamed(read.fact)
  const members = read.groupBy.map(name => column(fact, name))
  const sum = (bucket: ReadBucket, place: number): string =>
    `SELECT
        ${[String(place), ...members, ...read.parts.map(part => aggregate(fact, part))].join(', ')}
      FROM "${fact.table}" WHERE ${where(fact, read)}
      AND "${fact.inForce?.from}" <= ${date(bucket.to)}
      AND ("${fact.inForce?.to}" IS NULL OR "${fact.inForce?.to}" >
        ${date(bucket.to)})${members.length > 0 ? ` GROUP BY ${members.join(', ')}` : ''}`
  return read.buckets.map(sum).join(' UNION ALL ')
}

const text = (value: unknown): string | null => (value === null || value === undefined ? null : String(value))

/** Runs one read of facts in DuckDB. */
export async function runInDuck(duck: DuckDBConnection, read: Read): Promise<ReadRow[]> {
  const fact = factNamed(read.fact)
  const place: Place =
    read.shape === 'stock'
      ? { sql: '', of: key => key }
      : placeOf(read.buckets, `"${fact.clocks[read.clock]?.column}"`)
  const reader = await duck.runAndReadAll(
    dialect(read.shape === 'stock' ? stockSql(read) : flowSql(read, place.sql)),
  )
  const first = 1 + (read.shape === 'byDay' ? 0 : read.groupBy.length)
  const rows = reader.getRows().flatMap((row): ReadRow[] => {
    const bucket = row[0] === null ? undefined : place.of(Number(row[0]))
    return bucket === undefined
      ? []
      : [
          {
            bucket,
            members: row.slice(1, first).map(text),
            values: row.slice(first, first + read.parts.length).map(text),
            bin: read.shape === 'histogram' ? Number(row.at(-1)) : null,
          },
        ]
  })
  return withCounts(read, rows)
}
