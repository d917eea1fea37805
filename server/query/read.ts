import type { Choice } from './tiers/shelf.ts'
import type { FactName, FlowPart, StockPart } from './words.ts'

/** Days of one bucket within a read. `from` null reaches back to the beginning of time. */
export interface ReadBucket {
  from: number | null
  to: number
}

/** Days of a bucket, or of a piece of it, with the bucket's place among the buckets of its read. */
export interface PlacedBucket extends ReadBucket {
  place: number
}

/** A limit on one dimension, already resolved to what the table stores. */
export interface ReadFilter {
  dimension: string
  values: readonly (string | number)[]
}

/** One SELECT: parts of one fact, for some buckets, by some dimensions, from the fact itself or from a tier of it. */
export interface Read {
  shape: 'plain' | 'histogram' | 'byDay' | 'stock'
  fact: FactName
  /** The clock of all its parts; empty for stocks, and where a tier holds several clocks in one row. */
  clock: string
  /** Where it is read, and why there. */
  from: Choice
  parts: (FlowPart | StockPart)[]
  buckets: ReadBucket[]
  groupBy: readonly string[]
  filters: readonly ReadFilter[]
  centreIds: readonly number[]
}

/** A row that a read brings back: which bucket, which members, and the values in the order of its parts. */
export interface ReadRow {
  bucket: number
  members: (string | null)[]
  values: (string | null)[]
  /** The bin, for histograms of facts; those of tiers come whole in one value. */
  bin: number | null
}

/** SQL text with bound values. */
export interface Statement {
  text: string
  values: unknown[]
}
