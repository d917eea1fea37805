import type { Answer, Goal, MeasureId, Printing } from '#measures'
import { addsUp, goalFor, measureNamed, passedShare, printLine } from '#measures'

/** The goal of a figure as a line in a chart. */
interface GoalLine {
  points: number[]
  /** True for a sum, which is compared with the share of the goal that is due by now. */
  isPace: boolean
  /** The value at the last point as text. */
  text: (printing: Printing) => string
}

/**
 * The goal of the whole hall for an answer, as a line. Null where no goal is set, where the answer covers
 * part of the hall only, for a sum that is not shown as a running total (`running` is false), and for a sum
 * whose period does not begin on the goal's first day.
 */
export function goalLine(
  id: MeasureId,
  answer: Answer,
  { goals, running }: { goals: readonly Goal[]; running: boolean },
): GoalLine | null {
  const { from, to, buckets } = answer.current
  const measure = measureNamed(id)
  const goal = answer.question.filters.length > 0 ? null : goalFor(goals, { measure: id, from, to })
  const isPace = addsUp(measure)
  if (!goal || (isPace && !(running && goal.from === from))) return null
  const points = buckets.map(bucket => goal.value * (isPace ? passedShare(goal, bucket.to) : 1))
  return { points, isPace, text: printing => printLine(points.at(-1) ?? goal.value, measure, printing) }
}
