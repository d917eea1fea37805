import type { Day } from '../../common/day.ts'
import type { WorkCalendar } from '../time/workCalendar.ts'
import type { DayKind } from './calendarEffects.ts'
import type { Fit, Observation } from './regression.ts'
import { dayOf, yearOf } from '../../common/day.ts'
import { dayKind } from './calendarEffects.ts'
import { fitAmounts, meanAt } from './regression.ts'

/** The amount of one known day, and its exposure: the denominator of a share or mean, 1 for a sum. */
export interface DayAmount {
  day: Day
  y: number
  exposure: number
}

/** The options of `learn`. */
interface Learning {
  calendar: WorkCalendar | null
  /** Whether amounts depend on the kind of day, as for sums. Shares and means do not. */
  perDay: boolean
  /** The first days of new levels, in ascending order. */
  steps: readonly Day[]
}

/** The expected total of some days, and its variance. */
export interface Expected {
  mean: number
  /** The variance of counting (dispersion × mean) plus that of the estimated coefficients. */
  variance: number
}

/** A fitted model of daily amounts. */
export interface Expectation {
  fit: Fit
  /** The number of coefficients that change over months: those of season and steps. */
  slow: number
  /** Whether the history is long enough to fit a season. */
  hasSeason: boolean
  of: (days: readonly Pick<DayAmount, 'day' | 'exposure'>[]) => Expected
  /** The expected total from level and calendar only, without season and steps. */
  withoutSeason: (days: readonly Pick<DayAmount, 'day' | 'exposure'>[]) => number
  /** The steps, each with its size as a factor and the standard error of its logarithm. */
  steps: { day: Day; factor: number; error: number }[]
}

/** The prior standard deviations of calendar effects and seasons around zero, on the log scale. */
const calendarSpread = 0.3
const seasonSpread = 0.25
/** The days of history from which the season has one wave per year, and from which it has two. */
const firstWave = 400
const secondWave = 760

interface Column {
  value: (day: Day, kind: DayKind) => number
  spread: number | null
  slow: boolean
}

const flag = (is: (kind: DayKind) => boolean, spread: number | null = calendarSpread): Column => ({
  value: (_, kind) => (is(kind) ? 1 : 0),
  spread,
  slow: false,
})

/** The position of a day in its year, from 0 to 1. */
function partOfYear(day: Day): number {
  const year = yearOf(day)
  const first = dayOf(year, 1, 1)
  return (day - first) / (dayOf(year + 1, 1, 1) - first)
}

const wave = (times: number, of: (angle: number) => number): Column => ({
  value: day => of(2 * Math.PI * times * partOfYear(day)),
  spread: seasonSpread,
  slow: true,
})

const calendarColumns = (calendar: WorkCalendar | null): Column[] => [
  ...[1, 2, 3, 4].map(weekday => flag(kind => kind.working && kind.weekday === weekday, null)),
  ...(calendar
    ? [
        flag(kind => kind.makeUp),
        flag(kind => kind.eve),
        flag(kind => kind.back),
        flag(kind => kind.beforeFestival),
        flag(kind => kind.afterFestival),
      ]
    : [6, 7].map(weekday => flag(kind => kind.weekday === weekday, null))),
]

const seasonColumns = (days: number): Column[] =>
  [1, 2]
    .filter(times => days >= (times === 1 ? firstWave : secondWave))
    .flatMap(times => [wave(times, Math.sin), wave(times, Math.cos)])

/** The largest share of the total on days off for which these days are left out of the model. */
const offShare = 0.002

type KindOf = (day: Day) => DayKind

/** Returns `dayKind` for a calendar, cached by day. */
function kindsOf(calendar: WorkCalendar | null): KindOf {
  const kinds = new Map<Day, DayKind>()
  return day => {
    const kind = kinds.get(day) ?? dayKind(day, calendar)
    kinds.set(day, kind)
    return kind
  }
}

