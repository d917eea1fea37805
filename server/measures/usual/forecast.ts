import type { Day } from '../../common/day.ts'
import type { WorkCalendar } from '../time/workCalendar.ts'
import type { DayAmount } from './expectation.ts'
import type { Usual } from './usual.ts'
import { monthEnd, monthStart } from '../../common/day.ts'
import { usualOf } from './usual.ts'

/** An amount that is not known yet, with the range in which it lies 95 times of 100. */
export interface Range {
  mean: number
  low: number
  high: number
}

/** A forecast beside what came, at one day of the past. */
interface Trial {
  from: Day
  to: Day
  actual: number
  forecast: Range
  naive: number
}

/** How well forecasts of the past would have been. Errors are mean absolute ones, as shares of what came. */
interface BackTest {
  trials: Trial[]
  error: number
  naiveError: number
  /** The share of what came that lay within its range. */
  covered: number
}

/** Why nothing is forecast. */
type NoForecast = 'short' | 'worse' | 'calendar'

const z95 = 1.959963984540054
const mostTrials = 12
const fewestTrials = 3
/** The same day of the week a year ago. */
const yearBack = 364
const shortestHistory = 56
/** How far a season may move an amount where the past is too short to know it. */
const unknownSeason = 0.07

/** The whole months of some days, or their whole weeks where there are few months. */
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

/** How far the latest quarter of a series lies from what is usual, as a factor; nearer 1 the less it says. */
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

/** What some days to come will bring, from what is usual and where the series stands of late. */
function forecastDays(days: readonly DayAmount[], usual: Usual, { from, to }: { from: Day; to: Day }): Range {
  const { mean, variance } = usual.expectation.of(spanOf(from, to))
  const value = mean * drift(days, usual)
  // What varies between months may go on from one to the next, so a longer span does not average it out.
  const season = usual.expectation.hasSeason ? 0 : unknownSeason ** 2
  const half = z95 * Math.sqrt(variance + value * value * (usual.between + season))
  return { mean: value, low: Math.max(0, value - half), high: value + half }
}

/**
 * What the same days brought a year ago, by day of the week; of days that were not known then, what the
 * same day of the last week brought.
 */
export function seasonalNaive(days: readonly DayAmount[], { from, to }: { from: Day; to: Day }): number {
  const known = new Map(days.map(({ day, y }) => [day, y]))
  const last = days.at(-1)?.day ?? from
  return spanOf(from, to).reduce((sum, { day }) => {
    const weeks = Math.ceil((day - last) / 7)
    return sum + (known.get(day - yearBack) ?? known.get(day - 7 * weeks) ?? 0)
  }, 0)
}

/** All days from the first to the last: those without anything counted have zero. */
export function everyDay(days: readonly DayAmount[]): DayAmount[] {
  const known = new Map(days.map(one => [one.day, one]))
  const [first, last] = [days[0]?.day ?? 0, days.at(-1)?.day ?? -1]
  return spanOf(first, last).map(({ day }) => known.get(day) ?? { day, y: 0, exposure: 1 })
}

interface Learnt {
  calendar: WorkCalendar | null
  undone?: readonly Day[]
}

/** What is usual of a series of days, by its own whole months or weeks; null where there are too few. */
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
 * Forecasts of so many days from each of up to twelve days of the past, with only what was known then,
 * beside what came and beside the seasonal-naive forecast. Null where the past is too short for three.
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

/** A range that is nowhere narrower than the widest miss of the past over as many days. */
function withPastErrors({ mean, low, high }: Range, { trials }: BackTest): Range {
  const misses = trials.map(({ actual, forecast: { mean: said } }) =>
    said > 0 ? Math.abs(actual - said) / said : 0,
  )
  const half = mean * Math.max(...misses)
  return { mean, low: Math.max(0, Math.min(low, mean - half)), high: Math.max(high, mean + half) }
}

/** What days to come will bring, with the test that allows to say so; or why nothing can be said. */
type Forecast =
  { can: true; range: Range; test: BackTest } | { can: false; why: NoForecast; test: BackTest | null }

/**
 * Forecasts some days after the last known one, if forecasts of as many days in the past would have been
 * better than the seasonal-naive ones. A year without a published calendar is never guessed.
 */
export function forecast(days: readonly DayAmount[], asked: Learnt & { from: Day; to: Day }): Forecast {
  const { from, to, ...learnt } = asked
  if (learnt.calendar && !learnt.calendar.covers(from, to)) return { can: false, why: 'calendar', test: null }
  const usual = usualOfDays(days, learnt)
  // A shorter test says little about a long way to go.
  const test = usual && backTest(days, { ...learnt, length: to - from + 1 })
  if (!usual || !test) return { can: false, why: 'short', test: null }
  return test.error < test.naiveError
    ? { can: true, range: withPastErrors(forecastDays(days, usual, { from, to }), test), test }
    : { can: false, why: 'worse', test }
}
