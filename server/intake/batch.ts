import type pg from 'pg'
import type { Catalogue } from './catalogue.ts'
import type { Quarantine, Refused } from './quarantine.ts'
import type { SourceRecord } from './read/source.ts'
import type { LoadRequest, LoadResult } from './request.ts'
import type { ReadRecord } from './rowReader.ts'
import type { Present, StagedRow, Staging } from './staging.ts'
import type { DeriveContext, Row, Target } from './target.ts'
import type { RowCounter } from './tiers/count/counter.ts'
import { setImmediate } from 'node:timers/promises'
import { NamedError } from '#measures'
import { renewDerivedTables } from './afterMerge.ts'
import { Completion } from './completion.ts'
import { MemoryKeeper } from './memory.ts'
import { defaultLimits } from './read/limits.ts'
import { RowReader } from './rowReader.ts'
import { Stopwatch } from './stopwatch.ts'
import { Tally } from './tally.ts'
import { targets } from './targets/index.ts'
import { counterFor } from './tiers/count/counter.ts'
import { keepTiers } from './tiers/keep.ts'

/** What a batch works with, all of it in one transaction. */
export interface BatchWork {
  client: pg.PoolClient
  batchId: number
  catalogue: Catalogue
  staging: Staging
  quarantine: Quarantine
  /** True where the target's table holds nothing of the centre yet. */
  fresh: boolean
}

/** A chunk that has been read, and what the database knows of it. */
interface Ahead { records: number, readable: [ReadRecord, SourceRecord][], refused: Refused[], known: Promise<ReadonlyMap<string, Present>> }

/** Rows on their way to the database. */
interface Chunk { fresh: StagedRow[], corrected: StagedRow[], lines: string }

const chunkSize = 1000
/** After so many records the rows before them may go on to the database, which would otherwise wait. */
const breath = 50
/** So many chunks may be on their way at once: enough that the database never waits for the next one. */
const mostOnTheWay = 3
const nothingKnown = new Map<string, Present>()

/** One batch at work: it owns a transaction, and everything it writes is there at its commit or never. */
export class Batch {
  readonly stopwatch = new Stopwatch()
  private readonly tally = new Tally()
  private readonly memory = new MemoryKeeper()
  private readonly target: Target
  private readonly context: DeriveContext
  private readonly reader: RowReader
  private readonly completion: Completion
  /** A check ends in a rollback: what follows from its rows is not worked out. */
  private readonly counter: RowCounter | null
  /** The chunk that has been read and is not worked out yet. */
  private ahead: Ahead | null = null
  /** What is on its way to the database, in order, while more is read. */
  private sending: Promise<void> = Promise.resolve()
  /** The same chunk by chunk, oldest first. */
  private readonly onTheWay: Promise<void>[] = []
  private readonly request: LoadRequest
  private readonly work: BatchWork

  constructor(request: LoadRequest, work: BatchWork) {
    this.request = request
    this.work = work
    this.target = targets[request.mapping.target]
    this.context = { centre: request.centre, catalogue: work.catalogue }
    this.reader = new RowReader(this.target, request.mapping, { headers: request.source.headers, centre: request.centre })
    this.counter = request.dryRun ? null : counterFor(work.client, this.target.fact)
    this.completion = new Completion(this.target, this.context, this.reader.columns)
  }

  async run(): Promise<LoadResult> {
    await this.work.staging.open()
    this.stopwatch.start('parsing the file')
    const records = this.request.source.records[Symbol.asyncIterator]()
    let chunk: SourceRecord[] = []
    for (let next = await this.next(records); !next.done; next = await this.next(records)) {
      chunk.push(next.value)
      if (chunk.length === chunkSize) {
        await this.take(chunk)
        chunk = []
      }
    }
    await this.take(chunk)
    await this.settle()
    return this.finish()
  }

  /** What fails while a file is read is the file's fault, and is said so. */
  private async next(records: AsyncIterator<SourceRecord>): Promise<IteratorResult<SourceRecord, unknown>> {
    try {
      return await records.next()
    }
    catch (cause) {
      throw cause instanceof NamedError ? cause : new NamedError('file-broken', { line: this.tally.counts.rows + 1, reason: (cause as Error).message }, cause)
    }
  }

  private refuseToGoOn(rows: number): void {
    const { rows: most } = this.request.limits ?? defaultLimits
    if (this.request.signal?.aborted)
      throw new NamedError('load-cancelled', {})
    if (rows > most)
      throw new NamedError('file-too-large', { what: `${rows} +`, most: `${most}` })
  }

  /** Reads one chunk and has the database look for it, and meanwhile settles the one before. */
  private async take(records: readonly SourceRecord[]): Promise<void> {
    this.refuseToGoOn(this.tally.counts.rows + (this.ahead?.records ?? 0) + records.length)
    if (this.reader.mayCreate)
      await this.settle()
    const refused: Refused[] = []
    this.stopwatch.start('reading')
    const readable = await this.readAll(records, refused)
    const known = this.lookUp(readable)
    // A failure is met when the chunk is settled; until then it must not count as unhandled.
    known.catch(() => undefined)
    const ahead = { records: records.length, readable, refused, known }
    await this.settle()
    this.ahead = ahead
    this.memory.keep()
    this.stopwatch.start('parsing the file')
  }

  /** What is in the table of some records already, looked up after what has been sent before; in an empty table there is nothing. */
  private async lookUp(readable: readonly [ReadRecord, SourceRecord][]): Promise<ReadonlyMap<string, Present>> {
    if (this.work.fresh)
      return nothingKnown
    const found = this.sending.then(async () => this.work.staging.existing(readable.map(([one]) => one.key)))
    this.sending = found.then(() => undefined)
    this.sending.catch(() => undefined)
    return found
  }

