import type { Measure, Names, RowsQuestion, RowsQuestionInput, Zone } from '#measures'
import type { Fact, RowColumn } from '../facts/index.ts'
import type { Asking, Ground } from './ground.ts'
import type { ReadFilter } from './read.ts'
import type { Binder as BinderType } from './sql.ts'
import type { BalancePart, FlowPart, Part } from './words.ts'
import { basePart, factsOf, measureNamed, NamedError, parsePeriod, rowsQuestionSchema, textOfDay } from '#measures'
import { factNamed } from '../facts/index.ts'
import { parseInput } from '../measures/parseInput.ts'
import { Common, groundOf, inSnapshot } from './ground.ts'
import { Members } from './members.ts'
import { resolveFilters, scopeLimits, usableDimension } from './scopeFilters.ts'
import { Binder, clockColumn, conditionSql, quoted, restriction } from './sql.ts'

/** A value of a record as it travels: money and ids as text, so that nothing is rounded on the way. */
export type RowValue = string | number | boolean | Names | null

/** One page of the records behind a figure. */
export interface RowsAnswer {
  fact: string
  names: Names
  columns: { key: string, names: Names, shows: RowColumn['shows'] }[]
  rows: RowValue[][]
  total: number
  /** Where the records are put together by a column: its values in the order of the records, with how many there are of each. */
  groups: { value: RowValue, count: number }[]
  from: string
  to: string
}

interface Days { from: number, to: number }

/** The first and last day as SQL. */
interface DaySql { readonly first: string, readonly last: string }

/** Days are bound when a condition first names them: PostgreSQL refuses a value that no text uses. */
function boundDays(days: Days, binder: BinderType): DaySql {
  const bound = new Map<number, string>()
  const sqlOf = (place: number, day: number): string => {
    const known = bound.get(place) ?? `${binder.bind(textOfDay(day))}::date`
    bound.set(place, known)
    return known
  }
  return { get first() { return sqlOf(0, days.from) }, get last() { return sqlOf(1, days.to) } }
}

/** Rows whose flow happened in the days. */
function flowSql(fact: Fact, part: FlowPart, days: DaySql): string {
  const when = part.when.length > 0 ? ` AND ${conditionSql(fact, part.when)}` : ''
  return `(${clockColumn(fact, part.during)} BETWEEN ${days.first} AND ${days.last}${when})`
}

/** Rows whose flow ever happened by a day. What they fulfil is kept from the planner: it would count a clock that is set twice over and take many rows for few. */
function everSql(fact: Fact, part: FlowPart, last: string): string {
  const when = part.when.length > 0 ? ` AND COALESCE(${conditionSql(fact, part.when)}, false)` : ''
  return `(${clockColumn(fact, part.during)} <= ${last}${when})`
}

/** What leaving asks for beyond entering, by name. */
const beyond = (flow: FlowPart, entered: FlowPart): string[] => flow.when.filter(condition => !entered.when.includes(condition))

/**
 * The opposite of a named condition. A test for null is never unknown, and an index finds its opposite; of others it is not known. Of a row that must not
 * have left by a clock (`gone`) it is known besides that the clock comes after the day.
 */
function notSql(fact: Fact, name: string, { gone, last }: { gone: readonly string[], last: string }): string {
  const sql = conditionSql(fact, [name])
  const column = /^\(("\w+") IS NULL\)$/.exec(sql)?.[1]
  if (column === undefined)
    return `NOT COALESCE(${sql}, false)`
  return gone.includes(column) ? `${column} > ${last}` : `${column} IS NOT NULL`
}

/**
 * Rows that have not left by a day. Where there is one way in, that is said by the clock and by what leaving asks for beyond entering: open cases are
 * few, and indexes of the clocks find them among millions.
 */
