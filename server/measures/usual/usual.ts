import type { Day } from '../../common/day.ts'
import type { WorkCalendar } from '../time/workCalendar.ts'
import type { XmrSignal } from '../xmr.ts'
import type { DayAmount, Expectation } from './expectation.ts'
import { monthStart } from '../../common/day.ts'
import { signalsAmong } from '../xmr.ts'
import { learn } from './expectation.ts'
import { movingSpread, realSteps } from './steps.ts'

/** The input of `usualOf`: known days, and the whole buckets among them. */
interface UsualInput {
  days: readonly DayAmount[]
  buckets: readonly { from: Day; to: Day }[]
  calendar: WorkCalendar | null
  /** Whether amounts depend on the kind of day, as for sums. Shares and means do not. */
  perDay: boolean
  /** The first days of steps that a user has rejected. */
  undone?: readonly Day[]
}

/** A bucket with the range that is usual for its days. */
export interface UsualPoint {
  from: Day
  to: Day
  observed: number
  /** The sum of the exposures of its days: the number of days for sums. */
  exposure: number
  mean: number
  low: number
  high: number
}

/** The usual ranges of a measure, and the deviations from them. */
export interface Usual {
  points: UsualPoint[]
  signals: XmrSignal[]
  steps: Expectation['steps']
  /** Half of the usual range of the last bucket, divided by its mean. */
  halfWidth: number
  /** The variance between buckets beyond counting, divided by the mean squared (τ²). */
  between: number
  expectation: Expectation
}

/** The distance of the limits from the mean, in standard deviations, as on Shewhart charts. */
const reach = 3
/** The fewest whole buckets from which a usual range is computed. */
export const fewestForUsual = 12
/**
 * The fewest buckets for which the search for steps includes a season; with fewer, the two cannot be told
 * apart.
 */
const wavesFrom = 18

/**
 * The days since the first whole month. The partial month of an opening is left out, because it is not
 * representative.
 */
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
  days.reduce((sum, day) => sum + day[of], 0)

interface Counted {
  from: Day
  to: Day
  days: DayAmount[]
  observed: number
}

/**
 * The relative variance between buckets beyond counting (τ²): the squared moving-range spread of observed ÷
 * expected, corrected for the degrees of freedom of season and steps, less the mean variance of counting.
 */
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
  const counting = pairs.reduce((sum, pair) => sum + pair.counting, 0) / Math.max(1, pairs.length)
  return Math.max(0, spread - counting)
}

/** The steps of the buckets, found in their amounts relative to the calendar. */
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
 * Computes the usual range of every whole bucket: mean ± 3 √(φ·mean + mean²·τ² + parameter variance)
 * (docs/statistics.md, “Usual range”). The model is learnt from the buckets before the last. A partial first
 * month is left out. Null with fewer than `fewestForUsual` whole buckets, or where the model cannot be
 * fitted.
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
