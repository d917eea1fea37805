import type { Point } from './points.ts'

/** Running totals: each point carries everything up to and including its bucket. */
export function cumulative(points: readonly Point[]): Point[] {
  let sum = 0
  return points.map((point) => {
    sum += point.figure.value ?? 0
    return { ...point, figure: { ...point.figure, value: sum } }
  })
}
