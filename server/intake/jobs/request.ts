import type pg from 'pg'
import type { Centre } from '../../centres/centre.ts'
import type { Counts, ProblemGroup, WarningGroup } from '../batch/loadReport.ts'
import type { Limits } from '../read/limits.ts'
import type { Source } from '../read/source.ts'
import type { Mapping } from '../rows/mapping.ts'
import type { Problem } from '../rows/problems.ts'
import type { HeadlineReport } from './headlineReport.ts'

/** What a batch is loaded from and by whom. */
export interface LoadRequest {
  source: Source
  mapping: Mapping
  centre: Centre
  fileName: string
  fileHash: string
  byUser: string
  now: Date
  demo?: boolean
  /** How far the demo county's clock had run. */
  cutAt?: Date
  /** Checks everything and writes nothing. */
  dryRun?: boolean
  limits?: Limits
  /** Breaks the batch off; nothing of it stays. */
  signal?: AbortSignal
  /**
   * From so many rows on a load worker helps. Where none is given it is a number that pays, and nobody
   * waits until the thread has started.
   */
  workerFromRows?: number
  onProgress?: (rows: number) => void
  /** The quarantined rows of an earlier batch that this one brings, repaired. */
  repairs?: { batchId: number; rows: readonly number[] }
  /** Who pushed the rows, and the key under which the same push is loaded only once. */
  push?: { source: string; key: string }
  /** Done in the batch's transaction once its rows are written; where it throws, nothing is loaded. */
  settle?: (client: pg.ClientBase, batchId: number) => Promise<void>
}

/** Where every row of the file went, what was wrong, and how long each stage took. */
export interface LoadResult extends Counts {
  /** 0 where nothing was written. */
  batchId: number
  /** The first problems, as examples. */
  problems: Problem[]
  problemGroups: ProblemGroup[]
  warnings: WarningGroup[]
  seconds: Record<string, number>
  /**
   * What the batch changed in the headline figures; absent for a check, and where there is nothing to
   * say.
   */
  report?: HeadlineReport
  /** True where the same push had been loaded before: these are its counts. */
  repeated?: boolean
}
