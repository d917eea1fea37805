/** A histogram as sparse pairs of bin and count, in order of bin. Adding and subtracting histograms is exact. */
export type Histogram = readonly (readonly [bin: number, count: number])[]

/** Each bin is this much wider than the one before it. */
export const binGrowth = 1.04

/** The largest relative error of a quantile read from the bins: half a bin, 2 %. */
export const binError = Math.sqrt(binGrowth) - 1

const logGrowth = Math.log(binGrowth)

/** The fixed logarithmic bin of an integer: 0 for 0, positive for positive, mirrored for negative values. */
export function binOf(value: number): number {
  if (value === 0)
    return 0
  const bin = 1 + Math.floor(Math.log(Math.abs(value)) / logGrowth + 1e-9)
  return value < 0 ? -bin : bin
}

/** The geometric middle of a bin. */
export function valueOfBin(bin: number): number {
  if (bin === 0)
    return 0
  const middle = binGrowth ** (Math.abs(bin) - 0.5)
  return bin < 0 ? -middle : middle
}

/** How many values a histogram holds. */
export function sizeOf(histogram: Histogram): number {
  return histogram.reduce((sum, [, count]) => sum + count, 0)
}

/** The sum of histograms. */
export function addHistograms(all: readonly Histogram[]): Histogram {
  const sum = new Map<number, number>()
  for (const histogram of all) {
    for (const [bin, count] of histogram)
      sum.set(bin, (sum.get(bin) ?? 0) + count)
  }
  return [...sum].filter(([, count]) => count !== 0).sort(([a], [b]) => a - b)
}

/** The value at rank ⌈q·n⌉, to within `binError`; null for an empty histogram. */
export function quantileOf(histogram: Histogram, q: number): number | null {
  const rank = Math.max(1, Math.ceil(q * sizeOf(histogram) - 1e-9))
  let passed = 0
  for (const [bin, count] of histogram) {
    passed += count
    if (passed >= rank)
      return valueOfBin(bin)
  }
  return null
}
