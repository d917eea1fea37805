import type { FactName } from '../model/index.ts'

/** The time span of one row of a rollup table. */
export const steps = ['day', 'month'] as const
export type Step = (typeof steps)[number]

/**
 * The steps by which something is stored. What is stored by month only answers whole months; the remaining
 * days of a period are read from the fact.
 */
type Steps = readonly [] | readonly ['month'] | readonly ['day', 'month']

/** A set of dimensions by which the parts of a fact are stored. */
export interface Grain {
  /** Part of the names of its tables. */
  name: string
  fact: FactName
  dimensions: readonly string[]
  /** The clocks whose parts are stored; absent for all clocks of the fact. */
  clocks?: readonly string[]
  /** The steps by which counts and sums are stored. */
  parts: Steps
  /**
   * The steps by which histograms are stored: a subset of those of the parts. Histograms take space for each
   * combination of members.
   */
  histograms: Steps
}

const daily = ['day', 'month'] as const
const monthly = ['month'] as const
const never = [] as const

// The clocks that have an index on the fact. Days outside whole months are read by it.
const indexedClocks = ['received', 'accepted', 'completed']

// The grains, chosen from the questions of the dashboards. They are few, because each load updates every
// grain. The smallest come first: a question uses the first one that has all of its dimensions. Unit, window
// and type are stored beside the item: an item has one of each at a time, so they add few rows, and filters
// by them need no grain of their own. Grains at the end are stored by month only, because they are asked less
// often or would have nearly as many rows a day as there are cases.
export const grains: readonly Grain[] = [
  { name: 'cases_hall', fact: 'cases', dimensions: [], parts: daily, histograms: daily },
  {
    name: 'cases_hour',
    fact: 'cases',
    dimensions: ['weekday', 'hour'],
    clocks: ['received'],
    parts: daily,
    histograms: never,
  },
  { name: 'cases_kind', fact: 'cases', dimensions: ['itemType', 'channel'], parts: daily, histograms: daily },
  { name: 'cases_window', fact: 'cases', dimensions: ['unit', 'window'], parts: daily, histograms: daily },
  {
    name: 'cases_window_kind',
    fact: 'cases',
    dimensions: ['unit', 'window', 'itemType', 'channel'],
    parts: daily,
    histograms: never,
  },
  {
    name: 'cases_window_hour',
    fact: 'cases',
    dimensions: ['unit', 'window', 'weekday', 'hour'],
    clocks: ['received'],
    parts: daily,
    histograms: never,
  },
  {
    name: 'cases_item',
    fact: 'cases',
    dimensions: ['unit', 'window', 'item', 'itemType'],
    parts: daily,
    histograms: monthly,
  },
  {
    name: 'cases_outcome',
    fact: 'cases',
    dimensions: ['unit', 'window', 'itemType', 'channel', 'outcome'],
    clocks: indexedClocks,
    parts: monthly,
    histograms: never,
  },
  {
    name: 'cases_item_channel',
    fact: 'cases',
    dimensions: ['unit', 'window', 'item', 'itemType', 'channel'],
    clocks: indexedClocks,
    parts: monthly,
    histograms: never,
  },
  { name: 'trades_hall', fact: 'trades', dimensions: [], parts: daily, histograms: daily },
  {
    name: 'trades_kind',
    fact: 'trades',
    dimensions: ['category', 'method'],
    parts: daily,
    histograms: daily,
  },
  { name: 'feedback_hall', fact: 'feedback', dimensions: [], parts: daily, histograms: never },
  {
    name: 'feedback_window',
    fact: 'feedback',
    dimensions: ['unit', 'window'],
    parts: daily,
    histograms: never,
  },
]

/** The grains of a fact; empty for facts that are small enough to be read directly. */
export const grainsOf = (fact: string): Grain[] => grains.filter(grain => grain.fact === fact)

/** What a grain stores: counts and sums, or histograms. */
export type GrainContent = 'parts' | 'histograms'

/** The shortest step by which a grain stores something. Longer steps are summed from it. */
export const finestOf = (grain: Grain, content: GrainContent): Step => grain[content][0] ?? 'day'

/** Whether a grain stores something by a step. */
export function storesBy(grain: Grain, content: GrainContent, step: Step): boolean {
  const own: readonly Step[] = grain[content]
  return own.includes(step)
}

/** The name of the table of a grain's counts and sums. */
export const tableOf = (grain: Grain, step: Step): string => `rollup_${grain.name}_${step}`

/** The name of the table of a grain's histograms. */
export const binsTableOf = (grain: Grain, step: Step): string => `rollup_${grain.name}_${step}_bins`

/** Whether every row of `inner` is a sum of rows of `outer`. */
function isWithin(inner: Grain, outer: Grain): boolean {
  return (
    inner.fact === outer.fact &&
    inner.dimensions.every(name => outer.dimensions.includes(name)) &&
    (!outer.clocks || (inner.clocks?.every(clock => outer.clocks?.includes(clock)) ?? false))
  )
}

/**
 * The next larger grain among some from which `grain` can be derived with the same finest step; null where it
 * must be counted from rows.
 */
export function sourceOf(grain: Grain, among: readonly Grain[], content: GrainContent): Grain | null {
  const larger = among.slice(among.indexOf(grain) + 1)
  return (
    larger.find(other => finestOf(other, content) === finestOf(grain, content) && isWithin(grain, other)) ??
    null
  )
}

/** Those of some grains that store histograms. */
export const withHistograms = (among: readonly Grain[]): Grain[] =>
  among.filter(grain => grain.histograms.length > 0)

/** The names of all tables of a grain. */
export const tablesOf = (grain: Grain): string[] => [
  ...grain.parts.map(step => tableOf(grain, step)),
  ...grain.histograms.map(step => binsTableOf(grain, step)),
]
