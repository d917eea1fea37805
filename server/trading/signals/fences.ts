/**
 * A quantile by the median-unbiased definition (Hyndman and Fan, 1996, type 8), as in the published
 * indicators. `share` is between 0 and 1. Null for an empty list.
 */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const place = (sorted.length + 1 / 3) * share + 1 / 3
  const below = Math.floor(place)
  const lower = sorted[Math.max(0, below - 1)]
  const upper = sorted[Math.min(sorted.length - 1, Math.max(0, below))]
  if (lower === undefined || upper === undefined) return null
  return below < 1 ? lower : lower + (place - below) * (upper - lower)
}

/**
 * Tukey's fences (1.5 interquartile ranges beyond the quartiles), and the first quartile. Null for fewer than
 * `least` values.
 */
export function fences(
  values: readonly number[],
  least: number,
): { lower: number; upper: number; first: number } | null {
  const [first, third] = [quantile(values, 0.25), quantile(values, 0.75)]
  if (first === null || third === null || values.length < least) return null
  const reach = (third - first) * 1.5
  return { lower: first - reach, upper: third + reach, first }
}

/**
 * The limit at or below which a non-negative share is a low outlier: the fixed limit, or the lower fence.
 * Null where there is none, for example where a quarter of all shares are zero.
 */
export function lowLimit(shares: readonly number[], fixed: number | null, least: number): number | null {
  const fence = fixed === null ? fences(shares, least) : { lower: fixed, first: 1 }
  return fence !== null && fence.first > 0 && fence.lower > 0 ? fence.lower : null
}

/**
 * The limit at or above which a share is a high outlier; null where there is none, for example where nearly
 * all shares are zero.
 */
export function highLimit(shares: readonly number[], fixed: number | null, least: number): number | null {
  const upper = fixed ?? fences(shares, least)?.upper ?? null
  return upper !== null && upper > 0 ? upper : null
}
