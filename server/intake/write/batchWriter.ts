import type { RowCounter } from '../../rollups/count/counter.ts'
import type { ChunkReader, ChunkWork, ReadChunk, WorkedChunk } from '../batch/chunkWork.ts'
import type { SourceRecord } from '../read/source.ts'
import type { Row, Target } from '../targets/target.ts'
import type { NewChunk } from '../worker/messages.ts'
import type { Quarantine, Refused } from './quarantine.ts'
import type { Present, StagedRow, Staging } from './staging.ts'
import { LoadReport } from '../batch/loadReport.ts'
import { foldedKey } from '../rows/keyText.ts'

/** The dependencies of writing. */
interface BatchWriterOptions {
  target: Target
  staging: Staging
  quarantine: Quarantine
  counter: RowCounter | null
  rows: ChunkWork
  reading: ChunkReader
}

/** A chunk computed by the load worker, with its records. */
interface ThreadChunk {
  records: readonly SourceRecord[]
  chunk: NewChunk | null
  takeBack: () => void
}

/** The most chunks in progress: enough that the database never waits for the next one. */
const mostOnTheWay = 3

/**
 * Writes a batch's chunks to the database in order, while more are read, and collects the outcomes of their
 * rows.
 */
export class BatchWriter {
  readonly report = new LoadReport()
  /** Whether rows of an earlier batch have been found. */
  meetsKnownRows = false
  /** The chain of pending writes, in order. */
  private sending: Promise<void> = Promise.resolve()
  /** The same by chunk, oldest first. */
  private readonly onTheWay: Promise<void>[] = []
  private readonly work: BatchWriterOptions

  constructor(work: BatchWriterOptions) {
    this.work = work
  }

  private follow(step: Promise<unknown>): void {
    this.sending = step.then(() => undefined)
    // A failure is handled by the next waiter; until then it must not be reported as unhandled.
    this.sending.catch(() => undefined)
  }

  private put(write: () => Promise<void>): void {
    this.follow(this.sending.then(write))
    this.onTheWay.push(this.sending)
  }

  /** The existing rows of some keys, looked up after earlier chunks were written. */
  async lookUp(keys: readonly string[]): Promise<ReadonlyMap<string, Present>> {
    const existing = this.sending.then(async () => this.work.staging.existing(keys))
    this.follow(existing)
    return existing
  }

  /** Waits until another chunk can be accepted. */
  async room(): Promise<void> {
    if (this.onTheWay.length >= mostOnTheWay) await this.onTheWay.shift()
  }

  /** Waits until everything is written. */
  async done(): Promise<void> {
    await this.sending
  }

  /**
   * Completes a chunk with the existing rows; new rows are counted while the database writes earlier ones.
   */
  async complete(read: ReadChunk, existing: ReadonlyMap<string, Present>): Promise<WorkedChunk> {
    return this.work.rows.complete(read, existing, values => this.work.counter?.count(values, 1))
  }

  send(worked: WorkedChunk): void {
    this.put(async () => this.write(worked))
  }

  /**
   * Writes a chunk computed by the load worker. Where the table's key shows that not all rows are new, it is
   * computed here instead.
   */
  sendNew(of: ThreadChunk): void {
    this.put(async () => {
      await this.work.counter?.spillOf(of.chunk?.spilled ?? [])
      if (of.chunk && (await this.writeNew(of.chunk, of.records))) return
      if (of.chunk) of.takeBack()
      await this.writeAgain(of.records)
    })
  }

  private async writeNew(chunk: NewChunk, records: readonly SourceRecord[]): Promise<boolean> {
    if (chunk.rows > 0 && !(await this.work.staging.copyBytes(chunk.bytes))) return false
    this.report.take({ ...chunk, unchanged: 0 })
    this.report.counts.loaded += chunk.rows
    await this.quarantine(
      chunk.refused.map(({ place, problem }) => ({ problem, cells: records[place]?.cells ?? [] })),
    )
    return true
  }

  private async writeAgain(records: readonly SourceRecord[]): Promise<void> {
    const read = await this.work.rows.read(records, this.work.reading)
    const existing = await this.work.staging.existing(read.readable.map(([record]) => record.key))
    this.meetsKnownRows ||= Array.from(existing.values()).some(row => !row.own)
    await this.write(await this.complete(read, existing))
  }

  private async write(worked: WorkedChunk): Promise<void> {
    const { staging, counter } = this.work
    await this.quarantine(worked.refused)
    const repeated = await staging.copyNew(worked.fresh)
    const written = [...worked.fresh.filter(row => !repeated.includes(row)), ...worked.corrected]
    this.report.take({ ...worked, warned: this.work.rows.warningsOf(written) })
    this.report.counts.loaded += worked.fresh.length - repeated.length
    if (repeated.length > 0) await this.settleRepeated(repeated)
    await counter?.spill()
    await staging.copyCorrected(worked.corrected)
  }

  /** Rows that are already in the table, from an earlier chunk of this file. */
  private async settleRepeated(repeated: readonly StagedRow[]): Promise<void> {
    const {
      staging,
      counter,
      rows: { completion },
      target,
    } = this.work
    const keyOf = (row: { values: Row }): string => String(row.values[target.key])
    const present = await staging.existing(repeated.map(keyOf))
    const differing = repeated.filter(
      row => !completion.isSame(row.values, present.get(foldedKey(keyOf(row)))?.values),
    )
    this.report.counts.unchanged += repeated.length - differing.length
    repeated.forEach(row => counter?.count(row.values, -1))
    await this.quarantine(
      differing.map(row => ({ problem: completion.repeated(row.row, keyOf(row)), cells: row.cells ?? [] })),
    )
  }

  /**
   * After everything is written: removes corrections that contradict or repeat an earlier row of the file,
   * and applies the others.
   */
  async mergeCorrections(): Promise<void> {
    const {
      staging,
      rows: { completion },
      quarantine,
    } = this.work
    const repeated = await staging.takeDuplicates()
    this.report.counts.unchanged += repeated.filter(row => row.same).length
    await this.quarantine(
      repeated
        .filter(row => !row.same)
        .map(({ row, key, cells }) => ({ problem: completion.repeated(row, key), cells })),
    )
    this.report.counts.corrected = await staging.merge()
    await quarantine.close()
  }

  private async quarantine(refused: readonly Refused[]): Promise<void> {
    if (refused.length === 0) return
    this.report.quarantine(refused.map(row => row.problem))
    await this.work.quarantine.keep(refused)
  }
}
