import type { ConditionName, NumberName } from '../model/conditions/index.ts'
import type { Fact, FactName } from '../model/index.ts'
import type { Histogram } from './bins.ts'
import type { DaySpan } from './spans.ts'
import { textOfDay } from '../common/day.ts'
import { addHistograms } from './bins.ts'

/** Rows of a fact, aggregated by the days of one time dimension. */
export interface FlowPart {
  kind: 'flow'
  aggregate: 'count' | 'sum' | 'histogram' | 'distinct' | 'peak' | 'activeDays'
  fact: FactName
  during: string
  when: string[]
  /** The number, histogram or dimension that is aggregated; empty for counts of rows. */
  of: string
}

/** Dated versions in force at the end of a bucket. */
export interface StockPart {
  kind: 'stock'
  aggregate: 'count' | 'sum'
  fact: FactName
  when: string[]
  of: string
}

/** Everything that entered minus everything that left, up to the end of a bucket. */
export interface BalancePart {
  kind: 'balance'
  entered: FlowPart[]
  left: FlowPart[]
}

/** Days of the calendar, equal for every member. */
interface CalendarPart {
  kind: 'calendar'
  of: 'workingDays' | 'calendarDays'
}

/** A part with one definition for all days. */
export type PlainPart = FlowPart | StockPart | BalancePart | CalendarPart

/** The definition of a part on some of the days. */
export interface PartSpan<P extends PlainPart = PlainPart> extends DaySpan {
  part: P
}

/**
 * A part whose definition changes on some day. Its spans are in order, and each day is in exactly one of
 * them.
 */
export interface DatedPart<P extends PlainPart = PlainPart> {
  kind: 'dated'
  spans: readonly PartSpan<P>[]
}

/** A number or histogram from which a measure is computed. Answers contain parts, never computed rates. */
export type Part = PlainPart | DatedPart

/** The part in the definition of its last span. */
export function newestPart(part: Part): PlainPart {
  if (part.kind !== 'dated') return part
  const span = part.spans.at(-1)
  if (!span) throw new Error('a dated part needs at least one span')
  return span.part
}

/** The definitions of a part, one per span. */
export const plainPartsOf = (part: Part): PlainPart[] =>
  part.kind === 'dated' ? part.spans.map(span => span.part) : [part]

/** Null means unknown, such as an unpublished calendar year, and not zero. */
export type PartValue = number | Histogram | null

type NameOf<T> = Extract<keyof T, string>
/** A fact of the model. */
type ModelFact = Fact & { name: FactName }
interface Counting<F extends ModelFact> {
  during: NameOf<F['clocks']>
  when?: ConditionName<F['name']>[]
}
interface Holding<F extends ModelFact> {
  when?: ConditionName<F['name']>[]
}

function flow(
  aggregate: FlowPart['aggregate'],
  fact: ModelFact,
  { during, when = [], of = '' }: { during: string; when?: string[]; of?: string },
): FlowPart {
  return { kind: 'flow', aggregate, fact: fact.name, during, when, of }
}

/** Counts rows of a fact whose clock is in the bucket. */
export const count = <F extends ModelFact>(fact: F, options: Counting<F>): FlowPart =>
  flow('count', fact, options)

/** Sums a number over such rows. */
export const sum = <F extends ModelFact>(
  fact: F,
  of: NumberName<F['name']>,
  options: Counting<F>,
): FlowPart => flow('sum', fact, { ...options, of })

/** The histogram of a number over such rows. */
export const histogram = <F extends ModelFact>(
  fact: F,
  of: NameOf<F['bins']>,
  options: Counting<F>,
): FlowPart => flow('histogram', fact, { ...options, of })

/** Counts distinct members of a dimension among such rows. */
export const distinct = <F extends ModelFact>(
  fact: F,
  of: NameOf<F['dimensions']>,
  options: Counting<F>,
): FlowPart => flow('distinct', fact, { ...options, of })

/** The largest count of such rows on one day. */
export const peak = <F extends ModelFact>(fact: F, options: Counting<F>): FlowPart =>
  flow('peak', fact, options)

/** Counts days with at least one such row. */
export const activeDays = <F extends ModelFact>(fact: F, options: Counting<F>): FlowPart =>
  flow('activeDays', fact, options)

