import type { Answer, Goal } from '#measures'
import { addsUp, figureOf, goalFor, measureNamed, standing } from '#measures'

/** A goal, and how far a figure has reached it. */
interface AgainstGoal {
  goal: Goal
  met: boolean
  /** The share of the goal that is reached; for sums, compared with the share of its time that has passed. */
  share: number | null
  pace: number | null
}

/**
 * Compares the hall's figure in an answer with its goal for the whole period. Null where no goal is set,
 * where the answer covers part of the hall only, and for a sum whose period does not begin on the goal's
 * first day, because sums are compared by pace.
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
