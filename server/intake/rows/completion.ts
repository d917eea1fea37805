import type { DeriveContext, Row, Target } from '../targets/target.ts'
import type { Problem } from './problems.ts'
import type { ReadRecord } from './rowReader.ts'
import { columnTypes } from '../write/rowLines.ts'

/** The result of completing a record: values to store, a problem, or no change. */
type Completed = { values: Row } | { problem: Problem } | 'unchanged'

/** Completes records beside existing rows: the rules for corrections, repetitions and derived columns. */
export class Completion {
  private readonly nothing: Row
  private readonly columns: string[]
  private readonly defaults: [string, Row[string]][]
  private readonly target: Target
  private readonly context: DeriveContext
  /** The columns that the file maps. */
  private readonly mappedColumns: readonly string[]

  constructor(target: Target, context: DeriveContext, mappedColumns: readonly string[]) {
    this.target = target
    this.context = context
    this.mappedColumns = mappedColumns
    this.columns = Object.keys(columnTypes(target))
    this.nothing = { ...Object.fromEntries(this.columns.map(column => [column, null])), ...target.defaults }
    this.defaults = Object.entries(target.defaults)
  }

  /** Whether two rows are equal in every column. */
  isSame(values: Row, other: Row | undefined): boolean {
    return other !== undefined && this.columns.every(column => values[column] === other[column])
  }

  /**
   * The problem of a key that an earlier row of the same file has with other values: it is unknown which is
   * right.
   */
  repeated(row: number, key: string): Problem {
    return { row, field: this.target.key, value: key, reason: 'duplicateKey' }
  }

  /**
   * Mapped columns replace existing values, even by blanks; unmapped ones are kept. `before` is an earlier
   * row of the same file, `existing` one of an earlier batch.
   */
  complete({ row, key, mapped }: ReadRecord, before: Row | undefined, existing: Row | undefined): Completed {
    const present = before ?? existing
    const values = this.whole(mapped, present)
    if (present !== undefined && !this.renew(values, mapped, present)) return 'unchanged'
    const wrong = this.target.derive(values, this.context)
    if (wrong) return { problem: { row, field: wrong.field, value: wrong.value ?? '', reason: wrong.reason } }
    // A blank in the file may have been derived to the same value before.
    if (this.isSame(values, present)) return 'unchanged'
    return before === undefined ? { values } : { problem: this.repeated(row, key) }
  }

  /** Builds a whole row. Copying an empty row with all columns is much faster than merging objects. */
  private whole(mapped: Row, present: Row | undefined): Row {
    const values: Row = { ...this.nothing }
    if (present) Object.assign(values, present)
    for (const column of this.mappedColumns) values[column] = mapped[column] ?? null
    // A key that only differs in width or case means the existing record.
    values[this.target.key] = present?.[this.target.key] ?? mapped[this.target.key] ?? null
    for (const [column, value] of this.defaults) values[column] ??= value
    return values
  }

  /** Clears columns that a correction invalidates; false where nothing is corrected. */
  private renew(values: Row, mapped: Row, present: Row): boolean {
    const changed = this.mappedColumns.filter(column => values[column] !== present[column])
    const { renewed } = this.target
    if (renewed?.when.some(column => changed.includes(column))) {
      for (const column of renewed.columns.filter(column => mapped[column] === undefined))
        values[column] = null
    }
    return changed.length > 0
  }
}