/** Counts rows in force at the end of the bucket. */
export function inForce<F extends ModelFact>(fact: F, options: Holding<F> = {}): StockPart {
  return { kind: 'stock', aggregate: 'count', fact: fact.name, when: options.when ?? [], of: '' }
}

/** Sums a number over rows in force at the end of the bucket. */
export function sumInForce<F extends ModelFact>(
  fact: F,
  of: NumberName<F['name']>,
  options: Holding<F> = {},
): StockPart {
  return { kind: 'stock', aggregate: 'sum', fact: fact.name, when: options.when ?? [], of }
}

/** A level: what has entered and not left by the end of the bucket. */
export const balance = (entered: FlowPart[], left: FlowPart[]): BalancePart => ({
  kind: 'balance',
  entered,
  left,
})

/** Counts working days of the centre's calendar in the bucket. */
export const workingDays: CalendarPart = { kind: 'calendar', of: 'workingDays' }

const of = (part: { of: string }): string => part.of && `(${part.of})`
const conditions = (part: { when: string[] }): string =>
  part.when.length > 0 ? `[${part.when.join(',')}]` : ''

const keys = new WeakMap<Part, string>()

/** The key of a part. Equal parts of different measures have equal keys and are read once. */
export function partKey(part: Part): string {
  const cached = keys.get(part)
  if (cached !== undefined) return cached
  const key = writtenKey(part)
  keys.set(part, key)
  return key
}

function writtenKey(part: Part): string {
  switch (part.kind) {
    case 'flow':
      return `${part.fact}.${part.during}.${part.aggregate}${of(part)}${conditions(part)}`
    case 'stock':
      return `${part.fact}.inForce.${part.aggregate}${of(part)}${conditions(part)}`
    case 'balance':
      return `+${part.entered.map(partKey).join('+')}-${part.left.map(partKey).join('-')}`
    case 'calendar':
      return `calendar.${part.of}`
    case 'dated':
      return part.spans
        .map(span => `${span.from === null ? '' : ` | ${textOfDay(span.from)} `}${partKey(span.part)}`)
        .join('')
  }
}

/**
 * How values of a part merge: by sum, last value, maximum, or a common value; or not at all, so that they are
 * read again (`ask`).
 */
type Merging = 'add' | 'last' | 'largest' | 'same' | 'ask'

/** How values of adjacent buckets merge. */
export function mergingOverTime(part: Part): Merging {
  switch (part.kind) {
    case 'flow':
      return part.aggregate === 'distinct' ? 'ask' : part.aggregate === 'peak' ? 'largest' : 'add'
    case 'stock':
    case 'balance':
      return 'last'
    case 'calendar':
      return 'add'
    case 'dated':
      return sameFor(part, mergingOverTime)
  }
}

/** The rule that all spans of a part share; without one, they cannot be merged. */
function sameFor(part: DatedPart, ruleOf: (part: Part) => Merging): Merging {
  const [rule = 'ask', ...others] = part.spans.map(span => ruleOf(span.part))
  return others.every(other => other === rule) ? rule : 'ask'
}

/** How values of disjoint members merge. */
export function mergingOverMembers(part: Part): Merging {
  switch (part.kind) {
    case 'flow':
      return ['distinct', 'peak', 'activeDays'].includes(part.aggregate) ? 'ask' : 'add'
    case 'stock':
    case 'balance':
      return 'add'
    case 'calendar':
      return 'same'
    case 'dated':
      return sameFor(part, mergingOverMembers)
  }
}

const asNumber = (value: number | Histogram): number => (typeof value === 'number' ? value : Number.NaN)

/** Merges values by a rule other than `ask`. If a value is unknown, so is the result. */
export function mergeValues(values: readonly PartValue[], merging: Exclude<Merging, 'ask'>): PartValue {
  if (values.includes(null)) return null
  const known = values as readonly (number | Histogram)[]
  switch (merging) {
    case 'last':
      return known.at(-1) ?? 0
    case 'same':
      return known[0] ?? 0
    case 'largest':
      return Math.max(0, ...known.map(asNumber))
    case 'add':
      return known.some(Array.isArray)
        ? addHistograms(known.filter(Array.isArray) as Histogram[])
        : known.map(asNumber).reduce((a, b) => a + b, 0)
  }
}
