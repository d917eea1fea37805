/** A range of values for a true share. */
export interface Interval {
  low: number
  high: number
}

const z95 = 1.959963984540054

/**
 * Wilson's 95 % interval for k of n (Wilson 1927); null for n = 0. For 0 of n it begins at exactly 0 and for
 * n of n it ends at exactly 1, because rounding errors would exclude the share itself.
 */
export function wilson(k: number, n: number): Interval | null {
  if (n <= 0) return null
  const p = k / n
  const z2n = (z95 * z95) / n
  const centre = (p + z2n / 2) / (1 + z2n)
  const half = (z95 * Math.sqrt((p * (1 - p)) / n + z2n / (4 * n))) / (1 + z2n)
  return {
    low: k === 0 ? 0 : Math.max(0, centre - half),
    high: k === n ? 1 : Math.min(1, centre + half),
  }
}

/**
 * The exact one-sided 95 % upper bound for 0 of n: the share with which 0 of n still occurs once in twenty
 * times.
 */
export function upperBoundOfNone(n: number): number | null {
  return n > 0 ? 1 - 0.05 ** (1 / n) : null
}

/** Members with fewer cases are never ranked as best or worst (docs/domain.md section 8). */
export const smallSample = 30
