import type { Day } from '../../common/day.ts'
import type { WorkCalendar } from '../time/workCalendar.ts'
import type { XmrSignal } from '../xmr.ts'
import type { DayAmount, Expectation } from './expectation.ts'
import { monthStart } from '../../common/day.ts'
import { signalsAmong } from '../xmr.ts'
import { learn } from './expectation.ts'
import { movingSpread, realSteps } from './steps.ts'

/** Known days and the whole buckets among them. */
interface UsualInput {
  days: readonly DayAmount[]
  buckets: readonly { from: Day; to: Day }[]
  calendar: WorkCalendar | null
  /** Amounts of a day depend on which day it is; shares and means do not. */
  perDay: boolean
  /** The first days of steps that somebody has undone. */
  undone?: readonly Day[]
}

/** A bucket beside what is usual for its very days. */
export interface UsualPoint {
  from: Day
  to: Day
  observed: number
  /** Of how much it was counted: the days’ own number for sums. */
  exposure: number
  mean: number
  low: number
  high: number
}

/** What is usual of a measure, and where it was not. */
export interface Usual {
  points: UsualPoint[]
  signals: XmrSignal[]
  steps: Expectation['steps']
  /** Half of the usual range of the last bucket, as a share of its mean. */
  halfWidth: number
  /** The variance between buckets that counting does not explain, as a share of the mean squared. */
  between: number
  expectation: Expectation
}

/** Limits lie so many standard deviations from the mean, as on every Shewhart chart. */
const reach = 3
/** Fewer whole buckets say nothing about what is usual. */
export const fewestForUsual = 12
/** From so many buckets’ history on a step can be told from a season. */
const wavesFrom = 18

/** The days from the first whole month on: a hall that has just opened is not what is usual of it. */
export function fromFirstMonth(days: readonly DayAmount[], calendar: WorkCalendar | null): DayAmount[] {
  const first = days[0]?.day
  if (first === undefined) return []
  const start = monthStart(first)
  const missing = first === start ? 0 : (calendar?.countFrom(start, first - 1) ?? first - start)
  const from = missing === 0 ? start : monthStart(first, 1)
  return days.filter(({ day }) => day >= from)
}

const within = (days: readonly DayAmount[], { from, to }: { from: Day; to: Day }): DayAmount[] =>
  days.filter(({ day }) => day >= from && day <= to)
const sumOf = (days: readonly DayAmount[], of: 'y' | 'exposure'): number =>
  days.reduce((sum, one) => sum + one[of], 0)

interface Counted {
  from: Day
  to: Day
  days: DayAmount[]
  observed: number
}

/** What varies between buckets beyond the counting itself, freed of what the season and steps took. */
function betweenBuckets(counted: readonly Counted[], expectation: Expectation): number {
  const pairs = counted.map(({ days, observed }) => {
    const { mean } = expectation.of(days)
    return {
      ratio: mean > 0 ? observed / mean : 1,
      counting: mean > 0 ? expectation.fit.dispersion / mean : 0,
    }
  })
  const free = counted.length / Math.max(1, counted.length - expectation.slow - 1)
  const spread = movingSpread(pairs.map(({ ratio }) => ratio)) ** 2 * free
  const counting = pairs.reduce((sum, one) => sum + one.counting, 0) / Math.max(1, pairs.length)
  return Math.max(0, spread - counting)
}

/** The steps of a baseline, found on what is left of its buckets once the calendar is taken out. */
function stepsOf(counted: readonly Counted[], days: readonly DayAmount[], input: UsualInput): Day[] {
  const { calendar, perDay, undone = [] } = input
  const plain = learn(days, { calendar, perDay, steps: [] })
  if (!plain) return []
  // The season is left in the series: the search fits its own beside each step.
  const levels = counted.map(({ from, days: own, observed }) => ({
    from,
    observed,
    expected: plain.withoutSeason(own),
  }))
  return realSteps(levels, { undone, waves: counted.length >= wavesFrom })
}

/**
 * Learns what is usual from the whole buckets before the last, and sets every bucket beside it. The
 * unfinished first month is in no baseline. Null where there are too few whole buckets to say.
 */
export function usualOf(input: UsualInput): Usual | null {
  const { calendar, perDay } = input
  const all = fromFirstMonth(input.days, calendar)
  const counted = input.buckets
    .filter(({ from }) => from >= (all[0]?.day ?? Infinity) - 31)
    .map(bucket => ({ ...bucket, days: within(all, bucket) }))
    .filter(({ days, from }) => days.length > 0 && from >= monthStart(all[0]?.day ?? 0))
    .map((bucket): Counted => ({ ...bucket, observed: sumOf(bucket.days, 'y') }))
  const before = counted.slice(0, -1)
  if (counted.length < fewestForUsual) return null
  const baseline = before.flatMap(({ days }) => days)
  const steps = stepsOf(
    counted,
    counted.flatMap(({ days }) => days),
    input,
  )
  const expectation = learn(baseline, { calendar, perDay, steps })
  if (!expectation) return null
  const between = betweenBuckets(before, expectation)
  const points = counted.map(({ from, to, days, observed }): UsualPoint => {
    const { mean, variance } = expectation.of(days)
    const half = reach * Math.sqrt(variance + mean * mean * between)
    return {
      from,
      to,
      observed,
      exposure: sumOf(days, 'exposure'),
      mean,
      low: Math.max(0, mean - half),
      high: mean + half,
    }
  })
  const last = points.at(-1)
  return {
    points,
    signals: signalsAmong(points.map(({ observed, ...point }) => ({ value: observed, ...point }))),
    steps: expectation.steps,
    halfWidth: last && last.mean > 0 ? (last.high - last.mean) / last.mean : 0,
    between,
    expectation,
  }
}
