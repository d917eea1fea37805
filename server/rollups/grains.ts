import type { FactName } from '../model/index.ts'

/** How long the stretch is that one row of a table stands for. */
export const steps = ['day', 'month'] as const
export type Step = (typeof steps)[number]

/**
 * The steps by which something is kept. What is kept by month alone answers whole months, and the days
 * at their edges are read from the facts.
 */
type Steps = readonly [] | readonly ['month'] | readonly ['day', 'month']

/** Dimensions by which the parts of a fact are kept added up. */
export interface Grain {
  /** Stands in the names of its tables. */
  name: string
  fact: FactName
  dimensions: readonly string[]
  /** The clocks whose parts are kept; all of the fact's where absent. */
  clocks?: readonly string[]
  /** The steps by which counts and sums are kept. */
  parts: Steps
  /**
   * The steps by which histograms are kept as well, none but those of the parts: they are as wide as
   * their members are many.
   */
  histograms: Steps
}

const daily = ['day', 'month'] as const
const monthly = ['month'] as const
const never = [] as const

// What the facts have an index for. The edges of months are read by it.
const indexedClocks = ['received', 'accepted', 'completed']

// Chosen from what the dashboards ask, and kept few: every row of a grain is a row to bring up to date
// at each load. The smallest come first; a question takes the first that has all of its dimensions.
// Unit, window and type stand beside the item because an item has one of each at a time: they hardly
// add rows, and a filter by any of them then needs no grain of its own. What is asked less often, or
// would have nearly as many rows a day as there are cases, is kept by month alone, at the end.
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
    dimensions: ['unit', 'window', 'outcome'],
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

/** The grains of a fact; none where it is small enough to be read as it is. */
export const grainsOf = (fact: string): Grain[] => grains.filter(grain => grain.fact === fact)

/** What a grain keeps: counts and sums, or histograms. */
export type Kept = 'parts' | 'histograms'

/** The shortest step by which a grain keeps something; all longer ones are added up from it. */
export const finestOf = (grain: Grain, kept: Kept): Step => grain[kept][0] ?? 'day'

/** True where a grain keeps something by a step. */
export function keepsBy(grain: Grain, kept: Kept, step: Step): boolean {
  const own: readonly Step[] = grain[kept]
  return own.includes(step)
}

/** The table of a grain's parts. */
export const tableOf = (grain: Grain, step: Step): string => `rollup_${grain.name}_${step}`

/** The table of a grain's histograms. */
export const binsTableOf = (grain: Grain, step: Step): string => `rollup_${grain.name}_${step}_bins`

/** True where every row of `inner` is a sum of rows of `outer`. */
function isWithin(inner: Grain, outer: Grain): boolean {
  return (
    inner.fact === outer.fact &&
    inner.dimensions.every(name => outer.dimensions.includes(name)) &&
    (!outer.clocks || (inner.clocks?.every(clock => outer.clocks?.includes(clock)) ?? false))
  )
}

/**
 * The next larger of some grains from which what a grain keeps can be added up, kept by the same steps;
 * null where only rows will do.
 */
export function sourceOf(grain: Grain, among: readonly Grain[], kept: Kept): Grain | null {
  const larger = among.slice(among.indexOf(grain) + 1)
  return (
    larger.find(other => finestOf(other, kept) === finestOf(grain, kept) && isWithin(grain, other)) ?? null
  )
}

/** The grains of some that keep histograms. */
export const withHistograms = (among: readonly Grain[]): Grain[] =>
  among.filter(grain => grain.histograms.length > 0)

/** The names of all tables of a grain. */
export const tablesOf = (grain: Grain): string[] => [
  ...grain.parts.map(step => tableOf(grain, step)),
  ...grain.histograms.map(step => binsTableOf(grain, step)),
]
