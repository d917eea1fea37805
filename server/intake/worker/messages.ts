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

/** The context of a batch for the load worker, in a form that can be posted. */
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

/** A chunk in which every row was new to the load worker, ready to be written. */
export interface NewChunk {
  /** Rows in COPY's binary format, and their number. */
  bytes: Uint8Array<ArrayBuffer>
  rows: number
  /** By index of the record in the chunk. */
  refused: { place: number; problem: Problem }[]
  leftOut: number
  warned: WarningGroup[]
  /** Counts above the memory limit, to be written to temporary tables. */
  spilled: WrittenOut[]
  /** The time taken in the worker. */
  seconds: number
}

/** Requests to the load worker. It answers in order; `takeBack` has no answer. */
export type WorkerRequest =
  | { do: 'workOut'; records: readonly SourceRecord[] }
  /** Removes an earlier chunk from the counts. */
  | { do: 'takeBack'; records: readonly SourceRecord[] }
  | { do: 'counted' }

/** Null where a key occurs twice in the chunk: the batch then decides which row is loaded. */
export type WorkerReply = { ready: true } | { chunk: NewChunk | null } | { counted: PlainGrainCount[] }
