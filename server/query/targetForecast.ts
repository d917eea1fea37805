import type { Goal, MeasureId } from '#measures'
import type { QueryContext } from './queryContext.ts'
import { addsUp, dayFromText, figureOf, forecast, measureNamed, textOfDay } from '#measures'
import { ask } from './ask.ts'
import { learntDays } from './usual.ts'

/** Where a target will end, and what is still needed of each working day. */
export interface TargetForecast {
  measure: MeasureId
  goal: number
  to: string
  /** What there is until the last known day. */
  soFar: number
  /** Working days that are left, days where no calendar is kept; null where they are not published. */
  daysLeft: number | null
  /** What each of them must bring; null where none is left. */
  needed: number | null
  /** What it will be at the end, 95 times of 100; null where nothing can be said. */
  end: { mean: number; low: number; high: number } | null
  /** Why nothing can be said. */
  why: 'short' | 'worse' | 'calendar' | null
  /**
   * How far forecasts of as many days in the past were off, as a share of what came, and the seasonal-naive
   * ones; and how much that would be of what is forecast, null where nothing is.
   */
  test: { error: number; naiveError: number; trials: number; off: number | null } | null
}

/**
 * The figure of a goal's measure from its first day to the last known one, as every page has it. The days
 * that are learnt from do not add up to it: a day on which more was lost than saved counts as nothing there.
 */
async function figureUntil(
  goal: Goal,
  { centre, from, last }: { centre: string; from: number; last: number },
  context: QueryContext,
): Promise<number> {
  if (last < from) return 0
  const period = `${goal.from}..${textOfDay(last)}`
  const answer = await ask({ measures: [goal.measure], centres: [centre], period }, context)
  return figureOf(measureNamed(goal.measure), answer.current.overall).value ?? 0
}

/**
 * Where a sum will end by the last day of its target. Null for other measures, for targets of a unit or
 * window, and where the target is over. Errors: as `ask`.
 */
export async function targetForecast(
  goal: Goal,
  { centre, today }: { centre: string; today: number },
  context: QueryContext,
): Promise<TargetForecast | null> {
  const measure = measureNamed(goal.measure)
  const [from, to] = [dayFromText(goal.from) ?? 0, dayFromText(goal.to) ?? 0]
  if (!addsUp(measure) || goal.unit !== null || goal.window !== null || to < today) return null
  const id = goal.measure as MeasureId
  const { days, calendar, undone } = await learntDays(
    { measure: id, centre, filters: [], until: today - 1 },
    context,
  )
  const last = days.at(-1)?.day
  if (last === undefined) return null
  const soFar = await figureUntil(goal, { centre, from, last }, context)
  const daysLeft = calendar ? calendar.countFrom(last + 1, to) : to - last
  const found = forecast(days, {
    calendar,
    undone: undone.map(({ day }) => dayFromText(day) ?? 0),
    from: last + 1,
    to,
  })
  const { test } = found
  return {
    measure: id,
    goal: goal.value,
    to: goal.to,
    soFar,
    daysLeft,
    needed: daysLeft ? Math.max(0, goal.value - soFar) / daysLeft : null,
    end: found.can
      ? { mean: soFar + found.range.mean, low: soFar + found.range.low, high: soFar + found.range.high }
      : null,
    why: found.can ? null : found.why,
    test: test && {
      error: test.error,
      naiveError: test.naiveError,
      trials: test.trials.length,
      off: found.can ? found.range.mean * test.error : null,
    },
  }
}
