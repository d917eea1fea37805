import { z } from 'zod'
import { granularities } from './bucket.ts'
import { integer } from './inputs.ts'

const code = z.string().min(1).max(120)

/** Limits a dimension to some members, by code; the empty code means rows without a member. */
export const filterSchema = z.strictObject({
  dimension: z.string().min(1).max(40),
  in: z.array(z.string().max(120)).min(1).max(200),
})

/** A question, in the same form for pages, the command line, briefings and other systems. */
export const questionSchema = z.strictObject({
  measures: z.array(z.string().min(1).max(60)).min(1).max(40),
  /** Centre codes. Every question names its centres. */
  centres: z.array(code).min(1).max(3000),
  /** In a form that `parsePeriod` reads: 2012-08, 2012-08-08..2012-12-31, lastMonth … */
  period: z.string().min(1).max(40),
  granularity: z.enum(granularities).default('none'),
  /** none, previous, lastYear, sameWorkingDaysLastYear, or a period. */
  comparison: z.string().min(1).max(40).default('none'),
  groupBy: z.array(z.string().min(1).max(40)).max(2).default([]),
  filters: z.array(filterSchema).max(12).default([]),
  /**
   * Asks for the whole hall even where the viewer sees only part of it, as a benchmark without splits and
   * filters.
   */
  benchmark: z.boolean().default(false),
  /**
   * Requires exact quantiles, computed from single values, for cells and for whole periods without buckets.
   * Slower; used for documents and files.
   */
  exact: z.boolean().optional(),
  /**
   * The instant that decides which local day is today; later data is left out of levels and running periods.
   */
  asOf: z.iso.datetime({ offset: true }).optional(),
})

/** A question with defaults. */
export type Question = z.output<typeof questionSchema>
/** A question as a caller may give it. */
export type QuestionInput = z.input<typeof questionSchema>
export type Filter = z.output<typeof filterSchema>

/** The rows behind one cell of an answer. */
export const rowsQuestionSchema = z.strictObject({
  measure: z.string().min(1).max(60),
  centres: z.array(code).min(1).max(3000),
  period: z.string().min(1).max(40),
  /**
   * Filters by dimensions of the measure, or by columns that identify single records: `jointGroup`,
   * `feedbackCode`.
   */
  filters: z.array(filterSchema).max(12).default([]),
  /**
   * `counted`: all rows of the base; `numerator`: those that meet the condition; `rest`: those that do not.
   */
  which: z.enum(['counted', 'numerator', 'rest']).default('counted'),
  /** Limits to one record by its code, such as the number of a case. */
  record: z.string().min(1).max(120).optional(),
  /**
   * A column; or `measured` for the rows with most of the measured number first, whatever `descending` says.
   */
  orderBy: z.string().max(40).optional(),
  descending: z.boolean().default(false),
  /** A column by which rows are grouped; the order applies within each group. */
  groupBy: z.string().max(40).optional(),
  offset: integer(0, 10_000_000).default(0),
  limit: integer(1, 500).default(50),
  asOf: z.iso.datetime({ offset: true }).optional(),
})
export type RowsQuestion = z.output<typeof rowsQuestionSchema>
export type RowsQuestionInput = z.input<typeof rowsQuestionSchema>
