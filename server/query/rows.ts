import type pg from 'pg'
import type { Sql } from 'sql-template-tag'
import type { Measure, Names, Part, Period, RowsQuestion, RowsQuestionInput, RowValue, Zone } from '#measures'
import type { Dimension, Fact, FactName, RowColumn } from '../model/index.ts'
import type { Days } from './countedRows.ts'
import type { MeasuredColumn } from './measuredColumn.ts'
import type { CentreContext, QueryContext } from './queryContext.ts'
import type { ReadFilter } from './read.ts'
import sql, { raw } from 'sql-template-tag'
import {
  factsOf,
  factsOfPart,
  measureNamed,
  NamedError,
  parsePeriod,
  rowsQuestionSchema,
  textOfDay,
} from '#measures'
import { parseInput } from '../measures/parseInput.ts'
import { factNamed } from '../model/index.ts'
import { conditionNamed, numberNamed } from '../model/named.ts'
import { identifier, toSql } from '../model/toSql.ts'
import { countedPart, countedRows } from './countedRows.ts'
import { readCoverage } from './coverage.ts'
import { countedPeriod } from './frame.ts'
import { askedOrder, measuredColumn } from './measuredColumn.ts'
import { Members } from './members.ts'
import { inSnapshot, readCentreContext, SnapshotCache } from './queryContext.ts'
import { resolveFilters, resolveLimits, scopeLimits, usableFilter } from './scopeFilters.ts'
import { list, restriction, statementOf } from './sql.ts'

export type { RowValue }

/** One page of the records behind a figure. */
export interface RowsAnswer {
  fact: string
  names: Names
  columns: { key: string; names: Names; shows: RowColumn['shows'] }[]
  /** The column of the number that the measure sums or judges; null where it is not listed. */
  measured: string | null
  /** The column and direction of the order; without a column, records are ordered by code. */
  order: { orderBy?: string; descending: boolean }
  rows: RowValue[][]
  total: number
  /**
   * For records grouped by a column: its values in the order of the records, with the number of records of
   * each.
   */
  groups: { value: RowValue; count: number }[]
  from: string
  to: string
}

interface RowsQuery {
  fact: Fact
  columns: RowColumn[]
  measured: MeasuredColumn | null
  asked: RowsAnswer['order']
  where: Sql
  order: Sql
  group: RowColumn | null
}

const groupOrder = (group: RowColumn): Sql => sql`${identifier(group.column)} ASC NULLS LAST`

/** The SQL of a listed column: null for records to which the column does not apply. */
function columnSql(fact: Fact, { column, countsWhen, number }: RowColumn): Sql {
  const name = fact.name as FactName
  const value = number === undefined ? identifier(column) : toSql(numberNamed(name, number))
  return countsWhen === undefined
    ? value
    : sql`CASE WHEN ${toSql(conditionNamed(name, countsWhen))} THEN ${value} END`
}

/** The stored column by which records are grouped. */
const groupOf = (columns: readonly RowColumn[], { groupBy }: RowsQuestion): RowColumn | undefined =>
  columns.find(column => column.column === groupBy && column.number === undefined)

function orderSql(
  fact: Fact,
  columns: readonly RowColumn[],
  how: { group: RowColumn | null; order: RowsAnswer['order'] },
): Sql {
  const { group, order } = how
  const asked = columns.find(column => column.column === order.orderBy)
  const direction = raw(order.descending ? 'DESC NULLS LAST' : 'ASC NULLS LAST')
  return list(group ? [groupOrder(group)] : [], asked ? [sql`${columnSql(fact, asked)} ${direction}`] : [], [
    sql`${identifier(fact.key)} ${asked ? raw('ASC') : direction}`,
  ])
}

function rowsQuery(
  question: RowsQuestion,
  found: {
    measure: Measure
    days: Days
    filters: ReadFilter[]
    centreContext: CentreContext
    reveal: readonly string[]
  },
): RowsQuery {
  const { fact, condition } = countedRows(found.measure, question.which, found.days)
  const columns = fact.rows.filter(column => !column.sensitive || found.reveal.includes(column.sensitive))
  const limits = restriction(fact, { centreIds: found.centreContext.centreIds, filters: found.filters })
  const ofRecord =
    question.record === undefined ? sql`` : sql` AND ${identifier(fact.key)} = ${question.record}`
  const measured = measuredColumn(found.measure, fact, columns)
  const asked = askedOrder(question, measured)
  const group = groupOf(columns, question) ?? null
  return {
    fact,
    columns,
    measured,
    asked,
    where: sql`${limits} AND (${toSql(condition)})${ofRecord}`,
    order: orderSql(fact, columns, { group, order: asked }),
    group,
  }
}

/** Lists the records behind a figure within the scope, page by page. Errors: as `ask`, and no-rows-behind. */
export async function askRows(input: RowsQuestionInput, context: QueryContext): Promise<RowsAnswer> {
  return readRows(parseInput(rowsQuestionSchema, input), context)
}

/** The most records in one exported file. */
const mostExported = 500_000

/**
 * All records behind a figure within the scope, read in one snapshot, for a file. Errors: as `askRows`, and
 * too-many-cells.
 */
