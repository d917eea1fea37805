import type { PlainCells } from './cells.ts'
import { Cells } from './cells.ts'

// Bins are small integers, a few hundred either side of nothing; places times the span stay within what
// engines count fastest with.
const span = 8192
const middle = span / 2

/** One bin of one histogram of one cell, and how many rows are in it. */
interface Bin {
  place: number
  histogram: number
  bin: number
  rows: number
}

/** Bins in a form that can be handed to another thread. */
export interface PlainBins {
  cells: PlainCells
  counts: Map<number, number>[]
}

/** Rows by members, day, histogram and bin. */
export class Bins {
  readonly cells: Cells
  private readonly counts: Map<number, number>[]

  /** Empty, or what another thread has counted, to be read from alone. */
  constructor(histograms: number, plain?: PlainBins) {
    this.cells = new Cells(0, plain?.cells)
    this.counts = plain?.counts ?? Array.from({ length: histograms }, () => new Map<number, number>())
  }

  get size(): number {
    return this.counts.reduce((sum, one) => sum + one.size, 0)
  }

  /** Counts some rows. A bin that no histogram can have is a defect, and is said so. */
  add({ place, histogram, bin, rows }: Bin): void {
    const counts = this.counts[histogram]
    if (!counts || !Number.isInteger(bin) || Math.abs(bin) >= middle)
      throw new RangeError(`no such bin: ${histogram} ${bin}`)
    const key = place * span + bin + middle
    counts.set(key, (counts.get(key) ?? 0) + rows)
  }

  /** The bins of one histogram, in the order of places and bins. */
  *of(histogram: number): Generator<Bin> {
    const counts = this.counts[histogram] ?? new Map<number, number>()
    for (const key of Float64Array.from(counts.keys()).sort()) {
      const rows = counts.get(key) ?? 0
      if (rows !== 0) yield { place: Math.floor(key / span), histogram, bin: (key % span) - middle, rows }
    }
  }

  /** Every bin of every histogram, in no order. */
  forEach(use: (bin: Bin) => void): void {
    this.counts.forEach((counts, histogram) =>
      counts.forEach((rows, key) =>
        use({ place: Math.floor(key / span), histogram, bin: (key % span) - middle, rows }),
      ),
    )
  }

  get plain(): PlainBins {
    return { cells: this.cells.plain, counts: this.counts }
  }
}
