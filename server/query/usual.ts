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

/** A whole month or week beside what is usual for its very days, in the unit of the measure. */
interface UsualBucket {
  key: string
  from: string
  to: string
  value: number
  mean: number
  low: number
  high: number
}

/** What is usual of a measure at a place, and where it was not. */
export interface UsualAnswer {
  measure: MeasureId
  granularity: 'week' | 'month'
  buckets: UsualBucket[]
  signals: XmrSignal[]
  /** Days from which on a new level is real: the baseline begins anew. `factor` is the new by the old. */
  steps: { day: string; factor: number }[]
  /** Steps that somebody has undone. */
  undone: { id: number; day: string; reason: string; byName: string }[]
  /** Half of the usual range of the last bucket, as a share of its mean; null where the mean is 0. */
  halfWidth: number | null
}

/** What is looked at. */
interface UsualAsked {
  measure: MeasureId
  centre: string
  filters: readonly Filter[]
  /** The last day that is looked at. */
  until: number
}

/** So many months make up what is usual. */
const monthsSeen = 36

/**
 * Measures that can be learnt day by day: shares and means of what is counted on a day, and sums whose days
 * are never below zero, because the model is one of counts and amounts.
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

/** The days of an answer of which all is known, the last whole bucket's end included. */
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

/** Amounts as they are learnt, and back into the unit of the measure. */
interface Scale {
  perDay: boolean
  /** A share of more than half is learnt by what it lacks: there chance is that of rare events. */
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

/** The known days of a measure at a place, as they are learnt from. */
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
  const known = knownDays(answer, measure)
  const scale = scaleOf(measure, known)
  const days = known.map(({ day, numerator, n }) => ({
    day,
    y: Math.max(0, scale.lacking ? n - numerator : numerator),
    exposure: scale.perDay ? 1 : n,
  }))
  const undone = await undoneSteps(context.database, { centreId: centre.id, ...asked })
  return { days, scale, calendar: centre.hall.calendar, undone }
}

/** What is usual by the model of working days, holidays and season. */
async function byDays(asked: UsualAsked, context: QueryContext): Promise<UsualAnswer | null> {
  const { days, scale, calendar, undone } = await learntDays(asked, context)
  const buckets = wholeBucketsOf(days, fewestForUsual)
  const found = usualOf({
    days,
    // A bucket of which a day is missing would look like a fall.
    buckets: buckets.filter(
      ({ from, to }) => days.filter(({ day }) => day >= from && day <= to).length === to - from + 1,
    ),
    calendar,
    perDay: scale.perDay,
    undone: undone.map(({ day }) => dayFromText(day) ?? 0),
  })
  if (!found) return null
  const first = buckets[0]
  const granularity = first && first.to - first.from === 6 ? 'week' : 'month'
  return {
    measure: asked.measure,
    granularity,
    buckets: found.points.map(point => bucketOf(point, scale, granularity)),
    signals: found.signals.map(signal => turned(signal, scale.lacking)),
    steps: found.steps.map(({ day, factor }) => ({ day: textOfDay(day), factor })),
    undone,
    halfWidth: found.halfWidth,
  }
}

/** What is usual of stocks, medians and peaks: their months as they are. */
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
  const known = answer.current.buckets.flatMap((bucket, place) => {
    const { value } = figureOf(measure, cells.get(place) ?? {})
    return value === null || !isBucketKnown(measure, answer.current, bucket) ? [] : [{ ...bucket, value }]
  })
  const xmr = xmrOf(known.map(({ value }) => value))
  if (!xmr) return null
  const { mean, low, high, signals } = xmr
  return {
    measure: asked.measure,
    granularity: 'month',
    buckets: known.map(bucket => ({ ...bucket, mean, low, high })),
    signals,
    steps: [],
    undone: [],
    halfWidth: mean > 0 ? (high - mean) / mean : null,
  }
}

/**
 * What is usual of a measure, learnt from the three years before a day, and which whole months, or weeks
 * of a young hall, were not. Null where too little is known. Errors: as `ask`.
 */
export async function usualFor(asked: UsualAsked, context: QueryContext): Promise<UsualAnswer | null> {
  return isDaily(measureNamed(asked.measure)) ? byDays(asked, context) : byMonths(asked, context)
}
