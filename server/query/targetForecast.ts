import type { Goal, MeasureId } from '#measures'
import type { QueryContext } from './queryContext.ts'
import { addsUp, dayFromText, figureOf, forecast, measureNamed, textOfDay } from '#measures'
import { ask } from './ask.ts'
import { learntDays } from './usual.ts'

/** The expected result of a target, and what is needed per remaining working day. */
export interface TargetForecast {
  measure: MeasureId
  goal: number
  to: string
  /** The figure until the last known day. */
  soFar: number
  /**
   * The number of working days left; of days, without a calendar. Null where the calendar does not cover
   * them.
   */
  daysLeft: number | null
  /** The amount needed per remaining day; null where none is left or their number is unknown. */
  needed: number | null
  /** The expected figure at the end with a 95 % interval; null where there is no forecast. */
  end: { mean: number; low: number; high: number } | null
  /** Why there is no forecast. */
  why: 'short' | 'worse' | 'calendar' | null
  /**
   * The test of the method on the past: the mean error of forecasts over as many days, as a share of the
   * actual amount, and that of seasonal-naive forecasts; `off` is that error applied to this forecast, null
   * without one.
   */
  test: { error: number; naiveError: number; trials: number; off: number | null } | null
}

/**
 * The figure of the target's measure from its first day to the last known day, as every page shows it. The
 * daily amounts of the model do not add up to it: days with negative amounts count as 0 there.
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
 * The forecast of a sum for the last day of its target. Null for other measures, for targets of a unit or
 * window, for targets that have ended, and where no day is known. Errors: as `ask`.
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
  const outlook = forecast(days, {
    calendar,
    undone: undone.map(({ day }) => dayFromText(day) ?? 0),
    from: last + 1,
    to,
  })
  const { test } = outlook
  return {
    measure: id,
    goal: goal.value,
    to: goal.to,
    soFar,
    daysLeft,
    needed: daysLeft ? Math.max(0, goal.value - soFar) / daysLeft : null,
    end: outlook.can
      ? { mean: soFar + outlook.range.mean, low: soFar + outlook.range.low, high: soFar + outlook.range.high }
      : null,
    why: outlook.can ? null : outlook.why,
    test: test && {
      error: test.error,
      naiveError: test.naiveError,
      trials: test.trials.length,
      off: outlook.can ? outlook.range.mean * test.error : null,
    },
  }
}
