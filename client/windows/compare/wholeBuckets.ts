import type { Answer, Measure } from '#measures'
import type { Point } from '../../charts/points.ts'
import { dayFromText, isBucketKnown, monthStart } from '#measures'

const week = 7

/** True for a whole week or month that is over. */
function isWhole(point: Point, lastDay: number): boolean {
  const [from, to] = [dayFromText(point.from) ?? 0, dayFromText(point.to) ?? 0]
  const whole = to - from + 1 === week || (monthStart(from) === from && monthStart(to + 1) === to + 1)
  return whole && to <= lastDay
}

/** The complete points, and the points of whole buckets with missing days. */
interface WholeBuckets {
  points: Point[]
  leftOut: Point[]
}

/** Selects the points of whole buckets whose days are all known; half a month would look like a decrease. */
export function wholeBuckets(points: readonly Point[], answer: Answer, measure: Measure): WholeBuckets {
  const lastDay = dayFromText(answer.dataUntil ?? '') ?? -Infinity
  const whole = points.filter(point => point.figure.value !== null && isWhole(point, lastDay))
  const known = new Set(whole.filter(point => isBucketKnown(measure, answer.current, point)))
  return { points: [...known], leftOut: whole.filter(point => !known.has(point)) }
}
