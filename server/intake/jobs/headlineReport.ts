import type { MeasureId } from '#measures'

/**
 * One headline figure of the month that a batch is about. Null where there is nothing to count, or it
 * was not asked.
 */
interface ReportedFigure {
  measure: MeasureId
  /** Before the load and after it. */
  before: number | null
  after: number | null
  /** In the month of the batch of this kind before; null where there is none, or it was of the same month. */
  usual: number | null
}

/** What a batch changed, so that a person sees a bad file at once. */
export interface HeadlineReport {
  /** The month to which most rows of the batch belong. */
  period: string
  /** Every month of which the batch has records, in order, and how many. */
  months: { period: string; records: number }[]
  /** The batch of this kind before this one, and its month. */
  earlier: { batch: number; period: string } | null
  figures: ReportedFigure[]
  /** Units of which the batch before had records and this one has none. */
  missingUnits: string[]
}
