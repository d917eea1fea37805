/**
 * One bin: its number, the number of its values, and, for small histograms, the values themselves in order.
 */
type HistogramEntry = readonly [bin: number, count: number, ...values: number[]]

/** A histogram as sparse entries in order of bin. Sums and differences of histograms are exact. */
export type Histogram = readonly HistogramEntry[]

/** The ratio between the limits of neighbouring bins. */
const binGrowth = 1.04

/** The largest relative error of a quantile read from bins: half a bin, 2 %. */
export const binError = Math.sqrt(binGrowth) - 1

/** Histograms of at most this many values store the values, so that their quantiles are exact. */
export const mostExact = 30

const logGrowth = Math.log(binGrowth)

/** The fixed logarithmic bin of an integer: 0 for 0, positive for positive, mirrored for negative values. */
export function binOf(value: number): number {
  if (value === 0) return 0
  const bin = 1 + Math.floor(Math.log(Math.abs(value)) / logGrowth + 1e-9)
  return value < 0 ? -bin : bin
}

/** The geometric middle of a bin. */
export function valueOfBin(bin: number): number {
  if (bin === 0) return 0
  const middle = binGrowth ** (Math.abs(bin) - 0.5)
  return bin < 0 ? -middle : middle
}

/** The number of values in a histogram. */
export function sizeOf(histogram: Histogram): number {
  return histogram.reduce((sum, [, count]) => sum + count, 0)
}

/** The histogram of at most `mostExact` values, including the values. */
export function histogramOfFew(values: readonly number[]): Histogram {
  const bins = new Map<number, number[]>()
  for (const value of values.toSorted((a, b) => a - b))
    bins.set(binOf(value), [...(bins.get(binOf(value)) ?? []), value])
  return Array.from(bins, ([bin, own]): HistogramEntry => [bin, own.length, ...own]).sort(([a], [b]) => a - b)
}

const valuesOf = ([, , ...values]: HistogramEntry): number[] => values

/**
 * Adds values with known ranks within their bins to a large histogram, so that the quantiles formed from them
 * are exact. Bins must be in order.
 */
export function withRanked(
  bins: readonly (readonly [bin: number, count: number])[],
  known: readonly { bin: number; rank: number; value: number }[],
): Histogram {
  return bins.flatMap(([bin, count]) => {
    const own = new Map(known.filter(entry => entry.bin === bin).map(({ rank, value }) => [rank, value]))
    const pieces: HistogramEntry[] = []
    let passed = 0
    for (const [rank, value] of [...own].sort(([a], [b]) => a - b)) {
      if (rank - passed > 1) pieces.push([bin, rank - passed - 1])
      pieces.push([bin, 1, value])
      passed = rank
    }
    return passed < count ? [...pieces, [bin, count - passed] as HistogramEntry] : pieces
  })
}

/** The sum of histograms. It keeps the values where all are known and their number is at most `mostExact`. */
export function addHistograms(all: readonly Histogram[]): Histogram {
  const entries = all.flat()
  const values = entries.flatMap(valuesOf)
  if (values.length <= mostExact && values.length === sizeOf(entries)) return histogramOfFew(values)
  const sum = new Map<number, number>()
  for (const [bin, count] of entries) sum.set(bin, (sum.get(bin) ?? 0) + count)
  return [...sum].filter(([, count]) => count !== 0).sort(([a], [b]) => a - b)
}

/** A value and its largest possible error; 0 where it is exact. */
export interface Estimate {
  value: number
  error: number
}

/** The estimate of a value from its bin. A bin of whole numbers may contain a single one, which is exact. */
function estimateOfBin(bin: number, isWhole: boolean): Estimate {
  const middle = valueOfBin(bin)
  if (!isWhole || bin === 0) return { value: middle, error: Math.abs(middle) * binError }
  const [low, high] = [binGrowth ** (Math.abs(bin) - 1), binGrowth ** Math.abs(bin)]
  const [first, last] = [Math.ceil(low - 1e-6), Math.ceil(high - 1e-6) - 1]
  const value = Math.round(Math.abs(middle))
  return { value: bin < 0 ? -value : value, error: Math.max(value - first, last - value) }
}

function estimateAt(histogram: Histogram, rank: number, isWhole: boolean): Estimate | null {
  let passed = 0
  for (const entry of histogram) {
    const [bin, count] = entry
    if (passed + count >= rank) {
      const exact = valuesOf(entry)[rank - passed - 1]
      return exact === undefined ? estimateOfBin(bin, isWhole) : { value: exact, error: 0 }
    }
    passed += count
  }
  return null
}

/** The ranks (from 1) of the values whose mean is the quantile of `size` values. */
export function quantileRanks(q: number, size: number): number[] {
  if (size === 0) return []
  const place = q * size
  const rank = Math.max(1, Math.ceil(place - 1e-9))
  const isBetween = Math.abs(place - Math.round(place)) < 1e-9 && rank < size && place > 0.5
  return isBetween ? [rank, rank + 1] : [rank]
}

/**
 * The value below which the share `q` of the values lies; null for an empty histogram. Where `q`·n is a
 * whole number it is the middle of the values at that rank and the next, else the value at rank ⌈q·n⌉
 * (Hyndman and Fan, 1996, type 2).
 */
export function quantileOf(histogram: Histogram, q: number, isWhole = false): Estimate | null {
  const [rank = 1, next = rank] = quantileRanks(q, sizeOf(histogram))
  const lower = estimateAt(histogram, rank, isWhole)
  const upper = estimateAt(histogram, next, isWhole)
  if (!lower || !upper) return null
  return { value: (lower.value + upper.value) / 2, error: (lower.error + upper.error) / 2 }
}
