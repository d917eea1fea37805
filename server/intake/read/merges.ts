import type { SourceRecord } from './source.ts'

/** A merged range: rows as in a spreadsheet, columns from 0; all four ends included. */
export interface Merge {
  top: number
  bottom: number
  left: number
  right: number
}

/** Fills the blank cells of merged ranges with the text of their first cell. Rows must come in order. */
export class MergeFiller {
  private readonly merges: Merge[]
  private next = 0
  private active: { merge: Merge; text: string }[] = []
  private readonly width: number

  /** `width` is the number of columns that are filled. */
  constructor(merges: readonly Merge[], width: number) {
    this.merges = merges.filter(merge => merge.left < width).sort((a, b) => a.top - b.top || a.left - b.left)
    this.width = width
  }

  private enter({ row, cells }: SourceRecord): void {
    this.active = this.active.filter(({ merge }) => merge.bottom >= row)
    for (let merge = this.merges[this.next]; merge && merge.top <= row; merge = this.merges[++this.next]) {
      const text = merge.top === row ? (cells[merge.left] ?? '') : ''
      // Ranges do not overlap, so at most one per column is active; more are malicious.
      if (merge.bottom >= row && this.active.length < this.width) this.active.push({ merge, text })
    }
  }

  /**
   * Fills one row: downwards in the first column of each range, and with `across` also to the right, as for
   * headings.
   */
  fill(record: SourceRecord, across: boolean): SourceRecord {
    this.enter(record)
    if (this.active.length === 0) return record
    const cells = [...record.cells]
    for (const { merge, text } of this.active) {
      const last = across ? Math.min(merge.right, this.width - 1) : merge.left
      for (let place = merge.left; place <= last; place++) {
        while (cells.length <= place) cells.push('')
        if (cells[place]?.trim() === '') cells[place] = text
      }
    }
    return { ...record, cells }
  }
}

/** By column: the number of cells filled from merged ranges that begin below the headings. */
export function filledCells(merges: readonly Merge[], lastHeading: number): Map<number, number> {
  const counts = new Map<number, number>()
  for (const { top, bottom, left } of merges)
    if (top > lastHeading && bottom > top) counts.set(left, (counts.get(left) ?? 0) + bottom - top)
  return counts
}
