import type { FactName } from '../model/index.ts'

/** Dimensions by which the parts of a fact are kept added up, once per day and once per month. */
export interface Grain {
  /** Stands in the names of its tables. */
  name: string
  fact: FactName
  dimensions: readonly string[]
  /** The clocks whose parts are kept; all of the fact's where absent. */
  clocks?: readonly string[]
  /** Whether histograms are kept as well: they are as wide as their members are many. */
  histograms: boolean
}

// Chosen from what the dashboards ask, and kept few: every row of a grain is a row to bring up to date
// at each load. The smallest come first; a question takes the first that has all of its dimensions.
// Unit, window and type stand beside the item because an item has one of each at a time: they hardly
// add rows, and a filter by any of them then needs no grain of its own.
export const grains: readonly Grain[] = [
  { name: 'cases_hall', fact: 'cases', dimensions: [], histograms: true },
  {
    name: 'cases_hour',
    fact: 'cases',
    dimensions: ['weekday', 'hour'],
    clocks: ['received'],
    histograms: false,
  },
  { name: 'cases_kind', fact: 'cases', dimensions: ['itemType', 'channel'], histograms: true },
  { name: 'cases_window', fact: 'cases', dimensions: ['unit', 'window'], histograms: true },
  {
    name: 'cases_window_kind',
    fact: 'cases',
    dimensions: ['unit', 'window', 'itemType', 'channel'],
    histograms: false,
  },
  {
    name: 'cases_window_hour',
    fact: 'cases',
    dimensions: ['unit', 'window', 'weekday', 'hour'],
    clocks: ['received'],
    histograms: false,
  },
  {
    name: 'cases_item',
    fact: 'cases',
    dimensions: ['unit', 'window', 'item', 'itemType'],
    histograms: false,
  },
  { name: 'trades_hall', fact: 'trades', dimensions: [], histograms: true },
  { name: 'trades_kind', fact: 'trades', dimensions: ['category', 'method'], histograms: true },
  { name: 'feedback_hall', fact: 'feedback', dimensions: [], histograms: false },
  { name: 'feedback_window', fact: 'feedback', dimensions: ['unit', 'window'], histograms: false },
]

/** The grains of a fact; none where it is small enough to be read as it is. */
export const grainsOf = (fact: string): Grain[] => grains.filter(grain => grain.fact === fact)

/** How long the stretch is that one row of a table stands for. */
export const steps = ['day', 'month'] as const
export type Step = (typeof steps)[number]

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

/** The next larger of some grains from which a grain can be added up; null where only rows will do. */
export function sourceOf(grain: Grain, among: readonly Grain[]): Grain | null {
  return among.slice(among.indexOf(grain) + 1).find(other => isWithin(grain, other)) ?? null
}
