import type { PlainCells } from './cells.ts'
import { Cells } from './cells.ts'

// Bins lie between −4095 and 4095. A place times this span plus a bin is an integer that fits the keys of a
// map.
const span = 8192
const middle = span / 2

/** The number of rows in one bin of one histogram of one cell. */
interface Bin {
  place: number
  histogram: number
  bin: number
  rows: number
}

/** Bins in a form that can be posted to another thread. */
export interface PlainBins {
  cells: PlainCells
  counts: Map<number, number>[]
}

/** Counts of rows by members, day, histogram and bin. */
export class Bins {
  readonly cells: Cells
  private readonly counts: Map<number, number>[]

  /** Starts empty, or with the bins that another thread has counted; these are only read. */
  constructor(histograms: number, plain?: PlainBins) {
    this.cells = new Cells(0, plain?.cells)
    this.counts = plain?.counts ?? Array.from({ length: histograms }, () => new Map<number, number>())
  }

  get size(): number {
    return this.counts.reduce((sum, bins) => sum + bins.size, 0)
  }

  /** Counts some rows. Throws RangeError for a histogram or bin outside the range, which is a defect. */
  add({ place, histogram, bin, rows }: Bin): void {
    const counts = this.counts[histogram]
    if (!counts || !Number.isInteger(bin) || Math.abs(bin) >= middle)
      throw new RangeError(`no such bin: ${histogram} ${bin}`)
    const key = place * span + bin + middle
    counts.set(key, (counts.get(key) ?? 0) + rows)
  }

  /** The bins of one histogram with rows, ordered by place and bin. */
  *of(histogram: number): Generator<Bin> {
    const counts = this.counts[histogram] ?? new Map<number, number>()
    for (const key of Float64Array.from(counts.keys()).sort()) {
      const rows = counts.get(key) ?? 0
      if (rows !== 0) yield { place: Math.floor(key / span), histogram, bin: (key % span) - middle, rows }
    }
  }

  /** Calls `use` for every bin of every histogram, in no particular order. */
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
