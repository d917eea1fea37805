import type { Measure, Names, Unit } from './measure.ts'
import { dayFromText } from '../common/day.ts'

/**
 * The value that a measure is to reach between two local dates (both included), for the whole hall, a unit or
 * a window.
 */
export interface Goal {
  measure: string
  value: number
  unit: string | null
  window: string | null
  from: string
  to: string
  /** The centre above from which it is inherited; absent for the centre's own goals. */
  inheritedFrom?: Names & { code: string }
}

/**
 * Converts a number from a list of targets to the measure's unit: money is written in 元, shares in per cent,
 * all others as they are.
 */
export function valueAsWritten(unit: Unit, written: number): number {
  switch (unit) {
    case 'fen':
      return written * 100
    case 'percent':
      return written / 100
    default:
      return written
  }
}

/** The number of days from one local date to a later one. */
const daysBetween = (from: string, to: string): number => (dayFromText(to) ?? 0) - (dayFromText(from) ?? 0)
const length = (goal: Goal): number => daysBetween(goal.from, goal.to)

/**
 * The goal for a period and a place: the shortest one that covers the whole period; null where there is none.
 */
export function goalFor(
  goals: readonly Goal[],
  asked: { measure: string; from: string; to: string; unit?: string; window?: string },
): Goal | null {
  const covering = goals.filter(
    goal =>
      goal.measure === asked.measure &&
      goal.unit === (asked.unit ?? null) &&
      goal.window === (asked.window ?? null) &&
      goal.from <= asked.from &&
      asked.to <= goal.to,
  )
  return covering.toSorted((a, b) => length(a) - length(b))[0] ?? null
}

/** True where a goal is reached by adding up over its dates, so that a part of it is due earlier. */
export const addsUp = (measure: Measure): boolean => measure.kind === 'total'

/**
 * The share of a goal's dates that has passed at the end of a local date, from 0 to 1: the pace for sums
 * (时间进度).
 */
export function passedShare(goal: Goal, day: string): number {
  const all = length(goal) + 1
  return Math.min(all, Math.max(0, daysBetween(goal.from, day) + 1)) / all
}

/**
 * Compares a figure with its goal. `share` is its share of the goal; `pace` the share of time, only for sums;
 * `met` is decided by pace for sums and by value otherwise.
 */
export function standing(
  measure: Measure,
  goal: Goal,
  now: { value: number | null; day: string },
): { share: number | null; pace: number | null; met: boolean | null } {
  if (now.value === null) return { share: null, pace: null, met: null }
  const pace = addsUp(measure) ? passedShare(goal, now.day) : null
  const due = goal.value * (pace ?? 1)
  return {
    share: goal.value === 0 ? null : now.value / goal.value,
    pace,
    met: measure.better === 'lower' ? now.value <= due : now.value >= due,
  }
}
