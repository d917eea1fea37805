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

/** A bucket as sent in an answer: local dates, both included. */
export interface AnswerBucket {
  key: string
  from: string
  to: string
}

/** A member of a dimension with its names; the empty code stands for rows without a member. */
export interface Member {
  code: string
  zh: string
  en: string
}

/**
 * The parts of one bucket for one combination of members (in the order of groupBy). `bucket` is an index into
 * the side's buckets.
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

/** How many of the counted days are known for some records. */
interface KnownDays {
  /** Whether all, some or none of the counted days are known. */
  known: Known
  /** The counted days that are unknown, in order. */
  missing: Dates[]
}

/** The nearest known days with opening hours; null where there is none. */
export interface KnownAround {
  /** Before the counted days. */
  until: string | null
  /** After them. */
  since: string | null
}

/** The known days of the records of one unit whose days are declared separately. */
interface UnitCoverage extends KnownDays, KnownAround {
  unit: Member
  /** For each split, the codes of its members that belong to the unit. */
  codes: string[][]
}

/** The known days where some units report separately. */
export interface ApartCoverage {
  units: UnitCoverage[]
  /** The known days of all other records; null where the question is only about these units. */
  rest: KnownDays | null
  /** True where the question is split by a dimension that separates the units. */
  isTold: boolean
}

/** The known days of one fact within one side. */
export interface SideCoverage extends Dates, KnownAround {
  /**
   * Whether all, some or none of the counted days are known. The counted days are `from` to `to`: those of
   * the side, except that a running period ends where the fact's data end. There are none where `to` is
   * before `from`.
   */
  known: Known
  /** The counted days that are unknown, in order. */
  missing: Dates[]
  /** The number of counted days with opening hours; null without a published calendar. */
  openDays: number | null
  /** Set where units report separately; the fields above then refer to all records together. */
  apart?: ApartCoverage
}

/** One period of an answer: the requested or the compared one. */
export interface Side {
  from: string
  to: string
  buckets: AnswerBucket[]
  cells: Cell[]
  /** The parts of the whole period, by combination of members. */
  totals: Cell[]
  /** The parts of the whole period over all members. */
  overall: Parts
  /** By fact. For catalogues, such as units, it says whether the last day of the side is known. */
  coverage: Record<string, SideCoverage>
  /** By measure: the versions of its definition that apply to the side's days, in order. */
  versions: Record<string, DefinitionVersion[]>
}

/** The answer to a question. It contains parts, never divided rates. */
export interface Answer {
  question: Question
  asOf: string
  /** The last known day of the facts of the question; null where nothing is known. */
  dataUntil: string | null
  /** By fact: the ranges of known days in order; only the latest ones where there are very many. */
  knownDays: Record<string, Dates[]>
  /** The day on which the first of its centres opened; null where unknown. */
  openedOn: string | null
  /**
   * The data version of each centre, which every committed change increases. Answers with equal versions were
   * read from the same data.
   */
  dataVersions: Record<string, number>
  /** ISO 4217: the currency of its amounts. */
  currency: string
  demo: boolean
  /** Whether the period is still running; the compared one is then limited to the same part. */
  partial: boolean
  members: Member[][]
  current: Side
  earlier: Side | null
  /** Changes of the centres' settings between the first and the last day of its sides. */
  settingChanges: AnswerSettingChange[]
  /** The tables that each read used, for diagnosis. */
  sources: string[]
}

/** How the figures of an answer are printed in a language. */
export const printingOf = ({ currency }: Pick<Answer, 'currency'>, language: Language): Printing => ({
  language,
  currency,
})

/** The direction in which parts are merged. */
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
 * Merges the parts of several buckets (`time`, in order) or of disjoint members. Errors: cannot-merge for
 * measures that must be read again.
 */
export function mergeParts(measure: Measure, all: readonly Parts[], across: Across): Parts {
  return Object.fromEntries(partsOf(measure).map(part => [partKey(part), mergePart(part, all, across)]))
}

/** True where every part of a measure can be merged in that direction. */
export function merges(measure: Measure, across: Across): boolean {
  return partsOf(measure).every(
    part => (across === 'time' ? mergingOverTime(part) : mergingOverMembers(part)) !== 'ask',
  )
}
