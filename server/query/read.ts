import type { DaySpan } from '#measures'
import type { Choice } from '../rollups/choice.ts'
import type { FactName, FlowPart, StockPart } from './words.ts'

/** The days of one bucket of a read. `from` null means no first day. */
export interface ReadBucket {
  from: number | null
  to: number
}

/** The days of a bucket or a segment of it, with the bucket's index in its read. */
export interface PlacedBucket extends ReadBucket {
  place: number
}

/** A filter on one dimension, with its values as stored. */
export interface ReadFilter {
  dimension: string
  values: readonly (string | number)[]
  /** Whether rows without a member match as well. */
  orNone?: boolean
}

/** A value of a histogram, by index of the bucket, bin, and rank within the bin, from 1. */
export interface Wanted {
  place: number
  bin: number
  rank: number
}

/**
 * One SELECT: parts of one fact, for some buckets, by some dimensions, from the fact or from a rollup of it.
 */
export interface Read {
  shape: 'plain' | 'histogram' | 'fewValues' | 'ranked' | 'byDay' | 'stock'
  fact: FactName
  /** The clock of all its parts; empty for stocks, and for rollups, which have several clocks in one row. */
  clock: string
  /** The table that is read, and the reason. */
  from: Choice
  parts: (FlowPart | StockPart)[]
  /**
   * The days for which this definition of its parts is valid; its buckets are limited to them. Null for all
   * days.
   */
  span: DaySpan | null
  buckets: ReadBucket[]
  groupBy: readonly string[]
  filters: readonly ReadFilter[]
  centreIds: readonly number[]
  /** For `ranked`: the values to find. */
  wanted?: readonly Wanted[]
}

/** A histogram without single values: its bins, in order, each once, with their counts. */
export type BinCounts = readonly (readonly [bin: number, count: number])[]

/** A row of a read: the bucket, the members, and the values in the order of its parts. */
export interface ReadRow {
  bucket: number
  members: (string | null)[]
  values: (string | null)[]
  /** The bin, for histograms from facts; null for rollups, whose histograms come in one value. */
  bin: number | null
  /** The counts of a histogram or of one of its bins. */
  counts?: BinCounts
  /** All values of a histogram with few values. */
  exact?: number[]
  /** One value of a histogram with many values, by its rank within its bin. */
  ranked?: { rank: number; value: number }
}

/** SQL text with bound values. */
export interface Statement {
  text: string
  values: unknown[]
}
