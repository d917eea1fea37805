/**
 * Which of the four rules a point breaks: outside the limits; one of seven on one side; one of seven
 * rising or falling; one of two of three near a limit.
 */
type XmrRule = 'outside' | 'oneSide' | 'trend' | 'nearLimit'

/** A point that is more than usual variation, with the rule that it completes and the side on which. */
export interface XmrSignal {
  at: number
  rule: XmrRule
  side: 'high' | 'low'
}

/** The process behind a series of points: its mean, its natural limits, and where it is more than noise. */
interface Xmr {
  mean: number
  low: number
  high: number
  signals: XmrSignal[]
}

/** 3 ÷ 1.128: the mean moving range in units of three standard deviations of a normal process. */
const rangeFactor = 2.66
const runLength = 7
/** Fewer points say nothing about what is usual. */
export const fewestForXmr = 12

const average = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length
const last = (values: readonly number[], at: number, count: number): readonly number[] =>
  at + 1 < count ? [] : values.slice(at + 1 - count, at + 1)

/** A point beside the mean and the limits of what is usual for it. */
interface JudgedPoint {
  value: number
  mean: number
  low: number
  high: number
}

/** How far a point is from its mean, in units of the way from there to its limit on that side. */
function distance({ value, mean, low, high }: JudgedPoint): number {
  const way = value >= mean ? high - mean : mean - low
  return value === mean ? 0 : way > 0 ? (value - mean) / way : value > mean ? Infinity : -Infinity
}

const sideOf = (isHigh: boolean, isLow: boolean): 'high' | 'low' | null =>
  isHigh ? 'high' : isLow ? 'low' : null

function oneSide(run: readonly number[]): 'high' | 'low' | null {
  return run.length < runLength
    ? null
    : sideOf(
        run.every(value => value > 0),
        run.every(value => value < 0),
      )
}

function trend(run: readonly number[]): 'high' | 'low' | null {
  if (run.length < runLength) return null
  const steps = run.slice(1).map((value, place) => value - (run[place] ?? value))
  return sideOf(
    steps.every(step => step > 0),
    steps.every(step => step < 0),
  )
}

function nearLimit(three: readonly number[]): 'high' | 'low' | null {
  if (three.length < 3) return null
  return sideOf(
    three.every(value => value > 0) && three.filter(value => value > 2 / 3).length >= 2,
    three.every(value => value < 0) && three.filter(value => value < -2 / 3).length >= 2,
  )
}

/**
 * The points in order of time that are more than usual variation, by four rules (docs/domain.md section
 * 8, as in Making Data Count). Each point has its own mean and limits, so that months of different
 * length are judged alike.
 */
export function signalsAmong(points: readonly JudgedPoint[]): XmrSignal[] {
  const distances = points.map(distance)
  return distances.flatMap((value, at): XmrSignal[] => {
    const found: [XmrRule, 'high' | 'low' | null][] = [
      ['outside', sideOf(value > 1, value < -1)],
      ['oneSide', oneSide(last(distances, at, runLength))],
      ['trend', trend(last(distances, at, runLength))],
      ['nearLimit', nearLimit(last(distances, at, 3))],
    ]
    return found.flatMap(([rule, side]) => (side === null ? [] : [{ at, rule, side }]))
  })
}

/**
 * An XmR (individuals and moving range) chart over points in order of time: limits are mean ± 2.66 ×
 * the mean moving range. Null for fewer than twelve points: then nothing is known of what is usual.
 */
export function xmrOf(points: readonly number[]): Xmr | null {
  if (points.length < fewestForXmr) return null
  const mean = average(points)
  const range = average(points.slice(1).map((value, place) => Math.abs(value - (points[place] ?? value))))
  const process = { mean, low: mean - rangeFactor * range, high: mean + rangeFactor * range }
  return { ...process, signals: signalsAmong(points.map(value => ({ value, ...process }))) }
}

/** What a rule says of a point, in words that need no statistics. */
export const xmrWords: Record<XmrRule, Record<'high' | 'low', { zh: string; en: string }>> = {
  outside: {
    high: { zh: '高于正常波动的上限', en: 'above the upper limit of usual variation' },
    low: { zh: '低于正常波动的下限', en: 'below the lower limit of usual variation' },
  },
  oneSide: {
    high: { zh: '连续7期高于平均', en: 'seven in a row above the mean' },
    low: { zh: '连续7期低于平均', en: 'seven in a row below the mean' },
  },
  trend: {
    high: { zh: '连续7期上升', en: 'rising seven times in a row' },
    low: { zh: '连续7期下降', en: 'falling seven times in a row' },
  },
  nearLimit: {
    high: { zh: '3期中有2期接近上限', en: 'two of three near the upper limit' },
    low: { zh: '3期中有2期接近下限', en: 'two of three near the lower limit' },
  },
}
