import type { Measure } from './measure.ts'
import type { Part } from './part.ts'
import type { Question } from './question.ts'
import type { Parts } from './value.ts'
import { NamedError } from './errors.ts'
import { partsOf } from './measure.ts'
import { mergeValues, mergingOverMembers, mergingOverTime, partKey } from './part.ts'

/** A bucket as it travels: local dates, both included. */
export interface AnswerBucket {
  key: string
  from: string
  to: string
}

/** A member of a dimension with its names; the empty code stands for rows that name no member. */
export interface Member {
  code: string
  zh: string
  en: string
}

/** Parts of one bucket for one combination of members (in the order of groupBy). `bucket` indexes the side's buckets. */
export interface Cell {
  bucket: number
  members: string[]
  parts: Parts
}

/** One period of an answer: the asked one or the compared one. */
export interface Side {
  from: string
  to: string
  buckets: AnswerBucket[]
  cells: Cell[]
  /** The whole period, per combination of members. */
  totals: Cell[]
  /** The whole period over all members. */
  overall: Parts
}

/** What comes back: parts, never divided rates. */
export interface Answer {
  question: Question
  asOf: string
  /** The last local day with data, or null where there is none. */
  dataUntil: string | null
  /** One number per centre, grown by each committed change. Two answers with equal versions agree. */
  dataVersions: Record<string, number>
  demo: boolean
  /** True while the asked period is not over: then the earlier one was cut to the same part. */
  partial: boolean
  members: Member[][]
  current: Side
  earlier: Side | null
  /** Which source each read used, for those who want to know. */
  sources: string[]
}

/** True for a side on which nothing at all was counted: it is then no measure of anything, and nothing is compared with it. */
export function isEmptySide(side: Side): boolean {
  return Object.entries(side.overall).every(([key, value]) => key.startsWith('calendar.') || value === null || value === 0 || (Array.isArray(value) && value.length === 0))
}

/** Which way parts are being combined. */
export type Across = 'time' | 'members'

function mergePart(part: Part, all: readonly Parts[], across: Across): Parts[string] {
  const merging = across === 'time' ? mergingOverTime(part) : mergingOverMembers(part)
  if (merging === 'ask')
    throw new NamedError('cannot-merge', { part: partKey(part), across })
  return mergeValues(all.map(parts => partKey(part) in parts ? parts[partKey(part)] ?? null : 0), merging)
}

/** Parts of a union of buckets (`time`, in order) or of disjoint members. Errors: cannot-merge for a measure that must be asked again. */
export function mergeParts(measure: Measure, all: readonly Parts[], across: Across): Parts {
  return Object.fromEntries(partsOf(measure).map(part => [partKey(part), mergePart(part, all, across)]))
}

/** True where every part of a measure can be combined that way. */
export function merges(measure: Measure, across: Across): boolean {
  return partsOf(measure).every(part => (across === 'time' ? mergingOverTime(part) : mergingOverMembers(part)) !== 'ask')
}
