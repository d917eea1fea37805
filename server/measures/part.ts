import type { ConditionName, NumberName } from '../model/conditions/index.ts'
import type { Fact, FactName } from '../model/index.ts'
import type { Histogram } from './bins.ts'
import type { DaySpan } from './spans.ts'
import { textOfDay } from '../common/day.ts'
import { addHistograms } from './bins.ts'

/** Rows of a fact, counted, summed or binned by the days of one time dimension. */
export interface FlowPart {
  kind: 'flow'
  aggregate: 'count' | 'sum' | 'histogram' | 'distinct' | 'peak' | 'activeDays'
  fact: FactName
  during: string
  when: string[]
  /** The number, histogram or dimension that is aggregated; empty for counts of rows. */
  of: string
}

/** What is in force at the end of a bucket, from dated versions. */
export interface StockPart {
  kind: 'stock'
  aggregate: 'count' | 'sum'
  fact: FactName
  when: string[]
  of: string
}

/** Entered minus left, up to the end of a bucket. */
export interface BalancePart {
  kind: 'balance'
  entered: FlowPart[]
  left: FlowPart[]
}

/** Days of the calendar itself, the same for every member. */
interface CalendarPart {
  kind: 'calendar'
  of: 'workingDays' | 'calendarDays'
}

/** A part that is counted in the same way on all days. */
export type PlainPart = FlowPart | StockPart | BalancePart | CalendarPart

/** How a part is counted on some of the days. */
export interface PartSpan<P extends PlainPart = PlainPart> extends DaySpan {
  part: P
}

/** A part whose counting changes on some day. Its spans are in order and contain each day once. */
export interface DatedPart<P extends PlainPart = PlainPart> {
  kind: 'dated'
  spans: readonly PartSpan<P>[]
}

/** A number or histogram from which a measure is computed. Answers contain parts, never computed rates. */
export type Part = PlainPart | DatedPart

/** The part as it is counted in its last span. */
export function newestPart(part: Part): PlainPart {
  if (part.kind !== 'dated') return part
  const span = part.spans.at(-1)
  if (!span) throw new Error('a dated part has at least one span')
  return span.part
}

/** The ways of counting a part, one per span. */
export const plainPartsOf = (part: Part): PlainPart[] =>
  part.kind === 'dated' ? part.spans.map(span => span.part) : [part]

/** Null: not to be known (an unpublished calendar year), which is not the same as zero. */
export type PartValue = number | Histogram | null

type NameOf<T> = Extract<keyof T, string>
/** A fact that is in the model. */
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

/** Rows of a fact whose clock falls into the bucket. */
export const count = <F extends ModelFact>(fact: F, options: Counting<F>): FlowPart =>
  flow('count', fact, options)

/** The sum of a number over such rows. */
export const sum = <F extends ModelFact>(
  fact: F,
  of: NumberName<F['name']>,
  options: Counting<F>,
): FlowPart => flow('sum', fact, { ...options, of })

/** The histogram of a binned number over such rows. */
export const histogram = <F extends ModelFact>(
  fact: F,
  of: NameOf<F['bins']>,
  options: Counting<F>,
): FlowPart => flow('histogram', fact, { ...options, of })

/** How many different members of a dimension such rows have. */
export const distinct = <F extends ModelFact>(
  fact: F,
  of: NameOf<F['dimensions']>,
  options: Counting<F>,
): FlowPart => flow('distinct', fact, { ...options, of })

/** The largest number of such rows on one day. */
export const peak = <F extends ModelFact>(fact: F, options: Counting<F>): FlowPart =>
  flow('peak', fact, options)

/** Days with at least one such row. */
export const activeDays = <F extends ModelFact>(fact: F, options: Counting<F>): FlowPart =>
  flow('activeDays', fact, options)

/** Rows in force at the bucket's end. */
export function inForce<F extends ModelFact>(fact: F, options: Holding<F> = {}): StockPart {
  return { kind: 'stock', aggregate: 'count', fact: fact.name, when: options.when ?? [], of: '' }
}

/** The sum of a number over rows in force at the bucket's end. */
export function sumInForce<F extends ModelFact>(
  fact: F,
  of: NumberName<F['name']>,
  options: Holding<F> = {},
): StockPart {
  return { kind: 'stock', aggregate: 'sum', fact: fact.name, when: options.when ?? [], of }
}

/** A level: what has entered and not left by the bucket's end. */
export const balance = (entered: FlowPart[], left: FlowPart[]): BalancePart => ({
  kind: 'balance',
  entered,
  left,
})

/** Working days of the centre's calendar within the bucket. */
export const workingDays: CalendarPart = { kind: 'calendar', of: 'workingDays' }

const of = (part: { of: string }): string => part.of && `(${part.of})`
const conditions = (part: { when: string[] }): string =>
  part.when.length > 0 ? `[${part.when.join(',')}]` : ''

const keys = new WeakMap<Part, string>()

/**
 * The name under which a part travels; equal parts of different measures have equal names and are read
 * once.
 */
export function partKey(part: Part): string {
  const known = keys.get(part)
  if (known !== undefined) return known
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

/** How a part's values combine: added, the last, the largest, the same for all, or not at all (`ask`). */
type Merging = 'add' | 'last' | 'largest' | 'same' | 'ask'

/** How values of neighbouring buckets make the value of their union. */
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

/** The rule that all spans of a part have in common; they cannot be combined where there is none. */
function sameFor(part: DatedPart, ruleOf: (part: Part) => Merging): Merging {
  const [rule = 'ask', ...others] = part.spans.map(span => ruleOf(span.part))
  return others.every(other => other === rule) ? rule : 'ask'
}

/** How values of disjoint members make the value of all of them. */
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

/** Combines values by a rule other than `ask`. An unknown value makes an unknown result. */
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
