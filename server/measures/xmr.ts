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
export interface Xmr {
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

function outside(value: number, { low, high }: Omit<Xmr, 'signals'>): 'high' | 'low' | null {
  return value > high ? 'high' : value < low ? 'low' : null
}

function oneSide(run: readonly number[], mean: number): 'high' | 'low' | null {
  if (run.length < runLength) return null
  return run.every(value => value > mean) ? 'high' : run.every(value => value < mean) ? 'low' : null
}

function trend(run: readonly number[]): 'high' | 'low' | null {
  if (run.length < runLength) return null
  const steps = run.slice(1).map((value, place) => value - (run[place] ?? value))
  return steps.every(step => step > 0) ? 'high' : steps.every(step => step < 0) ? 'low' : null
}

function nearLimit(
  three: readonly number[],
  { mean, low, high }: Omit<Xmr, 'signals'>,
): 'high' | 'low' | null {
  if (three.length < 3) return null
  const [nearHigh, nearLow] = [mean + ((high - mean) * 2) / 3, mean - ((mean - low) * 2) / 3]
  if (three.every(value => value > mean) && three.filter(value => value > nearHigh).length >= 2) return 'high'
  return three.every(value => value < mean) && three.filter(value => value < nearLow).length >= 2
    ? 'low'
    : null
}

/**
 * An XmR (individuals and moving range) chart over points in order of time: limits are mean ± 2.66 ×
 * the mean moving range, special causes by four rules (docs/domain.md section 8, as in Making Data
 * Count). Null for fewer than twelve points: then nothing is known of what is usual.
 */
export function xmrOf(points: readonly number[]): Xmr | null {
  if (points.length < fewestForXmr) return null
  const mean = average(points)
  const range = average(points.slice(1).map((value, place) => Math.abs(value - (points[place] ?? value))))
  const process = { mean, low: mean - rangeFactor * range, high: mean + rangeFactor * range }
  const signals = points.flatMap((value, at): XmrSignal[] => {
    const found: [XmrRule, 'high' | 'low' | null][] = [
      ['outside', outside(value, process)],
      ['oneSide', oneSide(last(points, at, runLength), mean)],
      ['trend', trend(last(points, at, runLength))],
      ['nearLimit', nearLimit(last(points, at, 3), process)],
    ]
    return found.flatMap(([rule, side]) => (side === null ? [] : [{ at, rule, side }]))
  })
  return { ...process, signals }
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
