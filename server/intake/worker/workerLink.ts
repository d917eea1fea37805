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
 * The batch's link to the load worker. The worker starts in parallel; until `ready`, it receives no requests.
 */
export class LoadWorkerLink {
  private readonly worker: Worker
  /** Resolves once it has started: true where it can be used. */
  readonly started: Promise<boolean>
  private settleStart: (ready: boolean) => void = () => undefined
  private readonly waiting: Waiting[] = []
  /** Whether it can be used. */
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
   * Its counts are lost with it, so the load cannot continue. A worker that never became ready is not needed.
   */
  private fail(cause: Error): void {
    this.failure ??= cause
    this.ready = false
    this.settleStart(false)
    this.waiting.splice(0).forEach(request => request.reject(cause))
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

  /** Computes and counts a chunk as if all its rows were new. Null where a key occurs twice in it. */
  async workOut(records: readonly SourceRecord[]): Promise<NewChunk | null> {
    const answer = await this.ask({ do: 'workOut', records })
    return 'chunk' in answer ? answer.chunk : null
  }

  /** Removes an earlier chunk from the counts. */
  takeBack(records: readonly SourceRecord[]): void {
    this.worker.postMessage({ do: 'takeBack', records } satisfies WorkerRequest)
  }

  /** Its counts that were not sent yet. */
  async counted(): Promise<PlainGrainCount[]> {
    const answer = await this.ask({ do: 'counted' })
    return 'counted' in answer ? answer.counted : []
  }

  async end(): Promise<void> {
    await this.worker.terminate()
  }
}
