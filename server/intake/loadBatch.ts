import type pg from 'pg'
import type { Centre } from '../centres/centre.ts'
import type { Database } from '../storage/database.ts'
import type { Mapping } from './mapping.ts'
import type { Problem } from './problems.ts'
import type { CsvSource } from './readCsv.ts'
import type { ReadRecord } from './rowReader.ts'
import type { StagedRow } from './staging.ts'
import type { DeriveContext, Row, Target } from './target.ts'
import { setImmediate } from 'node:timers/promises'
import { NamedError } from '#measures'
import { renewDerivedTables } from './afterMerge.ts'
import { Catalogue } from './catalogue.ts'
import { RowReader } from './rowReader.ts'
import { columnTypes, Staging } from './staging.ts'
import { Stopwatch } from './stopwatch.ts'
import { targets } from './targets/index.ts'
import { analyseTiers } from './tiers/build.ts'
import { keepTiers } from './tiers/keep.ts'

/** What a batch is loaded from and by whom. */
export interface LoadRequest {
  source: CsvSource
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
  onProgress?: (rows: number) => void
}

/** Where every row of the file went; the four counts always add up to `rows`. */
export interface LoadResult {
  batchId: number
  rows: number
  loaded: number
  unchanged: number
  corrected: number
  quarantined: number
  /** The first problems, as examples. */
  problems: Problem[]
  /** How long each stage took. */
  seconds: Record<string, number>
}

/** Rows on their way to the database, and the records that they were read from. */
interface Chunk {
  fresh: StagedRow[]
  corrected: StagedRow[]
  rawOf: (row: number) => Record<string, string>
}

const chunkSize = 2000
/** After so many records the rows before them may go on to the database, which would otherwise wait. */
const breath = 200
const exampleCount = 20
/** The share of a table from which a batch changes how it is best read. */
const muchLarger = 0.1
const nothingKnown = new Map<string, Row | null>()

/** One batch at work: it owns a transaction, and everything it writes is there at its commit or never. */
class Batch {
  private readonly counts = { rows: 0, loaded: 0, unchanged: 0, corrected: 0, quarantined: 0 }
  private readonly examples: Problem[] = []
  private readonly target: Target
  private readonly nothing: Row
  private readonly defaults: [string, Row[string]][]
  private readonly context: DeriveContext
  readonly stopwatch = new Stopwatch()
  private readonly reader: RowReader
  /** The chunk that is on its way to the database while the next one is read. */
  private sending: Promise<void> = Promise.resolve()
  private readonly request: LoadRequest
  private readonly work: { client: pg.PoolClient, batchId: number, catalogue: Catalogue, staging: Staging, fresh: boolean }

  constructor(request: LoadRequest, work: Batch['work']) {
    this.request = request
    this.work = work
    this.target = targets[request.mapping.target]
    this.nothing = { ...Object.fromEntries(Object.keys(columnTypes(this.target)).map(column => [column, null])), ...this.target.defaults }
    this.defaults = Object.entries(this.target.defaults)
    this.context = { centre: request.centre, catalogue: work.catalogue }
    this.reader = new RowReader(this.target, request.mapping, { headers: request.source.headers, centre: request.centre })
  }

  async run(): Promise<LoadResult> {
    await this.work.staging.open()
    this.stopwatch.start('parsing the file')
    let chunk: string[][] = []
    for await (const record of this.request.source.records) {
      chunk.push(record)
      if (chunk.length === chunkSize) {
        await this.take(chunk)
        chunk = []
      }
    }
    await this.take(chunk)
    return this.finish()
  }

  /** Reads, completes and sends one chunk. Row numbers are those of the file, the header being row 1. */
  private async take(records: readonly string[][]): Promise<void> {
    if (this.reader.mayCreate)
      await this.sending
    const problems: Problem[] = []
    const first = this.counts.rows + 2
    this.stopwatch.start('reading')
    const readable = await this.readAll(records, first, problems)
    this.stopwatch.start('waiting for the database')
    await this.sending
    const known = this.work.fresh ? nothingKnown : await this.work.staging.existing(readable.map(one => one.key))
    this.stopwatch.start('working out')
    const sorted = await this.workOut(readable, known, problems)
    const rawOf = (row: number): Record<string, string> => this.rawOf(records[row - first] ?? [])
    await this.quarantine(problems, rawOf)
    this.send({ ...sorted, rawOf })
    this.counts.rows += records.length
    this.request.onProgress?.(this.counts.rows)
    this.stopwatch.start('parsing the file')
  }

