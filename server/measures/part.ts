import type { Fact, FactName } from '../facts/index.ts'
import type { Histogram } from './bins.ts'
import { addHistograms } from './bins.ts'

/** Rows of a fact counted, summed or binned on the days of one clock. */
export interface FlowPart {
  kind: 'flow'
  aggregate: 'count' | 'sum' | 'histogram' | 'distinct' | 'peak' | 'activeDays'
  fact: FactName
  during: string
  when: string[]
  /** The number, bins or dimension that is aggregated; empty for counts of rows. */
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
export interface CalendarPart {
  kind: 'calendar'
  of: 'workingDays' | 'calendarDays'
}

/** A number or histogram that a measure is made of. Parts travel; rates do not. */
export type Part = FlowPart | StockPart | BalancePart | CalendarPart

/** Null: not to be known (an unpublished calendar year), which is not the same as zero. */
export type PartValue = number | Histogram | null

type NameOf<T> = Extract<keyof T, string>
interface Counting<F extends Fact> { during: NameOf<F['clocks']>, when?: NameOf<F['conditions']>[] }
interface Holding<F extends Fact> { when?: NameOf<F['conditions']>[] }

function flow(aggregate: FlowPart['aggregate'], fact: Fact, { during, when = [], of = '' }: { during: string, when?: string[], of?: string }): FlowPart {
  return { kind: 'flow', aggregate, fact: fact.name as FactName, during, when, of }
}

/** Rows of a fact whose clock falls into the bucket. */
export const count = <F extends Fact>(fact: F, options: Counting<F>): FlowPart => flow('count', fact, options)

/** The sum of a number over such rows. */
export const sum = <F extends Fact>(fact: F, of: NameOf<F['numbers']>, options: Counting<F>): FlowPart => flow('sum', fact, { ...options, of })

/** The histogram of a binned number over such rows. */
export const histogram = <F extends Fact>(fact: F, of: NameOf<F['bins']>, options: Counting<F>): FlowPart => flow('histogram', fact, { ...options, of })

/** How many different members of a dimension such rows have. */
export const distinct = <F extends Fact>(fact: F, of: NameOf<F['dimensions']>, options: Counting<F>): FlowPart => flow('distinct', fact, { ...options, of })

/** The largest number of such rows on one day. */
export const peak = <F extends Fact>(fact: F, options: Counting<F>): FlowPart => flow('peak', fact, options)

/** Days with at least one such row. */
export const activeDays = <F extends Fact>(fact: F, options: Counting<F>): FlowPart => flow('activeDays', fact, options)

/** Rows in force at the bucket's end. */
export function inForce<F extends Fact>(fact: F, options: Holding<F> = {}): StockPart {
  return { kind: 'stock', aggregate: 'count', fact: fact.name as FactName, when: options.when ?? [], of: '' }
}

/** The sum of a number over rows in force at the bucket's end. */
export function sumInForce<F extends Fact>(fact: F, of: NameOf<F['numbers']>, options: Holding<F> = {}): StockPart {
  return { kind: 'stock', aggregate: 'sum', fact: fact.name as FactName, when: options.when ?? [], of }
}

/** A level: what has entered and not left by the bucket's end. */
export const balance = (entered: FlowPart[], left: FlowPart[]): BalancePart => ({ kind: 'balance', entered, left })

/** Working days of the centre's calendar within the bucket. */
export const workingDays: CalendarPart = { kind: 'calendar', of: 'workingDays' }

const of = (part: { of: string }): string => part.of && `(${part.of})`
const conditions = (part: { when: string[] }): string => part.when.length > 0 ? `[${part.when.join(',')}]` : ''

const keys = new WeakMap<Part, string>()

/** The name under which a part travels; equal parts of different measures have equal names and are read once. */
export function partKey(part: Part): string {
  const known = keys.get(part)
  if (known !== undefined)
    return known
  const key = writtenKey(part)
  keys.set(part, key)
  return key
}

function writtenKey(part: Part): string {
  switch (part.kind) {
    case 'flow': return `${part.fact}.${part.during}.${part.aggregate}${of(part)}${conditions(part)}`
    case 'stock': return `${part.fact}.inForce.${part.aggregate}${of(part)}${conditions(part)}`
    case 'balance': return `+${part.entered.map(partKey).join('+')}-${part.left.map(partKey).join('-')}`
    case 'calendar': return `calendar.${part.of}`
  }
}

/** How a part's values combine: added, the last, the largest, the same for all, or not at all (`ask`). */
export type Merging = 'add' | 'last' | 'largest' | 'same' | 'ask'

/** How values of neighbouring buckets make the value of their union. */
export function mergingOverTime(part: Part): Merging {
  switch (part.kind) {
    case 'flow': return part.aggregate === 'distinct' ? 'ask' : part.aggregate === 'peak' ? 'largest' : 'add'
    case 'stock':
    case 'balance': return 'last'
    case 'calendar': return 'add'
  }
}

/** How values of disjoint members make the value of all of them. */
export function mergingOverMembers(part: Part): Merging {
  switch (part.kind) {
    case 'flow': return ['distinct', 'peak', 'activeDays'].includes(part.aggregate) ? 'ask' : 'add'
    case 'stock':
    case 'balance': return 'add'
    case 'calendar': return 'same'
  }
}

const asNumber = (value: number | Histogram): number => typeof value === 'number' ? value : Number.NaN

/** Combines values by a rule other than `ask`. An unknown value makes an unknown result. */
export function mergeValues(values: readonly PartValue[], merging: Exclude<Merging, 'ask'>): PartValue {
  if (values.includes(null))
    return null
  const known = values as readonly (number | Histogram)[]
  switch (merging) {
    case 'last': return known.at(-1) ?? 0
    case 'same': return known[0] ?? 0
    case 'largest': return Math.max(0, ...known.map(asNumber))
    case 'add': return known.some(Array.isArray) ? addHistograms(known.filter(Array.isArray) as Histogram[]) : known.map(asNumber).reduce((a, b) => a + b, 0)
  }
}
