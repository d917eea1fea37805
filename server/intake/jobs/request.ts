import type pg from 'pg'
import type { Centre } from '../../centres/centre.ts'
import type { Counts, ProblemGroup, WarningGroup } from '../batch/loadReport.ts'
import type { Limits } from '../read/limits.ts'
import type { Source } from '../read/source.ts'
import type { Mapping } from '../rows/mapping.ts'
import type { Problem } from '../rows/problems.ts'
import type { HeadlineReport } from './headlineReport.ts'

/** The source of a batch, and who loads it. */
export interface LoadRequest {
  source: Source
  mapping: Mapping
  centre: Centre
  fileName: string
  fileHash: string
  byUser: string
  now: Date
  demo?: boolean
  /** The instant until which demo data was generated. */
  cutAt?: Date
  /** Checks without writing. */
  dryRun?: boolean
  limits?: Limits
  /** Cancels the batch; nothing of it is kept. */
  signal?: AbortSignal
  /**
   * The number of rows from which a load worker is used; rows then wait until it has started. By default, a
   * number from which it pays off, and rows do not wait.
   */
  workerFromRows?: number
  onProgress?: (rows: number) => void
  /** The quarantined rows of an earlier batch that this batch contains, repaired. */
  repairs?: { batchId: number; rows: readonly number[] }
  /** Who pushed the rows, and the key that makes the push idempotent. */
  push?: { source: string; key: string }
  /** Runs in the batch's transaction after its rows are written; if it throws, nothing is loaded. */
  settle?: (client: pg.ClientBase, batchId: number) => Promise<void>
}

/** The outcome of every row of the file, the problems, and the duration of each stage. */
export interface LoadResult extends Counts {
  /** 0 where nothing was written. */
  batchId: number
  /** The first problems as examples. */
  problems: Problem[]
  problemGroups: ProblemGroup[]
  warnings: WarningGroup[]
  seconds: Record<string, number>
  /** The headline figures before and after the batch; absent for a check, and where there is no report. */
  report?: HeadlineReport
  /** True where the push was loaded before: these are its counts. */
  repeated?: boolean
}
