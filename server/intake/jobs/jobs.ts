import type { ShownError } from '../../common/errorWords.ts'
import type { LoadResult } from './request.ts'
import { randomUUID } from 'node:crypto'
import { NamedError } from '#measures'
import { shownError } from '../../common/errorWords.ts'
import { isConnectionFailure, isDiskFull } from '../../storage/failures.ts'

/** The state of a running import. */
export interface JobState {
  id: string
  /** True for a check, which writes nothing. */
  check: boolean
  rows: number
  /** The share of the file that has been read, from 0 to 1. */
  share: number
  rowsPerSecond: number
  /** Null while it cannot be estimated. */
  secondsLeft: number | null
  result: LoadResult | null
  error: ShownError | null
}

/** The work of a job: reports progress, returns a result, and stops when aborted. */
type Work = (report: (rows: number, share: number) => void, signal: AbortSignal) => Promise<LoadResult>

interface Job {
  state: JobState
  owner: string
  started: number
  abort: AbortController
  listeners: Set<() => void>
}

const remembered = 50

/** The imports that run in this process. They continue when the page is closed, and can be watched again. */
export class Jobs {
  private readonly jobs = new Map<string, Job>()
  private readonly onFailure: (error: unknown) => string

  /** `onFailure` logs unexpected errors and returns their reference. */
  constructor(onFailure: (error: unknown) => string) {
    this.onFailure = onFailure
  }

  /** Starts a job. Its promise never rejects: the outcome is in the state. */
  start(work: Work, about: { check: boolean; owner: string }): JobState {
    const state: JobState = {
      id: randomUUID(),
      check: about.check,
      rows: 0,
      share: 0,
      rowsPerSecond: 0,
      secondsLeft: null,
      result: null,
      error: null,
    }
    const job: Job = {
      state,
      owner: about.owner,
      started: performance.now(),
      abort: new AbortController(),
      listeners: new Set(),
    }
    this.jobs.set(state.id, job)
    for (const old of [...this.jobs.keys()].slice(0, Math.max(0, this.jobs.size - remembered)))
      this.jobs.delete(old)
    void this.run(job, work)
    return state
  }

  private async run(job: Job, work: Work): Promise<void> {
    try {
      const result = await work((rows, share) => this.report(job, rows, share), job.abort.signal)
      this.change(job, { result, share: 1, secondsLeft: 0, rows: result.rows })
    } catch (error) {
      this.change(job, { error: shownError(this.named(error)), secondsLeft: null })
    }
  }

  private named(error: unknown): NamedError {
    if (error instanceof NamedError) return error
    if (isDiskFull(error)) return new NamedError('disk-full', {}, error)
    return isConnectionFailure(error)
      ? new NamedError('database-unreachable', { database: 'PostgreSQL' }, error)
      : new NamedError('internal', { reference: this.onFailure(error) }, error)
  }

  private report(job: Job, rows: number, share: number): void {
    const seconds = (performance.now() - job.started) / 1000
    this.change(job, {
      rows,
      share,
      rowsPerSecond: Math.round(rows / Math.max(seconds, 0.001)),
      secondsLeft: share > 0.01 && seconds > 1 ? Math.round((seconds / share) * (1 - share)) : null,
    })
  }

  private change(job: Job, change: Partial<JobState>): void {
    job.state = { ...job.state, ...change }
    job.listeners.forEach(listener => listener())
  }

  private find(id: string, owner: string): Job {
    const job = this.jobs.get(id)
    if (!job || job.owner !== owner) throw new NamedError('job-not-found', {})
    return job
  }

  /** Cancels a job; nothing of it is kept. Errors: job-not-found. */
  cancel(id: string, owner: string): void {
    this.find(id, owner).abort.abort()
  }

  /**
   * The states of a job until its end; skips to the newest where several have passed. Errors: job-not-found.
   */
  async *watch(
    id: string,
    about: { owner: string; signal: AbortSignal | undefined },
  ): AsyncGenerator<JobState> {
    const job = this.find(id, about.owner)
    for (;;) {
      const { state } = job
      yield state
      if (state.result !== null || state.error !== null || about.signal?.aborted) return
      if (job.state === state) await this.changed(job, about.signal)
    }
  }

  private async changed(job: Job, signal: AbortSignal | undefined): Promise<void> {
    return new Promise(resolve => {
      const done = (): void => {
        job.listeners.delete(done)
        signal?.removeEventListener('abort', done)
        resolve()
      }
      job.listeners.add(done)
      signal?.addEventListener('abort', done)
    })
  }

  /** Cancels all jobs at shutdown. */
  stop(): void {
    this.jobs.forEach(job => job.abort.abort())
  }
}
