import type { ReadRecord } from '../rows/rowReader.ts'
import type { DeriveContext, Row, Target, Warning } from '../targets/target.ts'
import { looksRounded } from '../rows/keyText.ts'

/** Loaded rows with the same warning. */
export interface WarningGroup {
  warning: Warning
  count: number
  /** The row numbers of the first ones. */
  rows: number[]
  example: string
}

/** A loaded row with its warnings from parsing and comparing. */
type Remarked = Pick<ReadRecord, 'row' | 'rounded' | 'refusedName'> & { changes?: readonly Warning[] }

const rowsPerGroup = 5

/** Collects warnings about loaded rows. */
export class Warnings {
  private readonly byKind = new Map<Warning, WarningGroup>()

  /** Adds the warnings of one row. */
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

  /** Adds the groups of a later part of the file. */
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
