import type {
  Answer,
  DayAmount,
  Filter,
  Measure,
  MeasureId,
  UsualPoint,
  WorkCalendar,
  XmrSignal,
} from '#measures'
import type { QueryContext } from './queryContext.ts'
import {
  addMonths,
  dayFromText,
  fewestForUsual,
  figureOf,
  isBucketKnown,
  isShare,
  measureNamed,
  monthStart,
  textOfDay,
  usualOf,
  wholeBucketsOf,
  xmrOf,
} from '#measures'
import { centresOf } from '../centres/centre.ts'
import { undoneSteps } from '../centres/undoneSteps.ts'
import { ask } from './ask.ts'

/** A whole month or week with the range that is usual for its days, in the unit of the measure. */
interface UsualBucket {
  key: string
  from: string
  to: string
  value: number
  mean: number
  low: number
  high: number
}

/** The usual range of a measure at a place, and the deviations from it. */
export interface UsualAnswer {
  measure: MeasureId
  granularity: 'week' | 'month'
  buckets: UsualBucket[]
  signals: XmrSignal[]
  /**
   * Days on which a lasting new level begins and the baseline is estimated again. `factor` is the new level
   * divided by the old.
   */
  steps: { day: string; factor: number }[]
  /** Level changes that a user has rejected. */
  undone: { id: number; day: string; reason: string; byName: string }[]
  /** Half of the usual range of the last bucket, as a share of its mean; null where the mean is 0. */
  halfWidth: number | null
}

/** What to examine. */
interface UsualAsked {
  measure: MeasureId
  centre: string
  filters: readonly Filter[]
  /** The last day to examine. */
  until: number
}

/** The number of months from which the usual range is learnt. */
const monthsSeen = 36

/**
 * Whether a measure can be modelled by day: shares and means of daily counts, and sums that are never
 * negative on any day. The model is one of counts and amounts.
 */
function isDaily(measure: Measure): boolean {
  return (
    (measure.kind === 'total' && measure.belowZero === undefined) ||
    ((measure.kind === 'ratio' || measure.kind === 'mean') && measure.denominator.kind === 'flow')
  )
}

async function daysOf(asked: UsualAsked, context: QueryContext): Promise<Answer> {
  const from = addMonths(monthStart(asked.until), 1 - monthsSeen)
  return ask(
    {
      measures: [asked.measure],
      centres: [asked.centre],
      period: `${textOfDay(from)}..${textOfDay(asked.until)}`,
      granularity: 'day',
      filters: [...asked.filters],
    },
    context,
  )
}

interface Known {
  day: number
  numerator: number
  n: number
}

/** The days of an answer that are known completely. */
function knownDays(answer: Answer, measure: Measure): Known[] {
  const cells = new Map(answer.current.cells.map(cell => [cell.bucket, cell.parts]))
  const until = dayFromText(answer.dataUntil ?? '') ?? -Infinity
  return answer.current.buckets.flatMap((bucket, place): Known[] => {
    const day = dayFromText(bucket.from) ?? 0
    if (day > until || !isBucketKnown(measure, answer.current, bucket)) return []
    const { numerator, n } = figureOf(measure, cells.get(place) ?? {})
    return [{ day, numerator: numerator ?? 0, n: n ?? 0 }]
  })
}

/** How values of the measure are converted for the model and back. */
interface Scale {
  perDay: boolean
  /** A share above one half is modelled by its complement, because the model assumes rare events. */
  lacking: boolean
  factor: number
}

function scaleOf(measure: Measure, days: readonly Known[]): Scale {
  if (measure.kind !== 'ratio' && measure.kind !== 'mean') return { perDay: true, lacking: false, factor: 1 }
  const sum = (of: 'numerator' | 'n'): number => days.reduce((total, day) => total + day[of], 0)
  const lacking = isShare(measure.unit) && sum('numerator') > sum('n') / 2
  return { perDay: false, lacking, factor: measure.scale ?? 1 }
}

const keyOf = (from: number, granularity: 'week' | 'month'): string =>
  textOfDay(from).slice(0, granularity === 'month' ? 7 : 10)

