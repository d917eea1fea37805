import type pg from 'pg'
import type { Sql } from 'sql-template-tag'
import type { DayRange } from '#measures'
import type { Fact, FactName } from '../model/index.ts'
import sql, { empty, join, raw } from 'sql-template-tag'
import { closeDays, textOfDay } from '#measures'
import { factNamed, factNames } from '../model/index.ts'
import { identifier } from '../model/toSql.ts'
import { statementOf } from './sql.ts'

/** The number of days with records that is enough to estimate how often records come. */
const sampleDays = 60

/** A centre and the last day to look at. */
interface Place {
  centreId: number
  today: number
}

/** A date as a day number. The driver would parse a date in the zone of the machine. */
const dayNumber = (date: Sql): Sql => sql`(${date}) - DATE '1970-01-01'`

/** The columns that show on which days a fact has records. */
function recordedColumns(fact: Fact): Sql[] {
  const names = fact.recordedBy ?? Object.keys(fact.clocks)
  return names.flatMap(name => fact.clocks[name]?.column ?? []).map(identifier)
}

/** Whether the records of a fact have days, so that days of it can be missing. */
export const hasRecordDays = (fact: Fact): boolean => recordedColumns(fact).length > 0

/** The facts of which days can be declared complete or missing. */
export const factsWithDays: readonly FactName[] = factNames.filter(name => hasRecordDays(factNamed(name)))

/** The first day on which a record of a catalogue is in force; null where there is none. */
export async function readFirstInForce(
  client: pg.ClientBase,
  { table, inForce }: Fact,
  centreId: number,
): Promise<number | null> {
  if (!inForce) return null
  const first = sql`SELECT ${dayNumber(sql`min(${identifier(inForce.from)})`)} AS day
    FROM ${identifier(table)} WHERE "centreId" = ${centreId}`
  const { rows } = await client.query<{ day: number | null }>(statementOf(first))
  return rows[0]?.day ?? null
}

interface Extreme {
  of: 'min' | 'max'
  place: Place
  also?: (column: Sql) => Sql
}

/** The first or last day over all columns, each read from the end of its own index. */
function extremeDay(fact: Fact, { of, place, also = () => empty }: Extreme): Sql {
  const each = recordedColumns(fact).map(
    column => sql`(SELECT ${raw(of)}(${column}) FROM ${identifier(fact.table)}
      WHERE "centreId" = ${place.centreId} AND ${column} <= ${textOfDay(place.today)}::date ${also(column)})`,
  )
  return sql`${raw(of === 'min' ? 'least' : 'greatest')}(${join(each)})`
}

const ahead = raw(String(closeDays))

/**
 * Walks along the indexes from run to run: each step looks `closeDays` ahead, and else for the next day with
 * a record.
 */
function runsSql(fact: Fact, place: Place): Sql {
  const later = (column: Sql): Sql => sql`AND ${column} > walk.last`
  const near = (column: Sql): Sql => sql`${later(column)} AND ${column} <= walk.last + ${ahead}`
  return sql`WITH RECURSIVE walk(first, last) AS (
    SELECT day, day FROM (SELECT ${extremeDay(fact, { of: 'min', place })} AS day) AS start
      WHERE day IS NOT NULL
    UNION ALL
    SELECT CASE WHEN next.day > walk.last + ${ahead} THEN next.day ELSE walk.first END, next.day
      FROM walk
      CROSS JOIN LATERAL (SELECT coalesce(
        ${extremeDay(fact, { of: 'max', place, also: near })},
        ${extremeDay(fact, { of: 'min', place, also: later })}) AS day) AS next
      WHERE next.day IS NOT NULL)
  SELECT ${dayNumber(sql`first`)} AS "from", ${dayNumber(sql`max(last)`)} AS "to"
    FROM walk GROUP BY first ORDER BY first`
}

const latestSql = (fact: Fact, place: Place): Sql => sql`WITH RECURSIVE back(day, place) AS (
    SELECT ${extremeDay(fact, { of: 'max', place })}, 1
    UNION ALL
    SELECT ${extremeDay(fact, { of: 'max', place, also: column => sql`AND ${column} < back.day` })}, place + 1
    FROM back WHERE day IS NOT NULL AND place < ${raw(String(sampleDays))})
  SELECT ${dayNumber(sql`day`)} AS day FROM back WHERE day IS NOT NULL ORDER BY back.day DESC`

/**
 * The runs, each starting with the first day on which all recorded columns have a value. A file of completed
 * cases also contains receipts of the weeks before, but not all of them.
 */
function startsSql(fact: Fact, { centreId }: Place, runs: readonly DayRange[]): Sql {
  const firsts = recordedColumns(fact).map(
    column => sql`(SELECT min(${column}) FROM ${identifier(fact.table)}
      WHERE "centreId" = ${centreId} AND ${column} BETWEEN run.first AND run.last)`,
  )
  const [first, last] = (['from', 'to'] as const).map(end => runs.map(run => textOfDay(run[end])))
  return sql`SELECT ${dayNumber(sql`greatest(${join(firsts)})`)} AS "from",
      ${dayNumber(sql`run.last`)} AS "to"
    FROM unnest(${first}::date[], ${last}::date[]) AS run(first, last) ORDER BY run.first`
}

/** The days with records of a fact: in runs, and the latest ones. Days after `today` are left out. */
export async function readRecordDays(
  client: pg.ClientBase,
  fact: Fact,
  place: Place,
): Promise<{ runs: DayRange[]; latest: number[] }> {
  const runs = (await client.query<DayRange>(statementOf(runsSql(fact, place)))).rows
  const days = (await client.query<{ day: number }>(statementOf(latestSql(fact, place)))).rows
  const latest = days.map(row => row.day)
  if (recordedColumns(fact).length === 1 || runs.length === 0) return { runs, latest }
  const starts = await client.query<DayRange>(statementOf(startsSql(fact, place, runs)))
  return { runs: starts.rows, latest }
}
