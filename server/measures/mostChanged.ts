import type { Answer } from './answer.ts'
import type { Measure } from './measure.ts'
import { isShare } from './change.ts'
import { changeIn, comparedMeasure } from './comparable.ts'
import { smallSample, wilson } from './interval.ts'
import { figureOf } from './value.ts'

const logOdds = (share: number): number => Math.log(share / (1 - share))

/**
 * How far a measure moved, on a common scale: shares by log odds, so that 98 → 99 % counts as much as
 * 2 → 1 %, all others by the log of their ratio. Null where there is no comparison, too little was counted,
 * or the change of a share or mean is within chance.
 */
export function moved(measure: Measure, answer: Answer): number | null {
  const { current, earlier } = answer
  if (!earlier || !changeIn(measure, answer).change) return null
  const compared = comparedMeasure(measure, answer)
  const [now, before] = [figureOf(compared, current.overall), figureOf(compared, earlier.overall)]
  if (now.value === null || before.value === null || Math.min(now.n ?? 0, before.n ?? 0) < smallSample)
    return null
  if (!isShare(measure.unit)) {
    const size = now.value > 0 && before.value > 0 ? Math.log(now.value / before.value) : null
    // The standard deviation of durations is about as large as their mean, so the relative error of a mean
    // of n is 1 ÷ √n.
    const chance = measure.kind === 'mean' ? 1.96 * Math.sqrt(1 / (now.n ?? 1) + 1 / (before.n ?? 1)) : 0
    return size !== null && Math.abs(size) > chance ? size : null
  }
  const [present, past] = [
    wilson(now.numerator ?? 0, now.n ?? 0),
    wilson(before.numerator ?? 0, before.n ?? 0),
  ]
  const apart = present && past && (present.low > past.high || present.high < past.low)
  return apart && Math.min(now.value, before.value) > 0 && Math.max(now.value, before.value) < 1
    ? logOdds(now.value) - logOdds(before.value)
    : null
}

/** True for a change of a share or mean within chance, which is neither decomposed nor put in a headline. */
export const isUsualChange = (measure: Measure, answer: Answer): boolean =>
  (isShare(measure.unit) || measure.kind === 'mean') &&
  changeIn(measure, answer).change !== null &&
  moved(measure, answer) === null

/** The measure that moved most among those with a good direction; null where none moved. */
export function mostChanged<M extends Measure>(measures: readonly M[], answer: Answer): M | null {
  const ranked = measures.flatMap(measure => {
    const size = measure.better === 'neutral' ? null : moved(measure, answer)
    return size === null || size === 0 ? [] : [{ measure, size: Math.abs(size) }]
  })
  return ranked.sort((a, b) => b.size - a.size)[0]?.measure ?? null
}
