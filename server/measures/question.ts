import { z } from 'zod'
import { granularities } from './bucket.ts'
import { integer } from './inputs.ts'

const code = z.string().min(1).max(120)

/** One dimension limited to some members, named by code; the empty code names the rows without a member. */
export const filterSchema = z.strictObject({
  dimension: z.string().min(1).max(40),
  in: z.array(z.string().max(120)).min(1).max(200),
})

/**
 * What a person asks. The same object travels from the screen, the command line, the briefing and
 * outside systems.
 */
export const questionSchema = z.strictObject({
  measures: z.array(z.string().min(1).max(60)).min(1).max(40),
  /** Centre codes. Every question names its centres. */
  centres: z.array(code).min(1).max(3000),
  /** As `parsePeriod` reads it: 2012-08, 2012-08-08..2012-12-31, lastMonth … */
  period: z.string().min(1).max(40),
  granularity: z.enum(granularities).default('none'),
  /** none, previous, lastYear, sameWorkingDaysLastYear, or a period. */
  comparison: z.string().min(1).max(40).default('none'),
  groupBy: z.array(z.string().min(1).max(40)).max(2).default([]),
  filters: z.array(filterSchema).max(12).default([]),
  /**
   * Asks for the whole hall even by somebody who sees only part of it: a figure to compare with, split
   * by nothing and limited by nothing.
   */
  benchmark: z.boolean().default(false),
  /**
   * Demands medians and other quantiles from the values themselves, however many there are, where a
   * cell or a whole period without a finer cut is asked for. Slower: documents and files ask so.
   */
  exact: z.boolean().optional(),
  /**
   * The instant whose knowledge of time applies; data after its local day is left out of levels and
   * partial periods.
   */
  asOf: z.iso.datetime({ offset: true }).optional(),
})

/** A question with its defaults filled in. */
export type Question = z.output<typeof questionSchema>
/** A question as a caller may write it. */
export type QuestionInput = z.input<typeof questionSchema>
export type Filter = z.output<typeof filterSchema>

/** Which rows stand behind one cell of an answer. */
export const rowsQuestionSchema = z.strictObject({
  measure: z.string().min(1).max(60),
  centres: z.array(code).min(1).max(3000),
  period: z.string().min(1).max(40),
  /** By dimensions of the measure, and by columns that name single records: `jointGroup`, `feedbackCode`. */
  filters: z.array(filterSchema).max(12).default([]),
  /**
   * `counted`: all rows of the base; `numerator`: those that met the condition; `rest`: those that did
   * not.
   */
  which: z.enum(['counted', 'numerator', 'rest']).default('counted'),
  /** The code of one record, such as the number of a case: that record alone. */
  record: z.string().min(1).max(120).optional(),
  /** A column, or `measured`: what the measure adds up most of comes first, whatever `descending` says. */
  orderBy: z.string().max(40).optional(),
  descending: z.boolean().default(false),
  /** A column by which the records are put together; the order above then holds within each group. */
  groupBy: z.string().max(40).optional(),
  offset: integer(0, 10_000_000).default(0),
  limit: integer(1, 500).default(50),
  asOf: z.iso.datetime({ offset: true }).optional(),
})
export type RowsQuestion = z.output<typeof rowsQuestionSchema>
export type RowsQuestionInput = z.input<typeof rowsQuestionSchema>
