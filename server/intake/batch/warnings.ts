import type { ReadRecord } from '../rows/rowReader.ts'
import type { DeriveContext, Row, Target, Warning } from '../targets/target.ts'
import { looksRounded } from '../rows/keyText.ts'

/** Rows that were loaded but ought to be looked at. */
export interface WarningGroup {
  warning: Warning
  count: number
  /** The first of them, by their number in the file. */
  rows: number[]
  example: string
}

/** A row that is loaded, and what was odd while it was read or put in another's place. */
type Remarked = Pick<ReadRecord, 'row' | 'rounded' | 'refusedName'> & { changes?: readonly Warning[] }

const rowsPerGroup = 5

/** Counts what is odd about rows that are loaded all the same. */
export class Warnings {
  private readonly byKind = new Map<Warning, WarningGroup>()

  /** Notes what is odd about one row. */
  ofRow(
    target: Target,
    { row, rounded, refusedName, changes = [] }: Remarked,
    { values, context }: { values: Row; context: DeriveContext },
  ): void {
    target.warn?.(values, context, (warning, example) => this.add(warning, row, example))
    if (rounded) this.add('roundedMoney', row, '')
    if (refusedName !== undefined) this.add('refusedName', row, refusedName)
    const key = String(values[target.key] ?? '')
    if (looksRounded(key)) this.add('roundedKey', row, key)
    for (const change of changes) this.add(change, row, key)
  }

  private add(warning: Warning, row: number, example: string): void {
    const group = this.byKind.get(warning)
    if (!group) {
      this.byKind.set(warning, { warning, count: 1, rows: [row], example })
      return
    }
    group.count++
    if (group.rows.length < rowsPerGroup) group.rows.push(row)
  }

  /** Takes in the groups of a later part of the file. */
  take(groups: readonly WarningGroup[]): void {
    for (const { warning, count, rows, example } of groups) {
      const group = this.byKind.get(warning)
      if (!group) {
        this.byKind.set(warning, { warning, count, rows: [...rows], example })
        continue
      }
      group.count += count
      group.rows.push(...rows.slice(0, rowsPerGroup - group.rows.length))
    }
  }

  get groups(): WarningGroup[] {
    return [...this.byKind.values()]
  }
}
