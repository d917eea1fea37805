import type { Point } from './points.ts'

/**
 * Running totals: each point is the sum up to and including its bucket. With `wholeOnly`, totals end before
 * the first bucket without a value, because later ones would lack its days.
 */
export function cumulative(points: readonly Point[], { wholeOnly = false } = {}): Point[] {
  let sum: number | null = 0
  return points.map(point => {
    const { value } = point.figure
    sum = sum === null || (wholeOnly && value === null) ? null : sum + (value ?? 0)
    return { ...point, figure: { ...point.figure, value: sum } }
  })
}
