import type { Granularity, MeasureId, Names, Unit } from '#measures'
import type { Reason, Threshold } from './limit.ts'

/** The members that a word can mean within one dimension. */
export interface MemberGroup {
  dimension: string
  codes: string[]
  names: Names
}

/** The meaning of a word or phrase. */
export type Meaning =
  | { kind: 'measure'; ids: MeasureId[] }
  | { kind: 'near'; id: MeasureId }
  | { kind: 'units'; units: readonly Unit[] }
  | { kind: 'dimension'; name: string }
  | { kind: 'members'; groups: MemberGroup[] }
  | { kind: 'period'; period: string }
  | { kind: 'periods'; why: Names; periods: string[] }
  | { kind: 'comparison'; comparison: string; loose?: boolean; step?: 'week' | 'month' | 'quarter' }
  | { kind: 'versus'; oneWay?: boolean }
  /** It takes longer or shorter: slower than last year; or it goes one way, up or down, and not any way. */
  | { kind: 'change'; takes?: boolean; oneWay?: boolean }
  | { kind: 'granularity'; granularity: Exclude<Granularity, 'none'> | 'fitting' }
  | { kind: 'each' }
  | { kind: 'which' }
  | { kind: 'and' }
  | { kind: 'howMany'; isCount?: true }
  | { kind: 'perDay' }
  | { kind: 'average' }
  | { kind: 'median' }
  | { kind: 'total' }
  | { kind: 'verb'; ids: MeasureId[] }
  | { kind: 'dealtWith'; how: 'replied' | 'rectified' | 'calledBack' }
  | { kind: 'more'; order: 'highest' | 'lowest' }
  | { kind: 'who' }
  | { kind: 'single'; ids: readonly MeasureId[] }
  | {
      kind: 'order'
      order: 'highest' | 'lowest' | 'best' | 'worst' | 'ranked'
      counts?: boolean
      /** True for a word about duration. */
      takes?: boolean
    }
  | { kind: 'top'; top: number }
  | { kind: 'bottom'; top: number }
  | { kind: 'number'; number: number }
  | { kind: 'threshold'; is: Threshold['is']; value: number; unit: ThresholdUnit; of?: Unit }
  | { kind: 'refuse'; reason: Reason; why: Names }
  | { kind: 'filler' }
  | { kind: 'unknown' }

/** The unit of a threshold. */
export type ThresholdUnit =
  'none' | 'percent' | 'yuan' | 'tenThousand' | 'days' | 'hours' | 'workingDays' | 'counted'

/** A part of a text with its possible meanings, most likely first. */
export interface Token {
  from: number
  to: number
  text: string
  meanings: Meaning[]
}

/** One way to read a text from a position. */
export interface Match {
  length: number
  meaning: Meaning
}

/** Finds the possible readings of a text from a position. */
export type Matcher = (text: string, at: number) => Match[]

/** Words that all say the same, several in a line: Chinese ones parted by blanks, English ones by commas. */
export interface FixedWords {
  says: Meaning
  words: readonly string[]
}
