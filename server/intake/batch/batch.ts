import type pg from 'pg'
import type { RowCounter } from '../../rollups/count/counter.ts'
import type { LoadRequest, LoadResult } from '../jobs/request.ts'
import type { SourceRecord } from '../read/source.ts'
import type { Outcome } from '../rows/rowReader.ts'
import type { Catalogue } from '../targets/catalogueRecords.ts'
import type { Target } from '../targets/target.ts'
import type { NewChunk } from '../worker/messages.ts'
import type { Quarantine } from '../write/quarantine.ts'
import type { Present, Staging } from '../write/staging.ts'
import type { ChunkReader, ReadChunk } from './chunkWork.ts'
import { setImmediate } from 'node:timers/promises'
import { NamedError } from '#measures'
import { counterFor } from '../../rollups/count/counter.ts'
import { updateRollups } from '../../rollups/maintain/update.ts'
import { bytesOfCells, defaultLimits } from '../read/limits.ts'
import { RowReader } from '../rows/rowReader.ts'
import { targets } from '../targets/index.ts'
import { LoadWorker } from '../worker/batchLoadWorker.ts'
import { BatchWriter } from '../write/batchWriter.ts'
import { renewDerivedTables } from './afterMerge.ts'
import { ChunkWork } from './chunkWork.ts'
import { Stopwatch } from './stopwatch.ts'

/** The dependencies of a batch, all within one transaction. */
interface BatchWork {
  client: pg.PoolClient
  batchId: number
  catalogue: Catalogue
  staging: Staging
  quarantine: Quarantine
  /** True where the target's table has no rows of the centre yet. */
  fresh: boolean
}

/**
 * A chunk that has been read, with the matching rows in the database; or one that the load worker is
 * processing.
 */
type Ahead = { records: readonly SourceRecord[] } & (
  { read: ReadChunk; known: Promise<ReadonlyMap<string, Present>> } | { chunk: Promise<NewChunk | null> }
)

/**
 * The most rows of a chunk. Rows that the load worker has computed only pass through here, so larger chunks
 * need fewer messages.
 */
const chunkSize = { here: 1000, there: 2000 }
/**
 * The number of chunks that are read before the oldest is completed: one here, while the database looks up
 * its rows; several for the load worker, to keep it busy.
 */
const mostAhead = { here: 1, there: 3 }
/** A chunk ends earlier where its rows are long. */
const chunkBytes = 32 << 20
const nothingKnown = new Map<string, Present>()

/** A running batch. It owns a transaction: everything it writes becomes visible at its commit or never. */
export class Batch {
  readonly stopwatch = new Stopwatch()
  private readonly target: Target
  private readonly reader: RowReader
  private readonly reading: ChunkReader
  private readonly rows: ChunkWork
  private readonly writer: BatchWriter
  /** Null for a check, which ends with a rollback, and for facts without rollups: nothing is counted then. */
  private readonly counter: RowCounter | null
  private readonly loadWorker: LoadWorker
  /** Chunks that have been read and are not completed yet, oldest first. */
  private readonly ahead: Ahead[] = []
  private taken = 0
  /** Where chunks are computed at present: here or in the load worker. */
  private place: 'here' | 'there' = 'here'
  private readonly request: LoadRequest
  private readonly work: BatchWork

  constructor(request: LoadRequest, work: BatchWork) {
    this.request = request
    this.work = work
    const {
      centre,
      mapping,
      source: { headers },
    } = request
    this.target = targets[mapping.target]
    this.reader = new RowReader(this.target, mapping, { headers, centre, now: request.now.getTime() })
    this.reading = {
      read: record => this.reader.read(record, work.catalogue),
      create: this.reader.mayCreate ? async record => this.readCreating(record) : null,
    }
    this.rows = new ChunkWork(
      this.target,
      { centre, catalogue: work.catalogue, prices: mapping },
      this.reader.columns,
    )
    this.counter = request.dryRun ? null : counterFor(work.client, this.target.fact)
    this.writer = new BatchWriter({
      ...work,
      target: this.target,
      counter: this.counter,
      rows: this.rows,
      reading: this.reading,
    })
    this.loadWorker = new LoadWorker(request, () => ({
      batchId: work.batchId,
      catalogue: work.catalogue.known,
      counts: this.counter !== null,
      stored: work.staging.stored,
    }))
  }

  async run(): Promise<LoadResult> {
    await this.work.staging.open()
    this.stopwatch.start('parsing the file')
    const records = this.request.source.records[Symbol.asyncIterator]()
    let chunk: SourceRecord[] = []
    let bytes = 0
    for (let next = await this.next(records); !next.done; next = await this.next(records)) {
      chunk.push(next.value)
      bytes += bytesOfCells(next.value.cells)
      if (chunk.length >= chunkSize[this.place] || bytes > chunkBytes) {
        await this.take(chunk)
        chunk = []
        bytes = 0
      }
    }
    await this.take(chunk)
    await this.settleTo(0)
    return this.finish()
  }