function notLeftSql(fact: Fact, { flow, part, last }: { flow: FlowPart, part: BalancePart, last: string }): string {
  const [only, ...others] = part.entered
  if (!only || others.length > 0)
    return `NOT COALESCE(${everSql(fact, flow, last)}, false)`
  const gone = part.left.filter(one => beyond(one, only).length === 0).map(one => clockColumn(fact, one.during))
  const clock = clockColumn(fact, flow.during)
  return `(${[`${clock} IS NULL`, `${clock} > ${last}`, ...beyond(flow, only).map(name => notSql(fact, name, { gone, last }))].join(' OR ')})`
}

/** The condition under which a row is counted by a part over some days. */
function partSql(fact: Fact, part: Part, days: DaySql): string {
  switch (part.kind) {
    case 'flow': return flowSql(fact, part, days)
    case 'stock': {
      const when = part.when.length > 0 ? ` AND ${conditionSql(fact, part.when)}` : ''
      const [from, to] = [quoted(fact.inForce?.from ?? ''), quoted(fact.inForce?.to ?? '')]
      return `(${from} <= ${days.last} AND (${to} IS NULL OR ${to} > ${days.last})${when})`
    }
    case 'balance': {
      const entered = part.entered.map(flow => everSql(fact, flow, days.last)).join(' OR ')
      return [`(${entered})`, ...part.left.map(flow => notLeftSql(fact, { flow, part, last: days.last }))].join(' AND ')
    }
    case 'calendar': throw new NamedError('no-rows-behind', { measure: part.of })
  }
}

function factOf(part: Part): Fact | null {
  switch (part.kind) {
    case 'flow':
    case 'stock': return factNamed(part.fact)
    case 'balance': return part.entered[0] ? factNamed(part.entered[0].fact) : null
    case 'calendar': return null
  }
}

/** The condition for the asked subset: all counted rows, those of the numerator, or the rest. */
function whichSql(measure: Measure, which: RowsQuestion['which'], days: DaySql): { fact: Fact, sql: string } {
  const base = which === 'numerator' && 'numerator' in measure ? measure.numerator : basePart(measure)
  const fact = factOf(base)
  if (!fact)
    throw new NamedError('no-rows-behind', { measure: measure.names.zh })
  const sql = partSql(fact, base, days)
  if (which !== 'rest' || !('numerator' in measure))
    return { fact, sql }
  if (factOf(measure.numerator) !== fact)
    throw new NamedError('no-rows-behind', { measure: measure.names.zh })
  return { fact, sql: `(${sql} AND NOT COALESCE(${partSql(fact, measure.numerator, days)}, false))` }
}

interface RowsQuery { fact: Fact, columns: RowColumn[], where: string, order: string, group: RowColumn | null, binder: BinderType }

const groupOrder = (group: RowColumn): string => `${quoted(group.column)} ASC NULLS LAST`

function orderSql(fact: Fact, columns: readonly RowColumn[], question: RowsQuestion): string {
  const group = columns.find(one => one.column === question.groupBy)
  const column = columns.find(one => one.column === question.orderBy)?.column
  const direction = question.descending ? 'DESC NULLS LAST' : 'ASC NULLS LAST'
  const first = column === undefined ? '' : `${quoted(column)} ${direction}, `
  return `${group ? `${groupOrder(group)}, ` : ''}${first}${quoted(fact.key)} ${column === undefined ? direction : 'ASC'}`
}

function rowsQuery(question: RowsQuestion, found: { measure: Measure, days: Days, filters: ReadFilter[], ground: Ground, reveal: readonly string[] }): RowsQuery {
  const binder = new Binder()
  const { fact, sql } = whichSql(found.measure, question.which, boundDays(found.days, binder))
  const columns = fact.rows.filter(column => !column.sensitive || found.reveal.includes(column.sensitive))
  const where = `${restriction(fact, { centreIds: found.ground.centreIds, filters: found.filters }, binder)} AND ${sql}`
  return { fact, columns, where, order: orderSql(fact, columns, question), group: columns.find(one => one.column === question.groupBy) ?? null, binder }
}

/** The records behind a figure, page by page, inside the scope. Errors: as `ask`, and no-rows-behind. */
export async function askRows(input: RowsQuestionInput, asking: Asking): Promise<RowsAnswer> {
  return readRows(parseInput(rowsQuestionSchema, input), asking)
}

