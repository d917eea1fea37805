import type { Known } from '../../../facts/expression.ts'
import type { Row } from '../../target.ts'

interface Branch { place: number, next: Map<Known, Branch> }

const branch = (): Branch => ({ place: -1, next: new Map() })

/** Numbers the combinations of members that rows have, in the order in which they come. */
export class Members {
  /** The members of each number, by column. */
  readonly rows: Row[] = []
  private readonly root = branch()
  readonly columns: readonly string[]

  constructor(columns: readonly string[]) {
    this.columns = columns
  }

  /** The number of a row's members. */
  of(row: Row): number {
    let at = this.root
    for (const column of this.columns) {
      const value = row[column] ?? null
      let next = at.next.get(value)
      if (!next) {
        next = branch()
        at.next.set(value, next)
      }
      at = next
    }
    if (at.place < 0)
      at.place = this.rows.push(Object.fromEntries(this.columns.map(column => [column, row[column] ?? null]))) - 1
    return at.place
  }

  /** For each number here, the number of the same members among fewer columns. */
  among(fewer: Members): number[] {
    return this.rows.map(row => fewer.of(row))
  }
}
