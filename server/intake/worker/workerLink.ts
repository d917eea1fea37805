import type { PlainGrainCount } from '../../rollups/count/grainCount.ts'
import type { SourceRecord } from '../read/source.ts'
import type { NewChunk, WorkerInput, WorkerReply, WorkerRequest } from './messages.ts'
import { Worker } from 'node:worker_threads'
import { threadProgram } from '../read/thread.ts'

const start = threadProgram(new URL('loadWorker.ts', import.meta.url))

interface Waiting {
  resolve: (answer: WorkerReply) => void
  reject: (cause: Error) => void
}

/**
 * The load worker, as the batch sees it. It starts in its own time: until `ready`, nothing is asked of
 * it.
 */
export class LoadWorkerLink {
  private readonly worker: Worker
  /** Settles once it has started: true where it can be asked. */
  readonly started: Promise<boolean>
  private settleStart: (ready: boolean) => void = () => undefined
  private readonly waiting: Waiting[] = []
  /** True while it can be asked. */
  ready = false
  private failure: Error | null = null

  constructor(work: WorkerInput) {
    this.started = new Promise(resolve => {
      this.settleStart = resolve
    })
    this.worker = new Worker(start, { eval: true, workerData: work, execArgv: [] })
    this.worker.on('message', (answer: WorkerReply) => this.take(answer))
    this.worker.on('error', (cause: Error) => this.fail(cause))
    this.worker.on('exit', () => this.fail(new Error('the load worker of the load has ended')))
  }

  private take(answer: WorkerReply): void {
    if ('ready' in answer) {
      this.ready = true
      this.settleStart(true)
      return
    }
    this.waiting.shift()?.resolve(answer)
  }

  /**
   * What has been counted there is lost with it: the load cannot go on. One that never got ready is not
   * missed.
   */
  private fail(cause: Error): void {
    this.failure ??= cause
    this.ready = false
    this.settleStart(false)
    this.waiting.splice(0).forEach(one => one.reject(cause))
  }

  private async ask(question: WorkerRequest): Promise<WorkerReply> {
    return new Promise((resolve, reject) => {
      if (this.failure) {
        reject(this.failure)
        return
      }
      this.waiting.push({ resolve, reject })
      this.worker.postMessage(question)
    })
  }

  /** Works a chunk out as if all its rows were new, and counts them. Null where a key stands twice in it. */
  async workOut(records: readonly SourceRecord[]): Promise<NewChunk | null> {
    const answer = await this.ask({ do: 'workOut', records })
    return 'chunk' in answer ? answer.chunk : null
  }

  /** Counts a chunk out that was worked out before. */
  takeBack(records: readonly SourceRecord[]): void {
    this.worker.postMessage({ do: 'takeBack', records } satisfies WorkerRequest)
  }

  /** What it has counted and not handed over yet. */
  async counted(): Promise<PlainGrainCount[]> {
    const answer = await this.ask({ do: 'counted' })
    return 'counted' in answer ? answer.counted : []
  }

  async end(): Promise<void> {
    await this.worker.terminate()
  }
}
