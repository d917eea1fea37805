import type { DeriveContext, Row, Target } from '../targets/target.ts'
import type { Problem } from './problems.ts'
import type { ReadRecord } from './rowReader.ts'
import { columnTypes } from '../write/rowLines.ts'

/** A record made a whole row: to be stored, refused, or saying nothing new. */
type Completed = { values: Row } | { problem: Problem } | 'unchanged'

/**
 * What a record becomes beside what is there already: the rules of corrections, of repeats, and of what
 * is computed.
 */
export class Completion {
  private readonly nothing: Row
  private readonly columns: string[]
  private readonly defaults: [string, Row[string]][]
  private readonly target: Target
  private readonly context: DeriveContext
  /** The columns that the file fills. */
  private readonly mappedColumns: readonly string[]

  constructor(target: Target, context: DeriveContext, mappedColumns: readonly string[]) {
    this.target = target
    this.context = context
    this.mappedColumns = mappedColumns
    this.columns = Object.keys(columnTypes(target))
    this.nothing = { ...Object.fromEntries(this.columns.map(column => [column, null])), ...target.defaults }
    this.defaults = Object.entries(target.defaults)
  }

  /** True where two rows say the same in every column. */
  isSame(values: Row, other: Row | undefined): boolean {
    return other !== undefined && this.columns.every(column => values[column] === other[column])
  }

  /**
   * An earlier row of the same file has this key and says something else; which of the two is right,
   * nobody can know.
   */
  repeated(row: number, key: string): Problem {
    return { row, field: this.target.key, value: key, reason: 'duplicateKey' }
  }

  /**
   * Mapped columns replace, blanks included; unmapped ones stay as they are. `before` is an earlier row
   * of the same file, `existing` one of an earlier batch.
   */
  complete({ row, key, mapped }: ReadRecord, before: Row | undefined, existing: Row | undefined): Completed {
    const present = before ?? existing
    const values = this.whole(mapped, present)
    if (present !== undefined && !this.renew(values, mapped, present)) return 'unchanged'
    const wrong = this.target.derive(values, this.context)
    if (wrong) return { problem: { row, field: wrong.field, value: wrong.value ?? '', reason: wrong.reason } }
    // What the file leaves blank may have been worked out before to the same end.
    if (this.isSame(values, present)) return 'unchanged'
    return before === undefined ? { values } : { problem: this.repeated(row, key) }
  }

  /**
   * A whole row: a copy of an empty one with its columns in place, filled, costs a fraction of one put
   * together from several.
   */
  private whole(mapped: Row, present: Row | undefined): Row {
    const values: Row = { ...this.nothing }
    if (present) Object.assign(values, present)
    for (const column of this.mappedColumns) values[column] = mapped[column] ?? null
    // A key that differs in width or case alone names the record that is there.
    values[this.target.key] = present?.[this.target.key] ?? mapped[this.target.key] ?? null
    for (const [column, value] of this.defaults) values[column] ??= value
    return values
  }

  /** Empties what a correction makes untrue; false where it corrects nothing. */
  private renew(values: Row, mapped: Row, present: Row): boolean {
    const changed = this.mappedColumns.filter(column => values[column] !== present[column])
    const { renewed } = this.target
    if (renewed?.when.some(column => changed.includes(column))) {
      for (const column of renewed.columns.filter(one => mapped[one] === undefined)) values[column] = null
    }
    return changed.length > 0
  }
}