function bucketOf(point: UsualPoint, scale: Scale, granularity: 'week' | 'month'): UsualBucket {
  const inUnit = (amount: number): number => {
    if (scale.perDay) return amount
    const share = point.exposure > 0 ? amount / point.exposure : 0
    return (scale.lacking ? Math.max(0, 1 - share) : share) * scale.factor
  }
  const [low, high] = [inUnit(point.low), inUnit(point.high)].toSorted((a, b) => a - b)
  return {
    key: keyOf(point.from, granularity),
    from: textOfDay(point.from),
    to: textOfDay(point.to),
    value: inUnit(point.observed),
    mean: inUnit(point.mean),
    low: low ?? 0,
    high: high ?? 0,
  }
}

const turned = (signal: XmrSignal, lacking: boolean): XmrSignal =>
  lacking ? { ...signal, side: signal.side === 'high' ? 'low' : 'high' } : signal

/** The known days of a measure at a place, as input of the model. */
interface LearntDays {
  days: DayAmount[]
  scale: Scale
  calendar: WorkCalendar | null
  undone: UsualAnswer['undone']
}

/** Reads the known days of a measure, up to three years of them. Errors: as `ask`. */
export async function learntDays(asked: UsualAsked, context: QueryContext): Promise<LearntDays> {
  const measure = measureNamed(asked.measure)
  const [centre, answer] = await Promise.all([
    centresOf(context.database).find(asked.centre),
    daysOf(asked, context),
  ])
  const amounts = knownDays(answer, measure)
  const scale = scaleOf(measure, amounts)
  const days = amounts.map(({ day, numerator, n }) => ({
    day,
    y: Math.max(0, scale.lacking ? n - numerator : numerator),
    exposure: scale.perDay ? 1 : n,
  }))
  const undone = await undoneSteps(context.database, { centreId: centre.id, ...asked })
  return { days, scale, calendar: centre.hall.calendar, undone }
}

/** The usual range by the model of working days, holidays and season. */
async function byDays(asked: UsualAsked, context: QueryContext): Promise<UsualAnswer | null> {
  const { days, scale, calendar, undone } = await learntDays(asked, context)
  const buckets = wholeBucketsOf(days, fewestForUsual)
  const usual = usualOf({
    days,
    // A bucket with a missing day would look like a decrease.
    buckets: buckets.filter(
      ({ from, to }) => days.filter(({ day }) => day >= from && day <= to).length === to - from + 1,
    ),
    calendar,
    perDay: scale.perDay,
    undone: undone.map(({ day }) => dayFromText(day) ?? 0),
  })
  if (!usual) return null
  const first = buckets[0]
  const granularity = first && first.to - first.from === 6 ? 'week' : 'month'
  return {
    measure: asked.measure,
    granularity,
    buckets: usual.points.map(point => bucketOf(point, scale, granularity)),
    signals: usual.signals.map(signal => turned(signal, scale.lacking)),
    steps: usual.steps.map(({ day, factor }) => ({ day: textOfDay(day), factor })),
    undone,
    halfWidth: usual.halfWidth,
  }
}

/** The usual range of stocks, medians and peaks, from their months by an XmR chart. */
async function byMonths(asked: UsualAsked, context: QueryContext): Promise<UsualAnswer | null> {
  const measure = measureNamed(asked.measure)
  const end = monthStart(asked.until + 1) - 1
  const answer = await ask(
    {
      measures: [asked.measure],
      centres: [asked.centre],
      period: `${textOfDay(addMonths(monthStart(end), 1 - monthsSeen))}..${textOfDay(end)}`,
      granularity: 'month',
      filters: [...asked.filters],
    },
    context,
  )
  const cells = new Map(answer.current.cells.map(cell => [cell.bucket, cell.parts]))
  const days = answer.current.buckets.flatMap((bucket, place) => {
    const { value } = figureOf(measure, cells.get(place) ?? {})
    return value === null || !isBucketKnown(measure, answer.current, bucket) ? [] : [{ ...bucket, value }]
  })
  const xmr = xmrOf(days.map(({ value }) => value))
  if (!xmr) return null
  const { mean, low, high, signals } = xmr
  return {
    measure: asked.measure,
    granularity: 'month',
    buckets: days.map(bucket => ({ ...bucket, mean, low, high })),
    signals,
    steps: [],
    undone: [],
    halfWidth: mean > 0 ? (high - mean) / mean : null,
  }
}

/**
 * The usual range of a measure, learnt from the three years before a day, with the months (or weeks, for a
 * new hall) outside it. Null where too little is known. Errors: as `ask`.
 */
export async function usualFor(asked: UsualAsked, context: QueryContext): Promise<UsualAnswer | null> {
  return isDaily(measureNamed(asked.measure)) ? byDays(asked, context) : byMonths(asked, context)
}