  private async readAll(records: readonly string[][], first: number, problems: Problem[]): Promise<ReadRecord[]> {
    const { catalogue } = this.work
    const readable: ReadRecord[] = []
    for (const [index, record] of records.entries()) {
      if (index % breath === 0)
        await setImmediate()
      const read = this.reader.mayCreate ? await this.reader.readCreating(record, first + index, catalogue) : this.reader.read(record, first + index, catalogue)
      if ('reason' in read)
        problems.push(read)
      else
        readable.push(read)
    }
    return readable
  }

  private async workOut(readable: readonly ReadRecord[], known: ReadonlyMap<string, Row | null>, problems: Problem[]): Promise<Pick<Chunk, 'fresh' | 'corrected'>> {
    const fresh: StagedRow[] = []
    const corrected: StagedRow[] = []
    for (const [index, one] of readable.entries()) {
      if (index % breath === 0)
        await setImmediate()
      const existing = known.get(one.key)
      const outcome = existing === null ? this.repeated(one.row, one.key) : this.complete(one, existing)
      if (outcome === 'unchanged')
        this.counts.unchanged++
      else if ('reason' in outcome)
        problems.push(outcome)
      else
        (existing ? corrected : fresh).push(outcome)
    }
    return { fresh, corrected }
  }

  private repeated(row: number, key: string): Problem {
    return { row, field: this.target.key, value: key, reason: 'duplicateKey' }
  }

  /** A failure is met by whoever awaits `sending` next; until then it must not count as unhandled. */
  private send(chunk: Chunk): void {
    this.sending = this.sendChunk(chunk)
    this.sending.catch(() => undefined)
  }

  private async sendChunk({ fresh, corrected, rawOf }: Chunk): Promise<void> {
    const { staging } = this.work
    const repeated = await staging.copyNew(fresh)
    this.counts.loaded += fresh.length - repeated.length
    await this.quarantine(repeated.map(({ row, values }) => this.repeated(row, String(values[this.target.key]))), rawOf)
    await staging.copyCorrected(corrected)
  }

  /** Mapped columns replace, blanks included; unmapped ones stay as they are. */
  private complete({ row, mapped }: ReadRecord, existing: Row | undefined): StagedRow | Problem | 'unchanged' {
    const values: Row = { ...this.nothing, ...existing, ...mapped }
    for (const [column, value] of this.defaults)
      values[column] ??= value
    if (existing !== undefined && !this.renew(values, mapped, existing))
      return 'unchanged'
    const wrong = this.target.derive(values, this.context)
    return wrong ? { row, field: wrong.field, value: '', reason: wrong.reason } : { row, values }
  }

  /** Empties what a correction makes untrue; false where it corrects nothing. */
  private renew(values: Row, mapped: Row, existing: Row): boolean {
    const changed = this.reader.columns.filter(column => values[column] !== existing[column])
    const { renewed } = this.target
    if (renewed?.when.some(column => changed.includes(column))) {
      for (const column of renewed.columns.filter(one => mapped[one] === undefined))
        values[column] = null
    }
    return changed.length > 0
  }

  private rawOf(record: readonly string[]): Record<string, string> {
    return Object.fromEntries(record.map((text, index) => [this.request.source.headers[index] ?? `column ${index + 1}`, text.replaceAll('\u0000', '').slice(0, 4000)]))
  }

  private async quarantine(problems: readonly Problem[], rawOf: (row: number) => unknown): Promise<void> {
    this.counts.quarantined += problems.length
    this.examples.push(...problems.slice(0, exampleCount - this.examples.length))
    if (problems.length === 0)
      return
    const clean = (text: string): string => text.replaceAll('\u0000', '')
    await this.work.client.query(
      `INSERT INTO "QuarantinedRow" ("centreId", "batchId", "row", "field", "value", "reason", "raw")
       SELECT $1, $2, * FROM unnest($3::int[], $4::text[], $5::text[], $6::text[], $7::jsonb[])`,
      [this.request.centre.id, this.work.batchId, problems.map(one => one.row), problems.map(one => one.field), problems.map(one => clean(one.value)), problems.map(one => one.reason), problems.map(one => JSON.stringify(rawOf(one.row)))],
    )
  }

