import type { Measure, RowsQuestion } from '#measures'
import type { Condition, Expression } from '../model/expression.ts'
import type { Fact } from '../model/index.ts'
import type { BalancePart, DatedPart, FlowPart, Part, StockPart } from './words.ts'
import { basePart, clipTo, holdsDay, NamedError, newestPart } from '#measures'
import {
  all,
  any,
  columnNamed,
  day,
  gt,
  gte,
  isNotNull,
  isNull,
  isTrue,
  lte,
  negate,
  not,
} from '../model/expression.ts'
import { factNamed } from '../model/index.ts'
import { clockColumn, conditionNamed, conditionOf, dimensionColumn, numberNamed } from '../model/named.ts'

/** The first and last day of a period, as day numbers. */
export interface Days {
  from: number
  to: number
}

const clockOf = (flow: FlowPart): Expression<number> =>
  columnNamed(clockColumn(factNamed(flow.fact), flow.during))

const conditionsOf = (part: FlowPart | StockPart): Condition[] =>
  part.when.length > 0 ? [conditionOf(part)] : []

/**
 * The columns that must not be null: a row without the number, the bin or the member that is aggregated does
 * not contribute to the figure.
 */
function aggregated(part: FlowPart): Condition[] {
  const fact = factNamed(part.fact)
  switch (part.aggregate) {
    case 'sum':
      return [isNotNull(numberNamed(part.fact, part.of))]
    case 'histogram':
      return [isNotNull(columnNamed(fact.bins[part.of]?.bin ?? ''))]
    case 'distinct':
      return [isNotNull(columnNamed(dimensionColumn(fact, part.of)))]
    case 'count':
    case 'peak':
    case 'activeDays':
      return []
  }
}

/** Rows whose flow happened in the days. */
function flowRows(part: FlowPart, { from, to }: Days): Condition {
  const clock = clockOf(part)
  return all(gte(clock, day(from)), lte(clock, day(to)), ...conditionsOf(part), ...aggregated(part))
}

/** Rows in force on a day. */
function stockRows(part: StockPart, on: number): Condition {
  const { inForce } = factNamed(part.fact)
  const until = columnNamed<number>(inForce?.to ?? '')
  return all(
    lte(columnNamed<number>(inForce?.from ?? ''), day(on)),
    any(isNull(until), gt(until, day(on))),
    ...conditionsOf(part),
  )
}

/**
 * Rows whose flow happened on or before a day. The conditions are wrapped in IS TRUE, so that the planner has
 * no statistics for them. It would otherwise multiply their selectivity with that of the clock, although both
 * depend on each other, and expect far too few rows.
 */
const everRows = (part: FlowPart, last: number): Condition =>
  all(lte(clockOf(part), day(last)), ...conditionsOf(part).map(isTrue))

/** The conditions of leaving that entering does not have, by name. */
const beyond = (flow: FlowPart, entered: FlowPart): string[] =>
  flow.when.filter(condition => !entered.when.includes(condition))

/**
 * The negation of a condition, for rows that have not left by a day. A condition that a clock is empty
 * becomes "the clock is after the day" where leaving by that clock is excluded as well.
 */
function oppositeOf(condition: Condition, how: { leftBy: readonly string[]; last: number }): Condition {
  const clock =
    condition.kind === 'isNull' && condition.expected && condition.of.kind === 'column' ? condition.of : null
  return clock && how.leftBy.includes(clock.name)
    ? gt(columnNamed<number>(clock.name), day(how.last))
    : negate(condition)
}

/**
 * Rows that have not left by a day. With a single way of entering, the condition is written with the clock
 * and the further conditions of leaving: open cases are few, and the indexes of the clocks find them among
 * millions.
 */
function notLeftRows(flow: FlowPart, part: BalancePart, last: number): Condition {
  const [only, ...others] = part.entered
  if (!only || others.length > 0) return negate(everRows(flow, last))
  const leftBy = part.left
    .filter(left => beyond(left, only).length === 0)
    .map(left => clockColumn(factNamed(left.fact), left.during))
  const opposites = beyond(flow, only).map(name =>
    oppositeOf(conditionNamed(flow.fact, name), { leftBy, last }),
  )
  const clock = clockOf(flow)
  return any(isNull(clock), gt(clock, day(last)), ...opposites)
}

/** The condition under which a row is counted by a part over some days. */
function countedBy(part: Part, days: Days): Condition {
  switch (part.kind) {
    case 'flow':
      return flowRows(part, days)
    case 'stock':
      return stockRows(part, days.to)
    case 'balance':
      return all(
        any(...part.entered.map(flow => everRows(flow, days.to))),
        ...part.left.map(flow => notLeftRows(flow, part, days.to)),
      )
    case 'calendar':
      throw new NamedError('no-rows-behind', { measure: part.of })
    case 'dated':
      return countedInSpans(part, days)
  }
}

/**
 * The rows of each span within its own days. For a part that is counted at the end of the days, the rows of
 * the span that contains the last day.
 */
function countedInSpans(part: DatedPart, days: Days): Condition {
  if (newestPart(part).kind !== 'flow') {
    const span = part.spans.find(each => holdsDay(each, days.to))
    return countedBy(span?.part ?? newestPart(part), days)
  }
  const spans = part.spans
    .map(span => ({ part: span.part, days: clipTo(days, span) }))
    .filter(span => span.days.from <= span.days.to)
  const [only = { part: newestPart(part), days }, ...others] = spans
  return others.length === 0
    ? countedBy(only.part, only.days)
    : any(...spans.map(span => countedBy(span.part, span.days)))
}

function factOf(part: Part): Fact | null {
  switch (part.kind) {
    case 'flow':
    case 'stock':
      return factNamed(part.fact)
    case 'balance':
      return part.entered[0] ? factNamed(part.entered[0].fact) : null
    case 'calendar':
      return null
    case 'dated':
      return factOf(newestPart(part))
  }
}

/** The part whose rows a question about records asks for. */
export const countedPart = (measure: Measure, which: RowsQuestion['which']): Part =>
  which === 'numerator' && 'numerator' in measure ? measure.numerator : basePart(measure)

/**
 * The rows behind a figure as a condition on their fact: all counted rows, those of the numerator, or those
 * of the denominator that are not in the numerator. Errors: no-rows-behind.
 */
export function countedRows(
  measure: Measure,
  which: RowsQuestion['which'],
  days: Days,
): { fact: Fact; condition: Condition } {
  const base = countedPart(measure, which)
  const fact = factOf(base)
  if (!fact) throw new NamedError('no-rows-behind', { measure: measure.names.zh })
  const condition = countedBy(base, days)
  if (which !== 'rest' || !('numerator' in measure)) return { fact, condition }
  if (factOf(measure.numerator) !== fact)
    throw new NamedError('no-rows-behind', { measure: measure.names.zh })
  return { fact, condition: all(condition, not(isTrue(countedBy(measure.numerator, days)))) }
}
