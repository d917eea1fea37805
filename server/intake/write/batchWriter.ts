import type { RowCounter } from '../../rollups/count/counter.ts'
import type { ChunkReader, ChunkWork, ReadChunk, WorkedChunk } from '../batch/chunkWork.ts'
import type { SourceRecord } from '../read/source.ts'
import type { Row, Target } from '../targets/target.ts'
import type { NewChunk } from '../worker/messages.ts'
import type { Quarantine, Refused } from './quarantine.ts'
import type { Present, StagedRow, Staging } from './staging.ts'
import { LoadReport } from '../batch/loadReport.ts'
import { foldedKey } from '../rows/keyText.ts'

/** What the way into the database needs. */
interface BatchWriterOptions {
  target: Target
  staging: Staging
  quarantine: Quarantine
  counter: RowCounter | null
  rows: ChunkWork
  reading: ChunkReader
}

/** A chunk that the load worker has worked out, with the records it was made of. */
interface ThreadChunk {
  records: readonly SourceRecord[]
  chunk: NewChunk | null
  takeBack: () => void
}

/** So many chunks may be on their way at once: enough that the database never waits for the next one. */
const mostOnTheWay = 3

/**
 * The way of a batch's chunks into the database, in order, one after the other while more is read; and
 * what became of their rows.
 */
export class BatchWriter {
  readonly report = new LoadReport()
  /** True once rows have come that an earlier batch brought. */
  meetsKnownRows = false
  /** What is on its way, in order. */
  private sending: Promise<void> = Promise.resolve()
  /** The same chunk by chunk, oldest first. */
  private readonly onTheWay: Promise<void>[] = []
  private readonly work: BatchWriterOptions

  constructor(work: BatchWriterOptions) {
    this.work = work
  }

  private follow(step: Promise<unknown>): void {
    this.sending = step.then(() => undefined)
    // A failure is met by whoever waits next; until then it must not count as unhandled.
    this.sending.catch(() => undefined)
  }

  private put(write: () => Promise<void>): void {
    this.follow(this.sending.then(write))
    this.onTheWay.push(this.sending)
  }

  /** What is in the table of some keys already, looked up after what has been sent before. */
  async lookUp(keys: readonly string[]): Promise<ReadonlyMap<string, Present>> {
    const found = this.sending.then(async () => this.work.staging.existing(keys))
    this.follow(found)
    return found
  }

  /** Waits until there is room for another chunk. */
  async room(): Promise<void> {
    if (this.onTheWay.length >= mostOnTheWay) await this.onTheWay.shift()
  }

  /** Waits until everything has been written. */
  async done(): Promise<void> {
    await this.sending
  }

  /**
   * Completes a chunk beside what is known of it; new rows are counted while the database is at work on
   * earlier ones.
   */
  async complete(read: ReadChunk, known: ReadonlyMap<string, Present>): Promise<WorkedChunk> {
    return this.work.rows.complete(read, known, values => this.work.counter?.count(values, 1))
  }

  send(worked: WorkedChunk): void {
    this.put(async () => this.write(worked))
  }

  /**
   * Sends a chunk as the load worker has worked it out. Where the table's own key says that not all
   * rows are new, it is worked out here instead.
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
    const known = await this.work.staging.existing(read.readable.map(([one]) => one.key))
    this.meetsKnownRows ||= Array.from(known.values()).some(one => !one.own)
    await this.write(await this.complete(read, known))
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

  /** Rows that turned out to be in the table already, brought there by an earlier chunk of this file. */
  private async settleRepeated(repeated: readonly StagedRow[]): Promise<void> {
    const {
      staging,
      counter,
      rows: { completion },
      target,
    } = this.work
    const keyOf = (one: { values: Row }): string => String(one.values[target.key])
    const present = await staging.existing(repeated.map(keyOf))
    const differing = repeated.filter(
      one => !completion.isSame(one.values, present.get(foldedKey(keyOf(one)))?.values),
    )
    this.report.counts.unchanged += repeated.length - differing.length
    repeated.forEach(one => counter?.count(one.values, -1))
    await this.quarantine(
      differing.map(one => ({ problem: completion.repeated(one.row, keyOf(one)), cells: one.cells ?? [] })),
    )
  }

  /**
   * Once everything has been written: corrections that an earlier row of the file contradicts or
   * repeats go, the others are merged.
   */
  async mergeCorrections(): Promise<void> {
    const {
      staging,
      rows: { completion },
      quarantine,
    } = this.work
    const repeated = await staging.takeDuplicates()
    this.report.counts.unchanged += repeated.filter(one => one.same).length
    await this.quarantine(
      repeated
        .filter(one => !one.same)
        .map(({ row, key, cells }) => ({ problem: completion.repeated(row, key), cells })),
    )
    this.report.counts.corrected = await staging.merge()
    await quarantine.close()
  }

  private async quarantine(refused: readonly Refused[]): Promise<void> {
    if (refused.length === 0) return
    this.report.quarantine(refused.map(one => one.problem))
    await this.work.quarantine.keep(refused)
  }
}
