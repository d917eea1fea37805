import type { Measure, Names, Unit } from './measure.ts'
import { dayFromText } from '../common/day.ts'

/**
 * What a measure is to reach between two local dates (both included), for the whole hall, a unit or a
 * window.
 */
export interface Goal {
  measure: string
  value: number
  unit: string | null
  window: string | null
  from: string
  to: string
  /** The centre above that set it, where the centre itself set none; absent for its own. */
  inheritedFrom?: Names & { code: string }
}

/**
 * The value of a number as people write it into a list of targets: money in 元, shares in per cent,
 * everything else as it is.
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

/** Days from one local date to a later one, the first not counted. */
const daysBetween = (from: string, to: string): number => (dayFromText(to) ?? 0) - (dayFromText(from) ?? 0)
const length = (goal: Goal): number => daysBetween(goal.from, goal.to)

/**
 * The goal that holds for a period and a place: one that covers the whole period, the shortest of them.
 * Null where none was set.
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

/** True where a goal is reached by adding up over its dates, so that part of it is due part of the way. */
export const addsUp = (measure: Measure): boolean => measure.kind === 'total'

/**
 * The share of a goal's dates that has passed at the end of a local date, 0 to 1: the pace by which
 * sums are judged (时间进度).
 */
export function passedShare(goal: Goal, day: string): number {
  const all = length(goal) + 1
  return Math.min(all, Math.max(0, daysBetween(goal.from, day) + 1)) / all
}

/**
 * Where a figure stands against its goal. `share` of the goal; `pace` the share of time, for sums only;
 * `met` by pace for sums, by value otherwise.
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
