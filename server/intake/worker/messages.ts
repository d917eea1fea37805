import type { PlainHallTime } from '#measures'
import type { Centre } from '../../centres/centre.ts'
import type { PlainGrainCount } from '../../rollups/count/grainCount.ts'
import type { WrittenOut } from '../../rollups/count/write.ts'
import type { WarningGroup } from '../batch/warnings.ts'
import type { SourceRecord } from '../read/source.ts'
import type { Mapping } from '../rows/mapping.ts'
import type { Problem } from '../rows/problems.ts'
import type { Known } from '../targets/knownCatalogue.ts'
import type { Stored } from '../write/rowBytes.ts'

/** All that the load worker has to know of a batch, in a form that can be handed over. */
export interface WorkerInput {
  mapping: Mapping
  headers: readonly string[]
  centre: Omit<Centre, 'hall'>
  hall: PlainHallTime
  catalogue: Known
  batchId: number
  /** The instant of the load in milliseconds. */
  now: number
  /** Whether rows are counted for the rollups. */
  counts: boolean
  stored: Readonly<Record<string, Stored>>
}

/** A chunk of which every row was new to the load worker: it only has to be written. */
export interface NewChunk {
  /** Rows in COPY's binary format, and how many. */
  bytes: Uint8Array<ArrayBuffer>
  rows: number
  /** By the place of the record in the chunk. */
  refused: { place: number; problem: Problem }[]
  leftOut: number
  warned: WarningGroup[]
  /** Counts that became too much to keep, to be written aside. */
  spilled: WrittenOut[]
  /** How long it took. */
  seconds: number
}

/** What the load worker is asked. It answers in order; `takeBack` has no answer. */
export type WorkerRequest =
  | { do: 'workOut'; records: readonly SourceRecord[] }
  /** A chunk that was worked out before is not counted after all. */
  | { do: 'takeBack'; records: readonly SourceRecord[] }
  | { do: 'counted' }

/** Null where a key stands twice in the chunk: which row counts is then for the batch to say. */
export type WorkerReply = { ready: true } | { chunk: NewChunk | null } | { counted: PlainGrainCount[] }
