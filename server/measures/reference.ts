import type { RowLimit } from './askedRows.ts'
import type { Granularity } from './bucket.ts'
import type { WhyNot } from './comparable.ts'
import type { MeasureId } from './definitions/index.ts'
import type { Language, Printing } from './format.ts'
import type { NumberForm } from './prose.ts'
import type { Filter } from './question.ts'
import type { Figure } from './value.ts'

/**
 * A reference to a number in a text: the measure, its dates and members, and its form. It is read again until
 * the text is signed.
 */
export interface FigureRef {
  measure: MeasureId
  /** Local dates, both included: 2012-08-08..2012-12-31. */
  period: string
  /** none, previous, lastYear …, as in a question. */
  comparison: string
  filters?: Filter[]
  /**
   * The value, its change, the share or the rank of the filtered member of `by` among all, the members with
   * the largest values, or the members without any.
   */
  shows: 'value' | 'change' | 'share' | 'rank' | 'largest' | 'without'
  form: NumberForm
  /** The dimension of shares, ranks and named members, and the most members to name. */
  by?: string
  most?: number
  clause?: Clause
  /** The clause of issues signed before clauses existed. */
  none?: { zero: string; before: string }
}

/**
 * Words that belong to a number and are printed only with it: they are left out where there is no value,
 * change or member.
 */
export interface Clause {
  before: string
  after: string
  /** Printed instead of the clause where the value is zero; null prints the zero. */
  zero: string | null
  /** The words where the value is below zero, such as awards above the ceiling instead of savings. */
  below?: { before: string; after: string }
}

/**
 * A series: one row per bucket of time or member of a dimension, and one column per measure. A chart shows
 * the first column.
 */
export interface SeriesRef {
  measures: MeasureId[]
  period: string
  comparison: string
  filters?: Filter[]
  granularity: Granularity
  /** The dimension whose members are the rows; empty where the rows are buckets of time. */
  by: string
  /** The most members that are shown, largest first unless `order` differs. */
  most: number
  order?: 'lowest'
  /** Only members whose first figure is within this limit are shown. */
  limit?: RowLimit
}

/** The reading of a reference. */
export interface Reading extends Figure {
  text: string
  earlier: number | null
  from: string
  to: string
  /** The compared dates; null without a comparison. */
  against: { from: string; to: string } | null
  /** The small print: name, formula, source, counts, dates. */
  definition: string
  /** Changes only with the definition. */
  fingerprint: string
  /** Why it has no text, or which days its value lacks. Absent where it is complete. */
  whyNot?: WhyNot
}

/** One row of a series. */
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
  /** The total of all rows, listed or not; absent where no measure has a total. */
  total?: SeriesRow
  from: string
  to: string
  against: { from: string; to: string } | null
  definitions: string[]
  fingerprints: string[]
  /** The days on which the definition of the first measure changed. Absent where there are none. */
  changes?: { day: string; text: string }[]
}

/** The readings of all references of a text, by `referenceKey`. */
export interface Readings {
  /** ISO 4217: the currency of amounts. Absent from issues signed before it was stored. */
  currency?: string
  figures: Record<string, Reading>
  series: Record<string, SeriesReading>
}

/** The text of a reading without the words of its clause: only the number, for lists and tables. */
export function bareText({ clause }: Pick<FigureRef, 'clause'>, text: string): string {
  if (!clause || text === clause.zero) return text
  const words = [clause, clause.below].find(
    each => each && text.startsWith(each.before) && text.endsWith(each.after),
  )
  return words ? text.slice(words.before.length, text.length - words.after.length) : text
}

/** How figures of a text are printed. Issues without a stored currency are in yuan. */
export const printingOfReadings = ({ currency = 'CNY' }: Readings, language: Language): Printing => ({
  language,
  currency,
})

/** The key of a reference's reading: equal for equal references. */
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
          // The database does not preserve the order of keys.
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
