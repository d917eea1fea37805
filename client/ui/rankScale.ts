import type { Interval } from '#measures'

/** The values of a row on the scale. */
interface Marked {
  value: number
  was: number | null
  interval: Interval | null
  small: boolean
}

/** A linear scale between two values, with a few round ticks. */
interface RankScale {
  /** The position of a value in per cent of the width, limited to 0…100. */
  at: (value: number) => number
  ticks: number[]
}

/** The largest of 1, 2 and 5 times a power of ten that fits at least `wanted` times into a span. */
function roundStep(span: number, wanted: number): number {
  const rough = span / wanted
  const power = 10 ** Math.floor(Math.log10(rough))
  const factor = [5, 2, 1].find(factor => factor * power <= rough) ?? 1
  return factor * power
}

function ticksBetween(low: number, high: number, whole: boolean): number[] {
  const step = Math.max(roundStep(high - low, 2), whole ? 1 : 0)
  const first = Math.ceil(low / step - 1e-9)
  const last = Math.floor(high / step + 1e-9)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => (first + index) * step)
}

/**
 * The scale of a ranking. Bars begin at zero. The range for dots covers their values, intervals and earlier
 * values; small samples do not extend it, because their intervals are very wide. `whole` is for counts, whose
 * ticks are whole numbers.
 */
export function rankScale(
  rows: readonly Marked[],
  { bars, whole, hall }: { bars: boolean; whole: boolean; hall: number | null },
): RankScale {
  const judged = rows.some(row => !row.small) ? rows.filter(row => !row.small) : rows
  const all = judged.flatMap(row => [
    row.value,
    ...(bars || row.was === null ? [] : [row.was]),
    ...(bars || !row.interval ? [] : [row.interval.low, row.interval.high]),
  ])
  const values = [...all, ...(hall === null || bars ? [] : [hall]), ...(bars ? [0] : [])]
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const span = high - low || Math.abs(high) || 1
  const from = bars ? Math.min(0, low) : low - span * 0.03
  const to = bars ? high || 1 : high
  const width = to - from || 1
  return {
    at: value => Math.min(100, Math.max(0, ((value - from) / width) * 100)),
    ticks: ticksBetween(from, to, whole),
  }
}
