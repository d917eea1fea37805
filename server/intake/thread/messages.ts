import type { PlainHallTime } from '#measures'
import type { Centre } from '../../centres/centre.ts'
import type { Known } from '../knownCatalogue.ts'
import type { Mapping } from '../mapping.ts'
import type { Problem } from '../problems.ts'
import type { SourceRecord } from '../read/source.ts'
import type { Stored } from '../rowBytes.ts'
import type { Warned } from '../tally.ts'
import type { PlainGrainCount } from '../tiers/count/grainCount.ts'
import type { WrittenOut } from '../tiers/count/write.ts'

/** All that the second thread has to know of a batch, in a form that can be handed over. */
export interface ThreadWork {
  mapping: Mapping
  headers: readonly string[]
  centre: Omit<Centre, 'hall'>
  hall: PlainHallTime
  catalogue: Known
  batchId: number
  /** Whether rows are counted for the tiers. */
  counts: boolean
  stored: Readonly<Record<string, Stored>>
}

/** A chunk of which every row was new to the second thread: it only has to be written. */
export interface NewChunk {
  /** Rows in COPY's binary format, and how many. */
  bytes: Uint8Array<ArrayBuffer>
  rows: number
  /** By the place of the record in the chunk. */
  refused: { place: number, problem: Problem }[]
  leftOut: number
  warned: Warned[]
  /** Counts that became too much to keep, to be written aside. */
  spilled: WrittenOut[]
  /** How long it took. */
  seconds: number
}

/** What the second thread is asked. It answers in order; `takeBack` has no answer. */
export type ThreadQuestion
  = | { do: 'workOut', records: readonly SourceRecord[] }
  /** A chunk that was worked out before is not counted after all. */
    | { do: 'takeBack', records: readonly SourceRecord[] }
    | { do: 'counted' }

/** Null where a key stands twice in the chunk: which row counts is then for the batch to say. */
export type ThreadAnswer = { ready: true } | { chunk: NewChunk | null } | { counted: PlainGrainCount[] }