function columnsFor(
  days: readonly DayAmount[],
  { calendar, perDay, steps }: Learning,
  kindOf: KindOf,
): Column[] {
  const [first, last] = [days[0]?.day ?? 0, days.at(-1)?.day ?? 0]
  return [
    { value: () => 1, spread: null, slow: false },
    ...(perDay ? calendarColumns(calendar) : []),
    ...(perDay && calendar ? [flag(kind => !kind.working, null)] : []),
    ...seasonColumns(last - first + 1),
    ...steps.map((from): Column => ({ value: day => (day >= from ? 1 : 0), spread: null, slow: true })),
  ].filter(
    // A column that is zero on all days cannot be estimated. The first column is the level; slow columns are
    // kept.
    (column, place) =>
      place === 0 || column.slow || days.some(({ day }) => column.value(day, kindOf(day)) !== 0),
  )
}

/**
 * Whether the amounts on days off are negligible. Such days are then left out, and nothing is expected on
 * them.
 */
function restOnDaysOff(days: readonly DayAmount[], { calendar, perDay }: Learning, kindOf: KindOf): boolean {
  if (!perDay || !calendar) return false
  const total = days.reduce((sum, { y }) => sum + y, 0)
  const off = days.reduce((sum, { day, y }) => (kindOf(day).working ? sum : sum + y), 0)
  return off <= total * offShare
}

function sumOver(rows: readonly Observation[], fit: Fit): Expected {
  let mean = 0
  const slope = fit.coefficients.map(() => 0)
  for (const row of rows) {
    const own = meanAt(fit, row)
    mean += own
    row.x.forEach((value, place) => (slope[place] = (slope[place] ?? 0) + own * value))
  }
  const unsure = slope.reduce(
    (sum, left, row) =>
      sum +
      left * slope.reduce((inner, right, column) => inner + right * (fit.covariance[row]?.[column] ?? 0), 0),
    0,
  )
  return { mean, variance: fit.dispersion * mean + unsure }
}

/**
 * Fits the model of docs/statistics.md (“The expected value”) to known days in ascending order:
 * log E(y) = log exposure + level + weekday + calendar + season + steps. Calendar effects are 调休, days around
 * holidays, and the Spring Festival. The season is included from `firstWave` days of history on. Null where
 * the total is zero or the fit fails.
 */
export function learn(days: readonly DayAmount[], learning: Learning): Expectation | null {
  const kindOf = kindsOf(learning.calendar)
  const quiet = restOnDaysOff(days, learning, kindOf)
  const counts = ({ day, exposure }: Pick<DayAmount, 'day' | 'exposure'>): boolean =>
    exposure > 0 && !(quiet && !kindOf(day).working)
  const used = days.filter(counts)
  const columns = columnsFor(used, learning, kindOf)
  const rowOf = ({ day, exposure }: Pick<DayAmount, 'day' | 'exposure'>): Omit<Observation, 'y'> => {
    const kind = kindOf(day)
    return { x: columns.map(column => column.value(day, kind)), exposure }
  }
  const fit = fitAmounts(
    used.map(amount => ({ ...rowOf(amount), y: amount.y })),
    columns.map(column => column.spread),
  )
  if (!fit) return null
  const firstStep = columns.length - learning.steps.length
  const rowsOf = (asked: readonly Pick<DayAmount, 'day' | 'exposure'>[]): Observation[] =>
    asked.filter(counts).map(amount => ({ ...rowOf(amount), y: 0 }))
  const still = {
    coefficients: fit.coefficients.map((value, place) => (columns[place]?.slow === true ? 0 : value)),
  }
  return {
    fit,
    slow: columns.filter(column => column.slow).length,
    hasSeason: columns.some(column => column.slow && column.spread !== null),
    of: asked => sumOver(rowsOf(asked), fit),
    withoutSeason: asked => rowsOf(asked).reduce((sum, row) => sum + meanAt(still, row), 0),
    steps: learning.steps.map((day, place) => ({
      day,
      factor: Math.exp(fit.coefficients[firstStep + place] ?? 0),
      error: Math.sqrt(fit.covariance[firstStep + place]?.[firstStep + place] ?? 0),
    })),
  }
}
