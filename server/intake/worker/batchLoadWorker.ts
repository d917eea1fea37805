import type { PlainGrainCount } from '../../rollups/count/grainCount.ts'
import type { LoadRequest } from '../jobs/request.ts'
import type { SourceRecord } from '../read/source.ts'
import type { NewChunk, WorkerInput } from './messages.ts'
import { availableParallelism } from 'node:os'
import { LoadWorkerLink } from './workerLink.ts'

/**
 * Starting a load worker takes as long as working out some ten thousand rows; files that bring fewer go
 * without.
 */
const rowsWorthAWorker = 20_000

/** What the load worker has to know that is not in the request. */
type OfBatch = Pick<WorkerInput, 'batchId' | 'catalogue' | 'counts' | 'stored'>

/** The load worker of a batch, started once the batch turns out to be large. */
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
   * True once it can be asked; starts it where so many rows make it worth while. Nobody waits for it,
   * unless it is asked for by number.
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

  /** As `LoadWorkerLink` does. To be asked only where it is ready. */
  async workOut(records: readonly SourceRecord[]): Promise<NewChunk | null> {
    this.asked = true
    return this.thread?.workOut(records) ?? null
  }

  takeBack(records: readonly SourceRecord[]): void {
    this.thread?.takeBack(records)
  }

  /** What it has counted and not handed over; nothing where it was never asked. */
  async counted(): Promise<PlainGrainCount[]> {
    return this.asked && this.thread ? this.thread.counted() : []
  }

  async end(): Promise<void> {
    await this.thread?.end()
  }
}
