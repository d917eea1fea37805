import type { Known } from './coverage.ts'
import type { DefinitionVersion } from './definitionVersion.ts'
import type { Language, Printing } from './format.ts'
import type { Measure } from './measure.ts'
import type { Part } from './part.ts'
import type { Question } from './question.ts'
import type { AnswerSettingChange } from './settingChange.ts'
import type { Parts } from './value.ts'
import { NamedError } from '../common/errors.ts'
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

/**
 * Parts of one bucket for one combination of members (in the order of groupBy). `bucket` indexes the
 * side's buckets.
 */
export interface Cell {
  bucket: number
  members: string[]
  parts: Parts
}

/** Local dates, both included. */
export interface Dates {
  from: string
  to: string
}

/** How much of the counted days is known of some records. */
interface KnownDays {
  /** Whether all of the counted days are known, some, or none. */
  known: Known
  /** Which of the counted days are not known, in order. */
  missing: Dates[]
}

/** The nearest known days on which there are opening hours; null where there is none. */
export interface KnownAround {
  /** Before the counted days. */
  until: string | null
  /** After them. */
  since: string | null
}

/** What is known of the records of one unit, whose days are declared apart from those of the others. */
interface UnitCoverage extends KnownDays, KnownAround {
  unit: Member
  /** By place of the split: the codes of its members that belong to the unit. */
  codes: string[][]
}

/** What is known where some units report apart from the others. */
export interface ApartCoverage {
  units: UnitCoverage[]
  /** What is known of all other records; null where the question is about these units alone. */
  rest: KnownDays | null
  /** True where the split tells the units apart. */
  isTold: boolean
}

/** What is known of one fact over the days of one side. */
export interface SideCoverage extends Dates, KnownAround {
  /**
   * Whether all of the counted days are known, some, or none. The counted days are `from` to `to`: the
   * side's own, but a running period ends where the fact's data end. None are counted where `to` is
   * before `from`.
   */
  known: Known
  /** Which of the counted days are not known, in order. */
  missing: Dates[]
  /** How many of the counted days have opening hours; null where no calendar says so. */
  openDays: number | null
  /** Set where units report apart. The above is then what is known of all records together. */
  apart?: ApartCoverage
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
  /** By fact. Of what is in force, such as the units, it says whether the side's last day is known. */
  coverage: Record<string, SideCoverage>
  /** By asked measure: the versions of its definition that count the side's days, in order. */
  versions: Record<string, DefinitionVersion[]>
}

/** What comes back: parts, never divided rates. */
export interface Answer {
  question: Question
  asOf: string
  /** The last known day of the facts that were asked for, or null where nothing is known of them. */
  dataUntil: string | null
  /**
   * By fact: the stretches of days that are known, in order, the latest of them where there are very
   * many.
   */
  knownDays: Record<string, Dates[]>
  /** The day on which the first of its centres opened; null where it is not known. */
  openedOn: string | null
  /** One number per centre, grown by each committed change. Two answers with equal versions agree. */
  dataVersions: Record<string, number>
  /** ISO 4217: the currency of its sums of money. */
  currency: string
  demo: boolean
  /** True while the asked period is not over: then the earlier one was cut to the same part. */
  partial: boolean
  members: Member[][]
  current: Side
  earlier: Side | null
  /** Changes of the centres' settings between the first and the last day of its sides. */
  settingChanges: AnswerSettingChange[]
  /** Which source each read used, for those who want to know. */
  sources: string[]
}

/** How the figures of an answer are printed in a language. */
export const printingOf = ({ currency }: Pick<Answer, 'currency'>, language: Language): Printing => ({
  language,
  currency,
})

/** Which way parts are being combined. */
type Across = 'time' | 'members'

function mergePart(part: Part, all: readonly Parts[], across: Across): Parts[string] {
  const merging = across === 'time' ? mergingOverTime(part) : mergingOverMembers(part)
  if (merging === 'ask') throw new NamedError('cannot-merge', { part: partKey(part), across })
  return mergeValues(
    all.map(parts => (partKey(part) in parts ? (parts[partKey(part)] ?? null) : 0)),
    merging,
  )
}

/**
 * Parts of a union of buckets (`time`, in order) or of disjoint members. Errors: cannot-merge for a
 * measure that must be asked again.
 */
export function mergeParts(measure: Measure, all: readonly Parts[], across: Across): Parts {
  return Object.fromEntries(partsOf(measure).map(part => [partKey(part), mergePart(part, all, across)]))
}

/** True where every part of a measure can be combined that way. */
export function merges(measure: Measure, across: Across): boolean {
  return partsOf(measure).every(
    part => (across === 'time' ? mergingOverTime(part) : mergingOverMembers(part)) !== 'ask',
  )
}
