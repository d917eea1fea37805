import type { PlainGrainCount } from '../../rollups/count/grainCount.ts'
import type { LoadRequest } from '../jobs/request.ts'
import type { SourceRecord } from '../read/source.ts'
import type { NewChunk, WorkerInput } from './messages.ts'
import { availableParallelism } from 'node:os'
import { LoadWorkerLink } from './workerLink.ts'

/**
 * Starting a load worker takes as long as computing about ten thousand rows, so files with fewer rows than
 * this are loaded without it.
 */
const rowsWorthAWorker = 20_000

/** The input of the load worker that is not in the request. */
type OfBatch = Pick<WorkerInput, 'batchId' | 'catalogue' | 'counts' | 'stored'>

/** The load worker of a batch, started when the batch turns out to be large. */
export class LoadWorker {
  private thread: LoadWorkerLink | null = null
  private asked = false
  private readonly from: number
  private readonly request: LoadRequest
  private readonly work: () => OfBatch

  constructor(request: LoadRequest, work: () => OfBatch) {
    this.request = request
    this.work = work
    this.from =
      request.workerFromRows ?? (availableParallelism() > 1 ? rowsWorthAWorker : Number.POSITIVE_INFINITY)
  }

  /**
   * Whether the worker is ready; starts it when so many rows have been read. Rows are not delayed, unless the
   * number of rows was configured.
   */
  async isReady(rows: number): Promise<boolean> {
    if (rows < this.from) return false
    this.thread ??= this.start()
    return this.request.workerFromRows === undefined ? this.thread.ready : this.thread.started
  }

  private start(): LoadWorkerLink {
    const {
      centre: { hall, ...centre },
      mapping,
      source: { headers },
    } = this.request
    return new LoadWorkerLink({
      ...this.work(),
      mapping,
      headers,
      centre,
      hall: hall.plain,
      now: this.request.now.getTime(),
    })
  }

  /** As `LoadWorkerLink`; call only when ready. */
  async workOut(records: readonly SourceRecord[]): Promise<NewChunk | null> {
    this.asked = true
    return this.thread?.workOut(records) ?? null
  }

  takeBack(records: readonly SourceRecord[]): void {
    this.thread?.takeBack(records)
  }

  /** Its counts that were not sent yet; empty where it was never used. */
  async counted(): Promise<PlainGrainCount[]> {
    return this.asked && this.thread ? this.thread.counted() : []
  }

  async end(): Promise<void> {
    await this.thread?.end()
  }
}
