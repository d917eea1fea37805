import type { DaySpan } from '#measures'
import type { Choice } from '../rollups/choice.ts'
import type { FactName, FlowPart, StockPart } from './words.ts'

/** Days of one bucket within a read. `from` null reaches back to the beginning of time. */
export interface ReadBucket {
  from: number | null
  to: number
}

/** Days of a bucket, or of a segment of it, with the bucket's place among the buckets of its read. */
export interface PlacedBucket extends ReadBucket {
  place: number
}

/** A limit on one dimension, already resolved to what the table stores. */
export interface ReadFilter {
  dimension: string
  values: readonly (string | number)[]
  /** True where rows that name no member are wanted too. */
  orNone?: boolean
}

/** A value of a histogram by the bucket's place, its bin and its rank within that, counted from 1. */
export interface Wanted {
  place: number
  bin: number
  rank: number
}

/**
 * One SELECT: parts of one fact, for some buckets, by some dimensions, from the fact itself or from a
 * rollup of it.
 */
export interface Read {
  shape: 'plain' | 'histogram' | 'fewValues' | 'ranked' | 'byDay' | 'stock'
  fact: FactName
  /** The clock of all its parts; empty for stocks, and where a rollup holds several clocks in one row. */
  clock: string
  /** Where it is read, and why there. */
  from: Choice
  parts: (FlowPart | StockPart)[]
  /** The days on which its parts are counted in this way, to which its buckets are cut; null for all. */
  span: DaySpan | null
  buckets: ReadBucket[]
  groupBy: readonly string[]
  filters: readonly ReadFilter[]
  centreIds: readonly number[]
  /** For `ranked`: the values that are looked for. */
  wanted?: readonly Wanted[]
}

/** A row that a read brings back: which bucket, which members, and the values in the order of its parts. */
export interface ReadRow {
  bucket: number
  members: (string | null)[]
  values: (string | null)[]
  /** The bin, for histograms of facts; those of rollups come whole in one value. */
  bin: number | null
  /** All values of a histogram that holds few. */
  exact?: number[]
  /** A value of a histogram of many, by its rank within its bin. */
  ranked?: { rank: number; value: number }
}

/** SQL text with bound values. */
export interface Statement {
  text: string
  values: unknown[]
}