/** More records than this are not put into one file. */
const mostExported = 500_000

/** All the records behind a figure, of one instant, inside the scope, for a file. Errors: as `askRows`, and too-many-cells. */
export async function allRows(input: Omit<RowsQuestionInput, 'limit' | 'offset'>, asking: Asking): Promise<RowsAnswer> {
  const found = await readRows({ ...parseInput(rowsQuestionSchema, input), limit: mostExported }, asking)
  if (found.total > mostExported)
    throw new NamedError('too-many-cells', { most: mostExported })
  return found
}

async function readRows(question: RowsQuestion, asking: Asking): Promise<RowsAnswer> {
  const measure = measureNamed(question.measure)
  return inSnapshot(asking.database, async (client) => {
    const ground = await groundOf(asking, new Common(client), question)
    const days = parsePeriod(question.period, ground.today)
    const members = new Members(client, ground.centreIds)
    const limits = scopeLimits(asking.scope, factsOf(measure).map(factNamed)).map(limit => ({ dimension: limit.dimension, in: [...limit.in] }))
    const filters = await resolveFilters(members, [...question.filters, ...limits], name => usableDimension([[question.measure, measure]], name, asking.scope))
    const { fact, columns, where, order, group, binder } = rowsQuery(question, { measure, days, filters, ground, reveal: asking.scope.reveal })
    const counted = await client.query<{ total: string }>({ text: `SELECT count(*) AS total FROM ${quoted(fact.table)} WHERE ${where}`, values: binder.values })
    const groups = group ? await client.query<[unknown, string]>({ text: `SELECT ${quoted(group.column)}, count(*) FROM ${quoted(fact.table)} WHERE ${where} GROUP BY 1 ORDER BY ${groupOrder(group)}`, values: [...binder.values], rowMode: 'array' }) : null
    const page = `LIMIT ${binder.bind(question.limit)}::int OFFSET ${binder.bind(question.offset)}::int`
    const text = `SELECT ${columns.map(column => quoted(column.column)).join(', ')} FROM ${quoted(fact.table)} WHERE ${where} ORDER BY ${order} ${page}`
    const found = await client.query<unknown[]>({ text, values: binder.values, rowMode: 'array' })
    const zone = ground.centres[0]?.hall.zone
    const rows = await Promise.all(found.rows.map(async row => Promise.all(row.map(async (value, index) => shown(value, columns[index], { members, zone, fact })))))
    return {
      fact: fact.name,
      names: fact.names,
      columns: columns.map(column => ({ key: column.column, names: column.names, shows: column.shows })),
      rows,
      groups: await Promise.all((groups?.rows ?? []).map(async ([value, count]) => ({ value: await shown(value, group ?? undefined, { members, zone, fact }), count: Number(count) }))),
      total: Number(counted.rows[0]?.total ?? 0),
      from: textOfDay(days.from),
      to: textOfDay(days.to),
    }
  })
}

async function shown(value: unknown, column: RowColumn | undefined, how: { members: Members, zone: Zone | undefined, fact: Fact }): Promise<RowValue> {
  if (value === null || value === undefined || !column)
    return null
  switch (column.shows) {
    case 'instant': return localText(value as Date, how.zone)
    case 'number':
    case 'seconds':
    case 'milliPercent':
    case 'milliDays': return Number(value)
    case 'flag': return Boolean(value)
    case 'list': return column.values?.[String(value)] ?? String(value)
    case 'unit':
    case 'window':
    case 'item': {
      const member = await how.members.named({ column: column.column, names: column.names, members: column.shows }, String(value))
      return { zh: member.zh, en: member.en }
    }
    case 'text':
    case 'day':
    case 'fen': return String(value)
  }
}

function localText(at: Date, zone: Zone | undefined): string {
  if (!zone)
    return at.toISOString()
  const { day, minute } = zone.localAt(at.getTime())
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${textOfDay(day)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}