export async function allRows(
  input: Omit<RowsQuestionInput, 'limit' | 'offset'>,
  context: QueryContext,
): Promise<RowsAnswer> {
  const answer = await readRows({ ...parseInput(rowsQuestionSchema, input), limit: mostExported }, context)
  if (answer.total > mostExported) throw new NamedError('too-many-cells', { most: mostExported })
  return answer
}

/**
 * The days of a period that `ask` counts for a part: a running period ends with the known days of its fact.
 */
async function knownPart(
  period: Period,
  part: Part,
  how: {
    context: QueryContext
    cache: SnapshotCache
    centreContext: CentreContext
    members: Members
    filters: readonly ReadFilter[]
  },
): Promise<Days> {
  const { context, cache, centreContext, members, filters } = how
  const facts = factsOfPart(part)
  const asked = { filters, groupBy: [], benchmark: false }
  const { coverage } = await readCoverage(context, cache, { facts, centreContext, members, asked })
  const [days] = coverage.values()
  return countedPeriod(period, days, centreContext.today)
}

async function readRows(question: RowsQuestion, context: QueryContext): Promise<RowsAnswer> {
  const measure = measureNamed(question.measure)
  return inSnapshot(context.database, async client => {
    const cache = new SnapshotCache(client)
    const centreContext = await readCentreContext(context, cache, question)
    const asked = parsePeriod(question.period, centreContext.today)
    const members = new Members(client, { database: context.database, centres: centreContext.centres })
    const limits = scopeLimits(context.scope, factsOf(measure).map(factNamed), question.centres)
    const dimensionNamed = (name: string): Dimension =>
      usableFilter([question.measure, measure], name, context.scope)
    const filters = [
      ...(await resolveFilters(members, question.filters, dimensionNamed)),
      ...(await resolveLimits(members, limits, dimensionNamed)),
    ]
    const part = countedPart(measure, question.which)
    const days = await knownPart(asked, part, { context, cache, centreContext, members, filters })
    const { reveal } = context.scope
    const query = rowsQuery(question, { measure, days, filters, centreContext, reveal })
    const { fact } = query
    const how: ShownHow = { members, zone: centreContext.centres[0]?.hall.zone, fact }
    return {
      fact: fact.name,
      names: fact.names,
      columns: query.columns.map(({ column, names, shows }) => ({ key: column, names, shows })),
      measured: query.measured?.column ?? null,
      order: query.asked,
      total: await countRows(client, query),
      groups: await readGroups(client, query, how),
      rows: await readPage(client, { query, question, how }),
      from: textOfDay(days.from),
      to: textOfDay(days.to),
    }
  })
}

async function countRows(client: pg.ClientBase, { fact, where }: RowsQuery): Promise<number> {
  const counted = await client.query<{ total: string }>(
    statementOf(sql`SELECT count(*) AS total FROM ${identifier(fact.table)} WHERE ${where}`),
  )
  return Number(counted.rows[0]?.total ?? 0)
}

async function readGroups(
  client: pg.ClientBase,
  { fact, where, group }: RowsQuery,
  how: ShownHow,
): Promise<RowsAnswer['groups']> {
  if (!group) return []
  const { rows } = await client.query<[unknown, string]>({
    ...statementOf(
      sql`SELECT ${identifier(group.column)}, count(*) FROM ${identifier(fact.table)}
WHERE ${where} GROUP BY 1 ORDER BY ${groupOrder(group)}`,
    ),
    rowMode: 'array',
  })
  return Promise.all(
    rows.map(async ([value, count]) => ({ value: await shown(value, group, how), count: Number(count) })),
  )
}

async function readPage(
  client: pg.ClientBase,
  { query, question, how }: { query: RowsQuery; question: RowsQuestion; how: ShownHow },
): Promise<RowValue[][]> {
  const { fact, columns, where, order } = query
  const { rows } = await client.query<unknown[]>({
    ...statementOf(
      sql`SELECT ${list(columns.map(column => columnSql(fact, column)))} FROM ${identifier(fact.table)}
WHERE ${where} ORDER BY ${order} LIMIT ${question.limit}::int OFFSET ${question.offset}::int`,
    ),
    rowMode: 'array',
  })
  return Promise.all(
    rows.map(async row => Promise.all(row.map(async (value, index) => shown(value, columns[index], how)))),
  )
}

interface ShownHow {
  members: Members
  zone: Zone | undefined
  fact: Fact
}

async function shown(value: unknown, column: RowColumn | undefined, how: ShownHow): Promise<RowValue> {
  if (value === null || value === undefined || !column) return null
  switch (column.shows) {
    case 'instant':
      return localText(value as Date, how.zone)
    case 'number':
    case 'seconds':
    case 'milliPercent':
    case 'milliDays':
      return Number(value)
    case 'flag':
      return Boolean(value)
    case 'list':
      return column.values?.[String(value)] ?? String(value)
    case 'centre':
    case 'unit':
    case 'window':
    case 'item': {
      const member = await how.members.named(
        { column: column.column, names: column.names, members: column.shows },
        String(value),
      )
      return { zh: member.zh, en: member.en }
    }
    case 'text':
    case 'photo':
    case 'day':
    case 'fen':
      return String(value)
  }
}

function localText(at: Date, zone: Zone | undefined): string {
  if (!zone) return at.toISOString()
  const { day, minute } = zone.localAt(at.getTime())
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${textOfDay(day)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}