  private async finish(): Promise<LoadResult> {
    const { client, staging, batchId } = this.work
    this.stopwatch.start('waiting for the database')
    await this.sending
    this.stopwatch.start('corrections')
    const repeated = new Map((await staging.takeDuplicates()).map(one => [one.row, one]))
    await this.quarantine(Array.from(repeated.values(), ({ row, key }) => this.repeated(row, key)), row => repeated.get(row)?.raw)
    this.counts.corrected = await staging.merge()
    await renewDerivedTables(client, this.target.name, { centreId: this.request.centre.id, batchId })
    this.stopwatch.start('tiers')
    await keepTiers(client, { fact: this.target.fact, centreId: this.request.centre.id, batchId, sign: 1 })
    this.stopwatch.start('commit')
    const { rows, loaded, unchanged, corrected, quarantined } = this.counts
    await client.query(
      'UPDATE "ImportBatch" SET "rows" = $3, "loaded" = $4, "unchanged" = $5, "corrected" = $6, "quarantined" = $7, "committedAt" = $8 WHERE "centreId" = $1 AND "id" = $2',
      [this.request.centre.id, batchId, rows, loaded, unchanged, corrected, quarantined, this.request.now],
    )
    await client.query('UPDATE "Centre" SET "dataVersion" = "dataVersion" + 1 WHERE "id" = $1', [this.request.centre.id])
    return { batchId, ...this.counts, problems: this.examples, seconds: this.stopwatch.seconds }
  }
}

async function openBatch(client: pg.PoolClient, request: LoadRequest): Promise<Batch> {
  const { centre, mapping } = request
  // One batch at a time per centre: what a row is compared with must not change under it.
  await client.query('SELECT pg_advisory_xact_lock(4600, $1)', [centre.id])
  const made = await client.query<{ id: number }>(
    `INSERT INTO "ImportBatch" ("centreId", "target", "fileName", "fileHash", "mapping", "demo", "startedAt", "byUser", "cutAt") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING "id"`,
    [centre.id, mapping.target, request.fileName, request.fileHash, JSON.stringify(mapping), request.demo ?? false, request.now, request.byUser, request.cutAt ?? null],
  )
  const at = { centreId: centre.id, batchId: made.rows[0]?.id ?? 0 }
  const target = targets[mapping.target]
  const any = await client.query(`SELECT 1 FROM "${target.table}" WHERE "centreId" = $1 LIMIT 1`, [centre.id])
  return new Batch(request, { client, batchId: at.batchId, catalogue: await Catalogue.read(client, at), staging: new Staging(client, target, at), fresh: any.rowCount === 0 })
}

/** Tells the planner how large tables have become, where a batch has made them much larger; small changes are left to the server's own care. */
async function analyse(database: Database, target: Target, changed: number): Promise<void> {
  const known = await database.pool.query<{ rows: number }>('SELECT reltuples AS rows FROM pg_class WHERE oid = to_regclass($1)', [`"${target.table}"`])
  if (changed < muchLarger * (known.rows[0]?.rows ?? 0))
    return
  await database.pool.query(`ANALYZE "${target.table}"`)
  await analyseTiers(database, target.fact)
}

/**
 * Loads one file as one batch, all or nothing. Rows that cannot be loaded are kept in quarantine with the reason.
 * Errors: mapping-invalid, column-missing, file-unreadable, database-unreachable; after any of them nothing has changed.
 */
export async function loadBatch(database: Database, request: LoadRequest): Promise<LoadResult> {
  const client = await database.pool.connect().catch((cause: unknown) => {
    throw new NamedError('database-unreachable', { database: 'PostgreSQL' }, cause)
  })
  let failed = true
  try {
    await client.query('BEGIN')
    const batch = await openBatch(client, request)
    const result = await batch.run()
    await client.query(request.dryRun ? 'ROLLBACK' : 'COMMIT')
    failed = false
    batch.stopwatch.stop()
    if (!request.dryRun && result.loaded + result.corrected > chunkSize)
      await analyse(database, targets[request.mapping.target], result.loaded + result.corrected)
    return result
  }
  finally {
    // A connection that failed in mid-transaction is closed, which undoes the transaction.
    client.release(failed)
  }
}
