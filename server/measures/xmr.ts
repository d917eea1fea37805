/**
 * The four rules of signals: a point outside the limits; seven points on one side of the mean; seven rising
 * or falling points; two of three points near a limit. The signal is at the last of these points.
 */
type XmrRule = 'outside' | 'oneSide' | 'trend' | 'nearLimit'

/** A signal: the index of the point, the rule that it completes, and the side. */
export interface XmrSignal {
  at: number
  rule: XmrRule
  side: 'high' | 'low'
}

/** The mean of a series, its limits, and the signals. */
interface Xmr {
  mean: number
  low: number
  high: number
  signals: XmrSignal[]
}

/**
 * 3 ÷ 1.128, which converts the mean moving range to three standard deviations of a normal process (Wheeler).
 */
const rangeFactor = 2.66
const runLength = 7
/** The fewest points of a chart. */
export const fewestForXmr = 12

const average = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length
const last = (values: readonly number[], at: number, count: number): readonly number[] =>
  at + 1 < count ? [] : values.slice(at + 1 - count, at + 1)

/** A point with its mean and limits. */
interface JudgedPoint {
  value: number
  mean: number
  low: number
  high: number
}

/**
 * The distance of a point from its mean, as a share of the distance from the mean to the limit on that side;
 * negative below the mean.
 */
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
 * Finds the signals among points in order of time, by the four rules of Making Data Count (docs/domain.md
 * section 8). Each point has its own mean and limits, so that months of different length are judged alike.
 */
export function signalsAmong(points: readonly JudgedPoint[]): XmrSignal[] {
  const distances = points.map(distance)
  return distances.flatMap((value, at): XmrSignal[] => {
    const verdicts: [XmrRule, 'high' | 'low' | null][] = [
      ['outside', sideOf(value > 1, value < -1)],
      ['oneSide', oneSide(last(distances, at, runLength))],
      ['trend', trend(last(distances, at, runLength))],
      ['nearLimit', nearLimit(last(distances, at, 3))],
    ]
    return verdicts.flatMap(([rule, side]) => (side === null ? [] : [{ at, rule, side }]))
  })
}

/**
 * Computes an XmR chart (individuals and moving range) of points in order of time, with limits at mean ± 2.66
 * × mean moving range. Null with fewer than `fewestForXmr` points.
 */
export function xmrOf(points: readonly number[]): Xmr | null {
  if (points.length < fewestForXmr) return null
  const mean = average(points)
  const range = average(points.slice(1).map((value, place) => Math.abs(value - (points[place] ?? value))))
  const process = { mean, low: mean - rangeFactor * range, high: mean + rangeFactor * range }
  return { ...process, signals: signalsAmong(points.map(value => ({ value, ...process }))) }
}

/** The meaning of each rule in words, without statistical terms. */
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
