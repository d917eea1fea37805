import type { Answer, Goal } from '#measures'
import { addsUp, figureOf, goalFor, measureNamed, standing } from '#measures'

/** A goal, and how a figure stands against it. */
interface AgainstGoal {
  goal: Goal
  met: boolean
  /** The share of the goal that is reached; for sums, the share of its time that has passed. */
  share: number | null
  pace: number | null
}

/**
 * How the hall's figure of an answer stands against its goal for the whole period. Null where none was
 * set, where the answer is limited to part of the hall, and for a sum that was not counted from the goal's
 * first day on: sums are judged by pace.
 */
export function againstGoal(id: string, answer: Answer, goals: readonly Goal[]): AgainstGoal | null {
  if (answer.question.filters.length > 0) return null
  const measure = measureNamed(id)
  const { from, to } = answer.current
  const goal = goalFor(goals, { measure: id, from, to })
  if (!goal || (addsUp(measure) && goal.from !== from)) return null
  const { value } = figureOf(measure, answer.current.overall)
  const { met, share, pace } = standing(measure, goal, { value, day: to })
  return met === null ? null : { goal, met, share, pace }
}
