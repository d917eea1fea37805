import type { RowLimit } from './askedRows.ts'
import type { Granularity } from './bucket.ts'
import type { WhyNot } from './comparable.ts'
import type { MeasureId } from './definitions/index.ts'
import type { Language, Printing } from './format.ts'
import type { NumberForm } from './prose.ts'
import type { Filter } from './question.ts'
import type { Figure } from './value.ts'

/**
 * A number in a text: which measure over which dates and members, and how it is set. What it says is
 * read anew until the text is frozen.
 */
export interface FigureRef {
  measure: MeasureId
  /** Local dates, both included: 2012-08-08..2012-12-31. */
  period: string
  /** none, previous, lastYear … as a question names it. */
  comparison: string
  filters?: Filter[]
  /**
   * The value, its change, the share or the place of the one filtered member of `by` among all, the members
   * with the largest values, or the members without any.
   */
  shows: 'value' | 'change' | 'share' | 'rank' | 'largest' | 'without'
  form: NumberForm
  /** The dimension of shares, places and named members, and how many are named at most. */
  by?: string
  most?: number
  clause?: Clause
  /** The clause of issues that were frozen before there were clauses. */
  none?: { zero: string; before: string }
}

/**
 * Words that belong to a number and go with it: nothing of them is printed where there is no value, no
 * change or no member.
 */
export interface Clause {
  before: string
  after: string
  /** Printed instead of the whole clause where the value is zero; null prints the zero. */
  zero: string | null
  /** The words instead where the value is below zero: nothing was saved where awards exceed the ceiling. */
  below?: { before: string; after: string }
}

/**
 * Numbers in rows: one row a bucket of time or a member of a dimension, one column a measure. A chart
 * draws the first column.
 */
export interface SeriesRef {
  measures: MeasureId[]
  period: string
  comparison: string
  filters?: Filter[]
  granularity: Granularity
  /** The dimension whose members are the rows; empty where the rows are buckets of time. */
  by: string
  /** How many members are shown, largest first unless `order` says otherwise. */
  most: number
  order?: 'lowest'
  /** Members whose first figure is not within it are left out. */
  limit?: RowLimit
}

/** What a reference said when it was read. */
export interface Reading extends Figure {
  text: string
  earlier: number | null
  from: string
  to: string
  /** The compared dates; null where nothing is compared. */
  against: { from: string; to: string } | null
  /** What stands in small print: name, formula, source, counts, dates. */
  definition: string
  /** Changes with the definition, and with nothing else. */
  fingerprint: string
  /** Why it says nothing, or which days its value lacks. Absent where nothing is missing. */
  whyNot?: WhyNot
}

/** One row of a series as it was read. */
export interface SeriesRow {
  /** The member's code; empty for a bucket of time. */
  code: string
  label: string
  from: string
  to: string
  cells: {
    text: string
    value: number | null
    earlier: number | null
    numerator: number | null
    n: number | null
  }[]
}

export interface SeriesReading {
  rows: SeriesRow[]
  /** All rows together, also those that are not listed; absent where nothing adds up. */
  total?: SeriesRow
  from: string
  to: string
  against: { from: string; to: string } | null
  definitions: string[]
  fingerprints: string[]
  /** Days on which what the first measure counts changed. Absent where none is. */
  changes?: { day: string; text: string }[]
}

/** Everything that a text's references said, by `referenceKey`. */
export interface Readings {
  /** ISO 4217: the currency of sums of money. Absent from issues frozen before it was kept. */
  currency?: string
  figures: Record<string, Reading>
  series: Record<string, SeriesReading>
}

/** What a reference reads without the words of its clause: the number alone, as lists and tables show it. */
export function bareText({ clause }: Pick<FigureRef, 'clause'>, text: string): string {
  if (!clause || text === clause.zero) return text
  const words = [clause, clause.below].find(
    each => each && text.startsWith(each.before) && text.endsWith(each.after),
  )
  return words ? text.slice(words.before.length, text.length - words.after.length) : text
}

/** How figures of a text are printed. What was frozen before the currency was kept is in yuan. */
export const printingOfReadings = ({ currency = 'CNY' }: Readings, language: Language): Printing => ({
  language,
  currency,
})

/** Where a reference's reading is kept: equal for equal references. */
export function referenceKey(ref: FigureRef | SeriesRef): string {
  const common = [
    ref.period,
    ref.comparison,
    (ref.filters ?? []).map(({ dimension, in: members }) => [dimension, ...members]),
  ]
  return JSON.stringify(
    'measure' in ref
      ? [
          ref.measure,
          ...common,
          ref.shows,
          ref.form,
          // The database does not keep the order of keys.
          ref.none ? { zero: ref.none.zero, before: ref.none.before } : null,
          ...(ref.clause ? [ref.clause.before, ref.clause.after, ref.clause.zero] : []),
          ...(ref.clause?.below ? [[ref.clause.below.before, ref.clause.below.after]] : []),
          ...(ref.by ? [ref.by, ref.most ?? null] : []),
        ]
      : [
          ref.measures,
          ...common,
          ref.granularity,
          ref.by,
          ref.most,
          ...(ref.order ? [ref.order] : []),
          ...(ref.limit ? [[ref.limit.is, ref.limit.value]] : []),
        ],
  )
}