  /** Completes and sends the chunk that was read last. */
  private async settle(): Promise<void> {
    const { ahead } = this
    this.ahead = null
    if (!ahead)
      return
    this.stopwatch.start('waiting for the database')
    if (this.onTheWay.length >= mostOnTheWay)
      await this.onTheWay.shift()
    const known = await ahead.known
    this.stopwatch.start('working out')
    const chunk = await this.workOut(ahead, known)
    if (ahead.refused.length > 0) {
      // What is on its way may be rolled back to before it; this must not go with it.
      await this.sending
      await this.quarantine(ahead.refused)
    }
    this.send(chunk)
    this.tally.counts.rows += ahead.records
    this.request.onProgress?.(this.tally.counts.rows)
  }

  private async readAll(records: readonly SourceRecord[], refused: Refused[]): Promise<[ReadRecord, SourceRecord][]> {
    const { catalogue } = this.work
    const readable: [ReadRecord, SourceRecord][] = []
    for (const [index, record] of records.entries()) {
      if (index % breath === 0)
        await setImmediate()
      const read = this.reader.mayCreate ? await this.reader.readCreating(record, catalogue) : this.reader.read(record, catalogue)
      if (read === 'leftOut')
        this.tally.counts.leftOut++
      else if ('reason' in read)
        refused.push({ problem: read, cells: record.cells })
      else
        readable.push([read, record])
    }
    return readable
  }

  private async workOut({ readable, refused }: Ahead, known: ReadonlyMap<string, Present>): Promise<Chunk> {
    const chunk: Chunk = { fresh: [], corrected: [], lines: '' }
    // Rows of this chunk are not in the database yet.
    const seen = new Map<string, Row>()
    for (const [index, [one, { cells }]] of readable.entries()) {
      if (index % breath === 0)
        await setImmediate()
      const existing = known.get(one.key)
      const before = seen.get(one.key) ?? (existing?.own ? existing.values : undefined)
      const outcome = this.completion.complete(one, before, existing?.values)
      if (outcome === 'unchanged') {
        this.tally.counts.unchanged++
      }
      else if ('problem' in outcome) {
        refused.push({ problem: outcome.problem, cells })
      }
      else {
        this.warn(one, outcome.values)
        seen.set(one.key, outcome.values)
        this.place(chunk, { row: one.row, values: outcome.values, cells }, existing !== undefined)
      }
    }
    return chunk
  }

  /** New rows are counted and written out here, while the database is at work on earlier ones. */
  private place(chunk: Chunk, row: StagedRow, exists: boolean): void {
    if (exists) {
      chunk.corrected.push(row)
      return
    }
    chunk.fresh.push(row)
    chunk.lines += this.work.staging.lineOf(row.values)
    this.counter?.count(row.values, 1)
  }

  private warn(one: ReadRecord, values: Row): void {
    const warning = this.target.warn?.(values, this.context)
    if (warning)
      this.tally.warn(warning.warning, one.row, warning.value)
    if (one.rounded)
      this.tally.warn('roundedMoney', one.row, '')
  }

  private send(chunk: Chunk): void {
    this.sending = this.sending.then(async () => this.sendChunk(chunk))
    this.sending.catch(() => undefined)
    this.onTheWay.push(this.sending)
  }

  private async sendChunk({ fresh, corrected, lines }: Chunk): Promise<void> {
    const { staging } = this.work
    const repeated = await staging.copyNew(fresh, lines)
    this.tally.counts.loaded += fresh.length - repeated.length
    if (repeated.length > 0)
      await this.settleRepeated(repeated)
    await this.counter?.spill()
    await staging.copyCorrected(corrected)
  }

  /** Rows that turned out to be in the table already, brought there by an earlier chunk of this file. */
  private async settleRepeated(repeated: readonly StagedRow[]): Promise<void> {
    const keyOf = (one: StagedRow): string => String(one.values[this.target.key])
    const present = await this.work.staging.existing(repeated.map(keyOf))
    const differing = repeated.filter(one => !this.completion.isSame(one.values, present.get(keyOf(one))?.values))
    this.tally.counts.unchanged += repeated.length - differing.length
    repeated.forEach(one => this.counter?.count(one.values, -1))
    await this.quarantine(differing.map(one => ({ problem: this.completion.repeated(one.row, keyOf(one)), cells: one.cells ?? [] })))
  }

  private async quarantine(refused: readonly Refused[]): Promise<void> {
    if (refused.length === 0)
      return
    this.tally.quarantine(refused.map(one => one.problem))
    await this.work.quarantine.keep(refused)
  }

  private async finish(): Promise<LoadResult> {
    const { client, staging, batchId } = this.work
    const at = { centreId: this.request.centre.id, batchId }
    this.stopwatch.start('waiting for the database')
    await this.sending
    this.stopwatch.start('corrections')
    const repeated = await staging.takeDuplicates()
    this.tally.counts.unchanged += repeated.filter(one => one.same).length
    await this.quarantine(repeated.filter(one => !one.same).map(({ row, key, cells }) => ({ problem: this.completion.repeated(row, key), cells })))
    this.tally.counts.corrected = await staging.merge()
    await this.work.quarantine.close()
    await renewDerivedTables(client, this.target.name, at)
    this.stopwatch.start('tiers')
    if (!this.request.dryRun)
      await keepTiers(client, { fact: this.target.fact, ...at, sign: 1 }, this.counter)
    // Up to here it can still be broken off.
    this.refuseToGoOn(0)
    this.stopwatch.start('commit')
    const { counts, problems, problemGroups, warnings } = this.tally
    return { batchId, ...counts, problems, problemGroups, warnings, seconds: this.stopwatch.seconds }
  }
}
