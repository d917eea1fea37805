import type { Day } from '../../common/day.ts'
import type { WorkCalendar } from '../time/workCalendar.ts'
import type { DayAmount } from './expectation.ts'
import type { Usual } from './usual.ts'
import { monthEnd, monthStart } from '../../common/day.ts'
import { usualOf } from './usual.ts'

/** A predicted amount with its 95 % prediction interval. */
export interface Range {
  mean: number
  low: number
  high: number
}

/** A forecast of a past period, with the actual amount and the seasonal-naive forecast. */
interface Trial {
  from: Day
  to: Day
  actual: number
  forecast: Range
  naive: number
}

/**
 * The accuracy of forecasts of past periods. Errors are the sum of absolute errors divided by the sum of
 * actual amounts.
 */
interface BackTest {
  trials: Trial[]
  error: number
  naiveError: number
  /** The share of trials whose actual amount was within the interval. */
  covered: number
}

/**
 * Why there is no forecast: the history is too short, the seasonal-naive forecast is better, or the calendar
 * of the period is not published.
 */
type NoForecast = 'short' | 'worse' | 'calendar'

const z95 = 1.959963984540054
const mostTrials = 12
const fewestTrials = 3
/** The days back to the same weekday of the year before: 52 weeks. */
const yearBack = 364
const shortestHistory = 56
/** The standard deviation assumed for the season where the history is too short to fit one. */
const unknownSeason = 0.07

/**
 * The whole months within some days; or the whole weeks, where there are fewer than `fewestMonths` months.
 */
export function wholeBucketsOf(
  days: readonly Pick<DayAmount, 'day'>[],
  fewestMonths = 13,
): { from: Day; to: Day }[] {
  const [first, last] = [days[0]?.day, days.at(-1)?.day]
  if (first === undefined || last === undefined) return []
  const months: { from: Day; to: Day }[] = []
  for (
    let from = first === monthStart(first) ? first : monthStart(first, 1);
    monthEnd(from) <= last;
    from = monthStart(from, 1)
  )
    months.push({ from, to: monthEnd(from) })
  if (months.length >= fewestMonths) return months
  const weeks: { from: Day; to: Day }[] = []
  for (let from = first + ((11 - (first % 7)) % 7); from + 6 <= last; from += 7)
    weeks.push({ from, to: from + 6 })
  return weeks
}

const spanOf = (from: Day, to: Day): { day: Day; exposure: number }[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, place) => ({ day: from + place, exposure: 1 }))

/**
 * The ratio of the last 91 days to their expectation, shrunk towards 1 by the share of its variance that
 * counting explains.
 */
function drift(days: readonly DayAmount[], usual: Usual): number {
  const last = days.at(-1)?.day ?? 0
  const recent = days.filter(({ day }) => day > last - 91)
  const { mean, variance } = usual.expectation.of(recent)
  if (mean <= 0) return 1
  const ratio = recent.reduce((sum, { y }) => sum + y, 0) / mean
  const chance = variance / mean ** 2
  const weight = usual.between > 0 ? usual.between / (usual.between + chance) : 0
  return 1 + weight * (ratio - 1)
}

/** Forecasts the total of some future days: the expectation times the drift, with a 95 % interval. */
function forecastDays(days: readonly DayAmount[], usual: Usual, { from, to }: { from: Day; to: Day }): Range {
  const { mean, variance } = usual.expectation.of(spanOf(from, to))
  const value = mean * drift(days, usual)
  // The variance between buckets may persist from one month to the next, so a longer period does not average
  // it out.
  const season = usual.expectation.hasSeason ? 0 : unknownSeason ** 2
  const half = z95 * Math.sqrt(variance + value * value * (usual.between + season))
  return { mean: value, low: Math.max(0, value - half), high: value + half }
}

/**
 * The seasonal-naive forecast: the amounts of the same weekdays 364 days before; where a day is not known
 * then, that of the latest known same weekday.
 */
export function seasonalNaive(days: readonly DayAmount[], { from, to }: { from: Day; to: Day }): number {
  const amountByDay = new Map(days.map(({ day, y }) => [day, y]))
  const last = days.at(-1)?.day ?? from
  return spanOf(from, to).reduce((sum, { day }) => {
    const weeks = Math.ceil((day - last) / 7)
    return sum + (amountByDay.get(day - yearBack) ?? amountByDay.get(day - 7 * weeks) ?? 0)
  }, 0)
}

