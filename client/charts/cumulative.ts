import type { Point } from './points.ts'

/**
 * Running totals: each point carries everything up to and including its bucket. `wholeOnly` leaves out
 * the totals from the first bucket on that has no value, because they would not be of all days.
 */
export function cumulative(points: readonly Point[], { wholeOnly = false } = {}): Point[] {
  let sum: number | null = 0
  return points.map(point => {
    const { value } = point.figure
    sum = sum === null || (wholeOnly && value === null) ? null : sum + (value ?? 0)
    return { ...point, figure: { ...point.figure, value: sum } }
  })
}
