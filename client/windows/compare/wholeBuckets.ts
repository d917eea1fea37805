import type { Answer } from '#measures'
import type { Point } from '../../charts/points.ts'
import { dayFromText, monthStart } from '#measures'

const week = 7

/** True for a bucket that is a whole week or a whole month, and over. */
function isWhole(point: Point, lastDay: number): boolean {
  const [from, to] = [dayFromText(point.from) ?? 0, dayFromText(point.to) ?? 0]
  const whole = to - from + 1 === week || (monthStart(from) === from && monthStart(to + 1) === to + 1)
  return whole && to <= lastDay
}

/** Known points of whole buckets that lie within the data: half a month would look like a fall. */
export function wholeBuckets(points: readonly Point[], answer: Pick<Answer, 'dataUntil'>): Point[] {
  const lastDay = dayFromText(answer.dataUntil ?? '') ?? -Infinity
  return points.filter(point => point.figure.value !== null && isWhole(point, lastDay))
}
