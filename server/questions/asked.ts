import type { MeasureId, Member, Names } from '#measures'
import type { Reason } from './limit.ts'
import type { Matcher } from './word.ts'
import { z } from 'zod'
import { filterSchema, granularities, measureIds } from '#measures'
import { integer } from '../measures/inputs.ts'
import { thresholdSchema } from './limit.ts'

/**
 * A parsed question: a question for `ask`, with the order, limit and threshold of its rows. Every part of it
 * is shown and can be corrected.
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

/** A possible meaning: its sentence, and its question. */
export interface Choice {
  label: Names
  asked: Asked
}

export type Understanding =
  | { kind: 'understood'; asked: Asked; notes: Names[] }
  | { kind: 'choice'; why: Names; choices: Choice[] }
  | { kind: 'refused'; reason: Reason; why: Names; words: string[] }

/** A member that can be named in a question, with its dimension. */
export interface NamedMember extends Member {
  dimension: string
}

/** A public holiday of a year, with the first and the last of its days off. */
interface Holiday extends Names {
  year: number
  from: number
  to: number
}

/** The context in which a text is parsed. */
export interface Reading {
  /** The names of the hall itself, which filter nothing. */
  hall: Names
  /** The local day. */
  today: number
  /** The last day for which open cases are known, where it is before today; null or absent otherwise. */
  dataUntil?: number | null
  /** The day on which the hall opened; null where unknown. */
  openedOn: number | null
  /** The public holidays of published years, by name. */
  holidays: readonly Holiday[]
  /** All members that the viewer may name. */
  members: readonly NamedMember[]
  /** The vocabulary of these members, computed once by `hallVocabulary`. */
  words: { readonly matches: Matcher }
  /** Sensitive dimensions that the viewer may see. */
  reveal: readonly string[]
}
