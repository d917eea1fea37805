import type { PlainGrainCount } from '../../rollups/count/grainCount.ts'
import type { WrittenOut } from '../../rollups/count/write.ts'
import type { SourceRecord } from '../read/source.ts'
import type { ReadRecord } from '../rows/rowReader.ts'
import type { DeriveContext, Row, Target } from '../targets/target.ts'
import type { NewChunk, WorkerInput } from './messages.ts'
import { HallTime } from '#measures'
import { countedFact } from '../../rollups/count/counter.ts'
import { RowCounts } from '../../rollups/count/rowCounts.ts'
import { writtenOut } from '../../rollups/count/write.ts'
import { Warnings } from '../batch/warnings.ts'
import { Completion } from '../rows/completion.ts'
import { foldedKey } from '../rows/keyText.ts'
import { RowReader } from '../rows/rowReader.ts'
import { targets } from '../targets/index.ts'
import { KnownCatalogue } from '../targets/knownCatalogue.ts'
import { RowBytes } from '../write/rowBytes.ts'

const utf8 = new TextEncoder()
const bytesOf = (lines: Iterable<string | Uint8Array>): Uint8Array[] =>
  Array.from(lines, line => (typeof line === 'string' ? utf8.encode(line) : line))

/** A parsed row, or another outcome. */
type Worked = { record: ReadRecord; values: Row } | Pick<NewChunk['refused'][number], 'problem'> | 'leftOut'

/**
 * Computes chunks of records as if every row were new, without a database, so that it can run in parallel
 * with the batch. Rows are released as soon as they are written, to keep garbage collection cheap.
 */
export class NewRows {
  private readonly target: Target
  private readonly context: DeriveContext
  private readonly reader: RowReader
  private readonly completion: Completion
  private readonly bytes: RowBytes
  private readonly counts: RowCounts | null

  constructor({ mapping, headers, centre, hall, ...work }: WorkerInput) {
    this.target = targets[mapping.target]
    this.context = {
      centre: { ...centre, hall: HallTime.of(hall) },
      catalogue: new KnownCatalogue(work.catalogue),
      prices: mapping,
    }
    this.reader = new RowReader(this.target, mapping, {
      headers,
      centre: this.context.centre,
      now: work.now,
    })
    this.completion = new Completion(this.target, this.context, this.reader.columns)
    this.bytes = new RowBytes(this.target, { centreId: centre.id, batchId: work.batchId }, work.stored)
    const fact = work.counts ? countedFact(this.target.fact) : null
    this.counts = fact && new RowCounts(fact)
  }

  private work(record: SourceRecord): Worked {
    const read = this.reader.read(record, this.context.catalogue)
    if (read === 'leftOut') return read
    if ('reason' in read) return { problem: read }
    const completed = this.completion.complete(read, undefined, undefined)
    if (completed === 'unchanged') throw new RangeError('a row without one before it cannot be unchanged')
    return 'problem' in completed ? completed : { record: read, values: completed.values }
  }

  /** Counts a chunk and encodes its rows. Null, without counting, where a key occurs twice in it. */
  workOut(records: readonly SourceRecord[]): NewChunk | null {
    const started = performance.now()
    const chunk: Omit<NewChunk, 'bytes' | 'spilled' | 'seconds' | 'warned'> = {
      rows: 0,
      refused: [],
      leftOut: 0,
    }
    const warnings = new Warnings()
    const keys = new Set<string>()
    for (const [place, record] of records.entries()) {
      const worked = this.work(record)
      if (worked === 'leftOut') {
        chunk.leftOut++
      } else if ('problem' in worked) {
        chunk.refused.push({ place, problem: worked.problem })
      } else if (keys.has(foldedKey(worked.record.key))) {
        this.takeBack(records.slice(0, place))
        this.bytes.take()
        return null
      } else {
        const { record, values } = worked
        keys.add(foldedKey(record.key))
        this.bytes.add(values)
        chunk.rows++
        this.counts?.count(values, 1)
        warnings.ofRow(this.target, record, { values, context: this.context })
      }
    }
    return {
      ...chunk,
      warned: warnings.groups,
      bytes: this.bytes.take(),
      spilled: this.spilled(),
      seconds: (performance.now() - started) / 1000,
    }
  }

  private spilled(): WrittenOut[] {
    return Array.from(this.counts?.tooMuch() ?? [], taken => {
      const { cells, bins, ...at } = writtenOut(taken)
      return { ...at, cells: bytesOf(cells), bins: bins && bytesOf(bins) }
    })
  }

  /** Removes the rows of a chunk from the counts. */
  takeBack(records: readonly SourceRecord[]): void {
    for (const record of records) {
      const worked = this.work(record)
      if (typeof worked === 'object' && 'values' in worked) this.counts?.count(worked.values, -1)
    }
  }

  /** The counts that were not spilled. */
  get counted(): PlainGrainCount[] {
    return this.counts?.plain ?? []
  }
}
