import type { SourceRecord } from '../read/source.ts'
import type { Outcome, ReadRecord } from '../rows/rowReader.ts'
import type { DeriveContext, Row, Target } from '../targets/target.ts'
import type { Refused } from '../write/quarantine.ts'
import type { Present, StagedRow } from '../write/staging.ts'
import type { WarningGroup } from './warnings.ts'
import { setImmediate } from 'node:timers/promises'
import { Completion } from '../rows/completion.ts'
import { foldedKey } from '../rows/keyText.ts'
import { Warnings } from './warnings.ts'

/** A chunk whose texts have been parsed. */
export interface ReadChunk {
  readable: [ReadRecord, SourceRecord][]
  refused: Refused[]
  leftOut: number
}

/** How the rows of a chunk are processed. */
export interface WorkedChunk {
  fresh: StagedRow[]
  corrected: StagedRow[]
  refused: Refused[]
  unchanged: number
  leftOut: number
}

/**
 * How records are parsed; `create` is set where the file may add members to the catalogue, for records with
 * an unknown member.
 */
export interface ChunkReader {
  read: (record: SourceRecord) => Outcome
  create: ((record: SourceRecord) => Promise<Outcome>) | null
}

const namesUnknown = (outcome: Outcome): boolean =>
  typeof outcome === 'object' && 'reason' in outcome && outcome.reason === 'unknownReference'

/** After this many records, the rows so far are passed to the database, which would otherwise wait. */
const breath = 50

/**
 * Converts chunks of records to rows, compared with those in the database. Does not access the database,
 * except where parsing creates members.
 */
export class ChunkWork {
  readonly completion: Completion
  private readonly target: Target
  private readonly context: DeriveContext

  constructor(target: Target, context: DeriveContext, columns: readonly string[]) {
    this.target = target
    this.context = context
    this.completion = new Completion(target, context, columns)
  }

  async read(records: readonly SourceRecord[], reading: ChunkReader): Promise<ReadChunk> {
    const chunk: ReadChunk = { readable: [], refused: [], leftOut: 0 }
    for (const [index, record] of records.entries()) {
      if (index % breath === 0) await setImmediate()
      let read = reading.read(record)
      if (reading.create && namesUnknown(read)) read = await reading.create(record)
      if (read === 'leftOut') chunk.leftOut++
      else if ('reason' in read) chunk.refused.push({ problem: read, cells: record.cells })
      else chunk.readable.push([read, record])
    }
    return chunk
  }

  /** Compares a chunk with the existing rows of its keys; `onNew` is called for every new row. */
  async complete(
    { readable, refused, leftOut }: ReadChunk,
    known: ReadonlyMap<string, Present>,
    onNew: (values: Row) => void,
  ): Promise<WorkedChunk> {
    const chunk: WorkedChunk = {
      fresh: [],
      corrected: [],
      refused: [...refused],
      unchanged: 0,
      leftOut,
    }
    // Rows of this chunk are not in the database yet.
    const seen = new Map<string, Row>()
    for (const [index, [record, { cells }]] of readable.entries()) {
      if (index % breath === 0) await setImmediate()
      const folded = foldedKey(record.key)
      const existing = known.get(folded)
      const before = seen.get(folded) ?? (existing?.own ? existing.values : undefined)
      const outcome = this.completion.complete(record, before, existing?.values)
      if (outcome === 'unchanged') {
        chunk.unchanged++
      } else if ('problem' in outcome) {
        chunk.refused.push({ problem: outcome.problem, cells })
      } else {
        seen.set(folded, outcome.values)
        chunk[existing ? 'corrected' : 'fresh'].push({
          row: record.row,
          values: outcome.values,
          cells,
          rounded: record.rounded,
          ...(existing &&
            this.target.warnChange && { changes: this.target.warnChange(outcome.values, existing.values) }),
          ...(record.refusedName !== undefined && { refusedName: record.refusedName }),
        })
        if (!existing) onNew(outcome.values)
      }
    }
    return chunk
  }
  /** Warnings about rows that were loaded. */
  warningsOf(rows: readonly StagedRow[]): WarningGroup[] {
    const warnings = new Warnings()
    for (const { values, rounded = false, ...record } of rows)
      warnings.ofRow(this.target, { ...record, rounded }, { values, context: this.context })
    return warnings.groups
  }
}
