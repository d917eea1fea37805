import type { Sql } from 'sql-template-tag'
import type { Measure } from '#measures'
import type { Fact } from '../model/index.ts'
import type { Database } from '../storage/database.ts'
import type { FlowPart, Part } from './words.ts'
import sql, { empty, join } from 'sql-template-tag'
import { partsOf, plainPartsOf } from '#measures'
import { factNamed } from '../model/index.ts'
import { identifier } from '../model/toSql.ts'
import { statementOf } from './sql.ts'

/** The batches and the local dates in question. */
interface Touched {
  centreId: number
  measure: Measure
  batches: readonly number[]
  days: readonly { from: string; to: string }[]
}

interface Watched {
  fact: Fact
  clock: string | null
  upTo: boolean
}

function flowWatched(part: FlowPart, upTo: boolean): Watched {
  const fact = factNamed(part.fact)
  return { fact, clock: fact.clocks[part.during]?.column ?? null, upTo }
}

/**
 * The days of the facts on which a part depends: those of its period for a flow, all days until its end for a
 * balance, and all rows for catalogues.
 */
function watchedBy(part: Part): Watched[] {
  switch (part.kind) {
    case 'flow':
      return [flowWatched(part, false)]
    case 'balance':
      return [...part.entered, ...part.left].map(flow => flowWatched(flow, true))
    case 'stock':
      return [{ fact: factNamed(part.fact), clock: null, upTo: false }]
    case 'calendar':
      return []
    case 'dated':
      return plainPartsOf(part).flatMap(watchedBy)
  }
}

/** SQL for whether a row's day is relevant; `day` is the SQL of that day. */
function daysSql(day: Sql, { upTo }: Watched, days: Touched['days']): Sql {
  const each = days.map(({ from, to }) =>
    upTo ? sql`${day} <= ${to}::date` : sql`${day} BETWEEN ${from}::date AND ${to}::date`,
  )
  return sql`(${join(each, ' OR ')})`
}

function selects(watched: Watched, { centreId, batches, days }: Touched): Sql {
  const { fact, clock } = watched
  const own = sql`"centreId" = ${centreId} AND "batchId" = ANY(${[...batches]}::int[])`
  const now = clock === null ? empty : sql` AND ${daysSql(identifier(clock), watched, days)}`
  const before =
    clock === null ? empty : sql` AND ${daysSql(sql`("before"->>${clock}::text)::date`, watched, days)}`
  return sql`SELECT "batchId" AS id FROM ${identifier(fact.table)} WHERE ${own}${now}
UNION SELECT "batchId" FROM "FactChange" WHERE ${own} AND "fact" = ${fact.name}::"FactName"${before}`
}

/**
 * The batches that added or changed records which a measure may have counted on some dates, before or after
 * the change. Filters are ignored: batches that only changed records of another window may be included, but
 * none is missing.
 */
export async function batchesTouching({ pool }: Database, touched: Touched): Promise<number[]> {
  const watched = partsOf(touched.measure).flatMap(watchedBy)
  if (touched.batches.length === 0 || watched.length === 0) return []
  const queries = watched.map(each => selects(each, touched))
  const result = await pool.query<{ id: number }>(statementOf(sql`${join(queries, '\nUNION ')} ORDER BY id`))
  return result.rows.map(row => row.id)
}
