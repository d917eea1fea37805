import type { MeasureId, Member, Names } from '#measures'
import type { Reason } from './limit.ts'
import type { Matcher } from './word.ts'
import { z } from 'zod'
import { filterSchema, granularities, measureIds } from '#measures'
import { integer } from '../measures/inputs.ts'
import { thresholdSchema } from './limit.ts'

/**
 * What was asked: a question for `ask`, and how its members or buckets are ordered, cut and kept. Everything
 * of it is shown and can be corrected.
 */
export const askedSchema = z.strictObject({
  measures: z
    .array(z.enum(measureIds as [MeasureId, ...MeasureId[]]))
    .min(1)
    .max(4),
  period: z.string().min(1).max(40),
  comparison: z.string().min(1).max(40).default('none'),
  granularity: z.enum(granularities).default('none'),
  groupBy: z.array(z.string().min(1).max(40)).max(2).default([]),
  filters: z.array(filterSchema).max(12).default([]),
  order: z.enum(['highest', 'lowest']).nullable().default(null),
  top: integer(1, 500).nullable().default(null),
  threshold: thresholdSchema.nullable().default(null),
})
export type Asked = z.output<typeof askedSchema>

/** One way to go on: the sentence that a person reads, and what it asks. */
export interface Choice {
  label: Names
  asked: Asked
}

export type Understanding =
  | { kind: 'understood'; asked: Asked; notes: Names[] }
  | { kind: 'choice'; why: Names; choices: Choice[] }
  | { kind: 'refused'; reason: Reason; why: Names; words: string[] }

/** A member that people name, with its dimension. */
export interface NamedMember extends Member {
  dimension: string
}

/** A public holiday of a year with the first and the last of the days off around it. */
interface Holiday extends Names {
  year: number
  from: number
  to: number
}

/** Under which circumstances a text is read. */
export interface Reading {
  /** What the hall itself is called: to name it limits nothing. */
  hall: Names
  /** The local day. */
  today: number
  /** The last day of which open cases are known, where that is before today; null or absent else. */
  dataUntil?: number | null
  /** The day on which the hall opened; null where it is not known. */
  openedOn: number | null
  /** Public holidays of the years that are published, by the names under which they are. */
  holidays: readonly Holiday[]
  /** Everybody and everything that the viewer may name. */
  members: readonly NamedMember[]
  /** The words for them, made once by `hallVocabulary`. */
  words: { readonly matches: Matcher }
  /** Dimensions that are shown to the viewer although they are sensitive. */
  reveal: readonly string[]
}