  /** Releases resources; call it however the batch ends. */
  async end(): Promise<void> {
    await this.loadWorker.end()
  }

  /** Converts errors while reading to errors of the file. */
  private async next(records: AsyncIterator<SourceRecord>): Promise<IteratorResult<SourceRecord, unknown>> {
    try {
      return await records.next()
    } catch (cause) {
      throw cause instanceof NamedError
        ? cause
        : new NamedError('file-broken', { line: this.taken + 1, reason: (cause as Error).message }, cause)
    }
  }

  private refuseToGoOn(): void {
    const { rows: most } = this.request.limits ?? defaultLimits
    if (this.request.signal?.aborted) throw new NamedError('load-cancelled', {})
    if (this.taken > most)
      throw new NamedError('file-too-large', { what: `${this.taken} +`, most: `${most}` })
  }

  /** Starts reading a chunk, here or in the load worker, and meanwhile completes earlier ones. */
  private async take(records: readonly SourceRecord[]): Promise<void> {
    this.taken += records.length
    this.refuseToGoOn()
    const beside =
      !this.reader.mayCreate && !this.writer.meetsKnownRows && (await this.loadWorker.isReady(this.taken))
    this.place = beside ? 'there' : 'here'
    // Rows that are looked up here must not be pending from the load worker, and no chunk may be pending
    // while members are created.
    if (!beside && (this.reader.mayCreate || this.ahead.some(entry => 'chunk' in entry)))
      await this.settleTo(0)
    this.stopwatch.start('reading')
    this.ahead.push(beside ? this.askAhead(records) : await this.readAhead(records))
    await this.settleTo(mostAhead[this.place])
    this.stopwatch.start('parsing the file')
  }

  private askAhead(records: readonly SourceRecord[]): Ahead {
    const chunk = this.loadWorker.workOut(records)
    // A failure is handled when the chunk is completed; until then it must not be reported as unhandled.
    chunk.catch(() => undefined)
    return { records, chunk }
  }

  /** Reads a chunk and looks up its rows in the database, unless the table is empty. */
  private async readAhead(records: readonly SourceRecord[]): Promise<Ahead> {
    const read = await this.rows.read(records, this.reading)
    const existing = this.work.fresh
      ? Promise.resolve(nothingKnown)
      : this.writer.lookUp(read.readable.map(([record]) => record.key))
    existing.catch(() => undefined)
    return { records, read, known: existing }
  }

  /**
   * Waits for pending writes first: a chunk may be rolled back to its savepoint, and a member that was
   * created since then must not be removed with it.
   */
  private async readCreating(record: SourceRecord): Promise<Outcome> {
    await this.writer.done()
    return this.reader.readCreating(record, this.work.catalogue)
  }

  /** Completes and writes the oldest chunks until a number of them is left. */
  private async settleTo(left: number): Promise<void> {
    for (
      let oldest = this.ahead[left] && this.ahead.shift();
      oldest;
      oldest = this.ahead[left] && this.ahead.shift()
    )
      await this.settle(oldest)
  }

  private async settle(ahead: Ahead): Promise<void> {
    this.stopwatch.start('waiting for the database')
    await this.writer.room()
    if ('chunk' in ahead) {
      this.stopwatch.start('waiting for the load worker')
      const chunk = await ahead.chunk
      this.stopwatch.note('load worker: reading, working out, counting', chunk?.seconds ?? 0)
      this.writer.sendNew({
        records: ahead.records,
        chunk,
        takeBack: () => this.loadWorker.takeBack(ahead.records),
      })
    } else {
      const existing = await ahead.known
      this.stopwatch.start('working out')
      this.writer.send(await this.writer.complete(ahead.read, existing))
    }
    this.writer.report.counts.rows += ahead.records.length
    this.request.onProgress?.(this.writer.report.counts.rows)
    // Yields to other requests: chunks that are already available would otherwise be processed without a
    // pause.
    await setImmediate()
  }

  private async finish(): Promise<LoadResult> {
    const { client, batchId } = this.work
    const at = { centreId: this.request.centre.id, batchId }
    this.stopwatch.start('waiting for the database')
    await this.writer.done()
    this.counter?.absorb(await this.loadWorker.counted())
    this.stopwatch.start('corrections')
    await this.writer.mergeCorrections()
    await renewDerivedTables(client, this.target.name, at)
    this.stopwatch.start('rollups')
    if (!this.request.dryRun)
      await updateRollups(client, { fact: this.target.fact, ...at, sign: 1 }, this.counter)
    // The last point at which the load can be cancelled.
    this.refuseToGoOn()
    this.stopwatch.start('commit')
    const { counts, problems, problemGroups, warnings } = this.writer.report
    return { batchId, ...counts, problems, problemGroups, warnings, seconds: this.stopwatch.seconds }
  }
}