/** All days from the first to the last, with 0 for days that are missing. */
export function everyDay(days: readonly DayAmount[]): DayAmount[] {
  const amountByDay = new Map(days.map(amount => [amount.day, amount]))
  const [first, last] = [days[0]?.day ?? 0, days.at(-1)?.day ?? -1]
  return spanOf(first, last).map(({ day }) => amountByDay.get(day) ?? { day, y: 0, exposure: 1 })
}

interface Learnt {
  calendar: WorkCalendar | null
  undone?: readonly Day[]
}

/** The usual range of daily amounts by whole months or weeks; null where there are too few of these. */
const usualOfDays = (days: readonly DayAmount[], { calendar, undone = [] }: Learnt): Usual | null =>
  usualOf({ days, buckets: wholeBucketsOf(days), calendar, perDay: true, undone })

function trialAt(
  days: readonly DayAmount[],
  learnt: Learnt,
  { from, to }: { from: Day; to: Day },
): Trial | null {
  const before = days.filter(({ day }) => day < from)
  const usual = usualOfDays(before, learnt)
  if (!usual) return null
  const actual = days.filter(({ day }) => day >= from && day <= to).reduce((sum, { y }) => sum + y, 0)
  return {
    from,
    to,
    actual,
    forecast: forecastDays(before, usual, { from, to }),
    naive: seasonalNaive(before, { from, to }),
  }
}

/**
 * Tests forecasts of `length` days from up to twelve past days, each with only the data known then, against
 * the actual amounts and the seasonal-naive forecasts. Null with fewer than three trials, or where all actual
 * amounts are 0.
 */
export function backTest(
  days: readonly DayAmount[],
  { length, ...learnt }: Learnt & { length: number },
): BackTest | null {
  const [first, last] = [days[0]?.day ?? 0, days.at(-1)?.day ?? -1]
  const room = last - first + 1 - length - shortestHistory
  const step = Math.max(7, Math.min(30, Math.floor(room / mostTrials)))
  const trials = Array.from({ length: mostTrials }, (_, back) => last - length + 1 - back * step)
    .filter(from => from - first >= shortestHistory)
    .flatMap(from => trialAt(days, learnt, { from, to: from + length - 1 }) ?? [])
  const came = trials.reduce((sum, { actual }) => sum + actual, 0)
  if (trials.length < fewestTrials || came <= 0) return null
  const off = (of: (trial: Trial) => number): number =>
    trials.reduce((sum, trial) => sum + Math.abs(of(trial) - trial.actual), 0) / came
  const inside = trials.filter(({ actual, forecast }) => actual >= forecast.low && actual <= forecast.high)
  return {
    trials,
    error: off(({ forecast }) => forecast.mean),
    naiveError: off(({ naive }) => naive),
    covered: inside.length / trials.length,
  }
}

/** Widens an interval to at least the largest relative error of the trials. */
function withPastErrors({ mean, low, high }: Range, { trials }: BackTest): Range {
  const misses = trials.map(({ actual, forecast: { mean: said } }) =>
    said > 0 ? Math.abs(actual - said) / said : 0,
  )
  const half = mean * Math.max(...misses)
  return { mean, low: Math.max(0, Math.min(low, mean - half)), high: Math.max(high, mean + half) }
}

/** A forecast with the test that justifies it, or the reason why there is none. */
type Forecast =
  { can: true; range: Range; test: BackTest } | { can: false; why: NoForecast; test: BackTest | null }

/**
 * Forecasts the total of some days after the last known one. Forecasts only where, over periods of the same
 * length in the past, its mean absolute error was smaller than that of the seasonal-naive method, and where
 * the calendar covers the days: unpublished years are never guessed. The method and its tests are in
 * docs/statistics.md (“Target forecasts”).
 */
export function forecast(days: readonly DayAmount[], asked: Learnt & { from: Day; to: Day }): Forecast {
  const { from, to, ...learnt } = asked
  if (learnt.calendar && !learnt.calendar.covers(from, to)) return { can: false, why: 'calendar', test: null }
  const usual = usualOfDays(days, learnt)
  // The test uses the same length, because errors over a shorter period say little about a longer one.
  const test = usual && backTest(days, { ...learnt, length: to - from + 1 })
  if (!usual || !test) return { can: false, why: 'short', test: null }
  return test.error < test.naiveError
    ? { can: true, range: withPastErrors(forecastDays(days, usual, { from, to }), test), test }
    : { can: false, why: 'worse', test }
}
