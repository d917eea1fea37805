import type { Granularity } from './bucket.ts'
import type { MeasureId } from './index.ts'
import type { NumberForm } from './prose.ts'
import type { Filter } from './question.ts'
import type { Figure } from './value.ts'

/** A number in a text: which measure over which dates and members, and how it is set. What it says is read anew until the text is frozen. */
export interface FigureRef {
  measure: MeasureId
  /** Local dates, both included: 2012-08-08..2012-12-31. */
  period: string
  /** none, previous, lastYear … as a question names it. */
  comparison: string
  filters?: Filter[]
  shows: 'value' | 'change'
  form: NumberForm
  /** Said instead where the number is zero, and what stands around it where it is not: 没有接到投诉 / 接到投诉 {3件}. */
  none?: { zero: string, before: string }
}

/** Numbers in rows: one row a bucket of time or a member of a dimension, one column a measure. A chart draws the first column. */
export interface SeriesRef {
  measures: MeasureId[]
  period: string
  comparison: string
  filters?: Filter[]
  granularity: Granularity
  /** The dimension whose members are the rows; empty where the rows are buckets of time. */
  by: string
  /** How many members are shown, largest first. */
  most: number
}

/** What a reference said when it was read. */
export interface Reading extends Figure {
  text: string
  earlier: number | null
  from: string
  to: string
  /** The compared dates; null where nothing is compared. */
  against: { from: string, to: string } | null
  /** What stands in small print: name, formula, source, counts, dates. */
  definition: string
  /** Changes with the definition, and with nothing else. */
  fingerprint: string
}

/** One row of a series as it was read. */
export interface SeriesRow {
  /** The member's code; empty for a bucket of time. */
  code: string
  label: string
  from: string
  to: string
  cells: { text: string, value: number | null, earlier: number | null, numerator: number | null, n: number | null }[]
}

export interface SeriesReading {
  rows: SeriesRow[]
  from: string
  to: string
  against: { from: string, to: string } | null
  definitions: string[]
  fingerprints: string[]
}

/** Everything that a text's references said, by `referenceKey`. */
export interface Readings {
  figures: Record<string, Reading>
  series: Record<string, SeriesReading>
}

/** Where a reference's reading is kept: equal for equal references. */
export function referenceKey(ref: FigureRef | SeriesRef): string {
  const common = [ref.period, ref.comparison, (ref.filters ?? []).map(({ dimension, in: members }) => [dimension, ...members])]
  return JSON.stringify('measure' in ref ? [ref.measure, ...common, ref.shows, ref.form, ref.none ?? null] : [ref.measures, ...common, ref.granularity, ref.by, ref.most])
}
