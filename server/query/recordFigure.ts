import type { Day, Figure, FlowPart, Measure, Part, Parts } from '#measures'
import type { Value } from '../model/expression.ts'
import type { FactName } from '../model/index.ts'
import type { Predicate } from '../model/toPredicate.ts'
import { figureOf, holdsDay, newestPart, partKey, partsOf } from '#measures'
import { factNamed } from '../model/index.ts'
import { clockColumn, conditionNamed, numberNamed } from '../model/named.ts'
import { toPredicate } from '../model/toPredicate.ts'

/** One record by column: days as day numbers, money in hundredths, null where unknown. */
export type RecordValues = Readonly<Record<string, Value>>

/** Expressions compiled once, by fact and name. */
const compiled = new Map<string, Predicate>()

function predicateOf(key: string, make: () => Predicate): Predicate {
  const predicate = compiled.get(key) ?? make()
  compiled.set(key, predicate)
  return predicate
}

/** Whether a record meets a named condition of its fact. Errors: unknown-dimension. */
export function meets(fact: FactName, condition: string, record: RecordValues): boolean {
  return (
    predicateOf(`${fact} if ${condition}`, () => toPredicate(conditionNamed(fact, condition)))(record) ===
    true
  )
}

/** The value of a fact's number for one record; null where unknown. Errors: unknown-dimension. */
export function numberOf(fact: FactName, number: string, record: RecordValues): number | null {
  const value = predicateOf(`${fact} of ${number}`, () => toPredicate(numberNamed(fact, number)))(record)
  return value === null ? null : Number(value)
}

function dayOfRecord({ fact, during }: FlowPart, record: RecordValues): Day | null {
  const value = record[clockColumn(factNamed(fact), during)]
  return typeof value === 'number' ? value : null
}

function partOfRecord(part: Part, record: RecordValues): number | null {
  if (part.kind === 'dated') {
    const span = part.spans.find(({ part: plain, ...days }) => {
      const day = plain.kind === 'flow' ? dayOfRecord(plain, record) : null
      return day !== null && holdsDay(days, day)
    })
    return partOfRecord(span?.part ?? newestPart(part), record)
  }
  if (part.kind !== 'flow' || (part.aggregate !== 'count' && part.aggregate !== 'sum')) return null
  if (!part.when.every(condition => meets(part.fact, condition, record))) return 0
  return part.aggregate === 'count' ? 1 : numberOf(part.fact, part.of, record)
}

/**
 * The figure of a measure over one record: what the record adds to the figure. The value is null where the
 * measure does not count the record. Only counts and sums of one fact are supported; other parts are null.
 */
export function figureOfRecord(measure: Measure, record: RecordValues): Figure {
  const parts: Parts = Object.fromEntries(
    partsOf(measure).map(part => [partKey(part), partOfRecord(part, record)]),
  )
  const figure = figureOf(measure, parts)
  return figure.coverage?.covered === 0 ? { ...figure, value: null } : figure
}
