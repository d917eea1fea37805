import type { Row } from '../../intake/targets/target.ts'
import type { Value } from '../../model/expression.ts'

/**
 * A node of a prefix tree of members. Numeric ids index an array, which is faster than a map; other values
 * use the map.
 */
interface Branch {
  place: number
  byId: (Branch | undefined)[]
  byValue: Map<Value, Branch>
}

const branch = (): Branch => ({ place: -1, byId: [], byValue: new Map() })
const mostIds = 1 << 16

function branchOf(at: Branch, value: Value): Branch {
  if (typeof value === 'number' && value >= 0 && value < mostIds) return (at.byId[value] ??= branch())
  const existing = at.byValue.get(value)
  if (existing) return existing
  const made = branch()
  at.byValue.set(value, made)
  return made
}

/** Numbers the distinct combinations of members, in the order in which they are seen. */
export class Members {
  /** The members of each number, by column name. */
  readonly rows: Row[] = []
  private readonly root = branch()
  readonly columns: readonly string[]

  constructor(columns: readonly string[]) {
    this.columns = columns
  }

  /** Returns the number of a row's members. */
  of(row: Row): number {
    let at = this.root
    for (const column of this.columns) at = branchOf(at, row[column] ?? null)
    if (at.place < 0)
      at.place =
        this.rows.push(Object.fromEntries(this.columns.map(column => [column, row[column] ?? null]))) - 1
    return at.place
  }

  /** Maps each number here to the number of the same members in `fewer`, which has fewer columns. */
  among(fewer: Members): number[] {
    return this.rows.map(row => fewer.of(row))
  }
}
