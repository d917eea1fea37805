import type { Catalogue } from './catalogue.ts'
import type { Refused } from './quarantine.ts'
import type { SourceRecord } from './read/source.ts'
import type { Outcome, ReadRecord } from './rowReader.ts'
import type { Present, StagedRow } from './staging.ts'
import type { Warned } from './tally.ts'
import type { DeriveContext, Row, Target } from './target.ts'
import { setImmediate } from 'node:timers/promises'
import { Completion } from './completion.ts'
import { warningsOf } from './warningsOf.ts'

/** A chunk whose texts have been read. */
export interface ReadChunk { readable: [ReadRecord, SourceRecord][], refused: Refused[], leftOut: number }

/** What is to be done with the rows of a chunk. */
export interface WorkedChunk { fresh: StagedRow[], corrected: StagedRow[], refused: Refused[], unchanged: number, leftOut: number, warned: Warned[] }

/** How records are read; `create` where the file may bring members of the catalogue, for a record that names one that is not known. */
export interface Reading { read: (record: SourceRecord) => Outcome, create: ((record: SourceRecord) => Promise<Outcome>) | null }

const namesUnknown = (outcome: Outcome): boolean => typeof outcome === 'object' && 'reason' in outcome && outcome.reason === 'unknownReference'

/** After so many records the rows before them may go on to the database, which would otherwise wait. */
const breath = 50

/** Turns chunks of records into rows beside what the database knows of them already. Touches no database itself, except where reading creates members. */
export class ChunkWork {
  readonly completion: Completion
  private readonly target: Target
  private readonly context: DeriveContext

  constructor(target: Target, context: DeriveContext & { catalogue: Catalogue }, columns: readonly string[]) {
    this.target = target
    this.context = context
    this.completion = new Completion(target, context, columns)
  }

  async read(records: readonly SourceRecord[], reading: Reading): Promise<ReadChunk> {
    const chunk: ReadChunk = { readable: [], refused: [], leftOut: 0 }
    for (const [index, record] of records.entries()) {
      if (index % breath === 0)
        await setImmediate()
      let read = reading.read(record)
      if (reading.create && namesUnknown(read))
        read = await reading.create(record)
      if (read === 'leftOut')
        chunk.leftOut++
      else if ('reason' in read)
        chunk.refused.push({ problem: read, cells: record.cells })
      else
        chunk.readable.push([read, record])
    }
    return chunk
  }

  /** Completes a chunk beside what is in the table of its keys; `onNew` is told of every new row at once. */
  async complete({ readable, refused, leftOut }: ReadChunk, known: ReadonlyMap<string, Present>, onNew: (values: Row) => void): Promise<WorkedChunk> {
    const chunk: WorkedChunk = { fresh: [], corrected: [], refused: [...refused], unchanged: 0, leftOut, warned: [] }
    // Rows of this chunk are not in the database yet.
    const seen = new Map<string, Row>()
    for (const [index, [one, { cells }]] of readable.entries()) {
      if (index % breath === 0)
        await setImmediate()
      const existing = known.get(one.key)
      const before = seen.get(one.key) ?? (existing?.own ? existing.values : undefined)
      const outcome = this.completion.complete(one, before, existing?.values)
      if (outcome === 'unchanged') {
        chunk.unchanged++
      }
      else if ('problem' in outcome) {
        chunk.refused.push({ problem: outcome.problem, cells })
      }
      else {
        chunk.warned.push(...warningsOf(this.target, one, { values: outcome.values, context: this.context }))
        seen.set(one.key, outcome.values)
        chunk[existing ? 'corrected' : 'fresh'].push({ row: one.row, values: outcome.values, cells })
        if (!existing)
          onNew(outcome.values)
      }
    }
    return chunk
  }
}
