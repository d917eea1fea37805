import type { Answer, Goal, MeasureId, Printing } from '#measures'
import { addsUp, goalFor, measureNamed, passedShare, printLine } from '#measures'

/** Where a figure should stand at each point of a chart. */
interface GoalLine {
  points: number[]
  /** True for a sum, which is judged by the share of the goal's time that has passed. */
  isPace: boolean
  /** The value at the last point, in words. */
  text: (printing: Printing) => string
}

/**
 * The goal of the whole hall behind an answer, as a line. Null where none was set, where the answer is
 * limited to part of the hall, for a sum that is shown bucket by bucket (`running` is false), and for one
 * that was not counted from the goal's first day on.
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
