import type { MeasureId } from '#measures'

/** A headline figure for the month of a batch. Null where there is nothing to count, or it was not read. */
interface ReportedFigure {
  measure: MeasureId
  /** Before and after the load. */
  before: number | null
  after: number | null
  /**
   * The figure for the month of the previous batch of this kind; null where there is none, or it had the same
   * month.
   */
  usual: number | null
}

/** The changes of headline figures by a batch, which make a wrong file visible. */
export interface HeadlineReport {
  /** The month with most rows of the batch. */
  period: string
  /** Every month with records of the batch, in order, and their number. */
  months: { period: string; records: number }[]
  /** The previous batch of this kind, and its month. */
  earlier: { batch: number; period: string } | null
  figures: ReportedFigure[]
  /** Units with records in the previous batch but none in this one. */
  missingUnits: string[]
}
