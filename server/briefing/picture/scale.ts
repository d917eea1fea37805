/** The ends of an axis and its grid lines. */
interface Scale {
  least: number
  most: number
  ticks: number[]
}

/** The roundest step (1, 2, 2.5 or 5 times a power of ten) that divides a span into at most five. */
function stepFor(span: number): number {
  const power = 10 ** Math.floor(Math.log10(span / 5))
  return ([1, 2, 2.5, 5, 10].find(factor => factor * power * 5 >= span * 0.999) ?? 10) * power
}

/** A scale with round grid lines that contains all values. Sums start at zero; rates may start higher. */
export function scaleOf(values: readonly number[], { fromZero }: { fromZero: boolean }): Scale {
  const high = Math.max(...values, fromZero ? 0 : Number.NEGATIVE_INFINITY)
  const low = Math.min(...values, fromZero ? 0 : Number.POSITIVE_INFINITY)
  if (values.length === 0 || !Number.isFinite(high) || high === low)
    return singleValue(values.length === 0 ? 0 : high)
  const step = stepFor(high - low)
  const [first, last] = [Math.floor(low / step), Math.ceil(high / step)]
  return {
    least: first * step,
    most: last * step,
    ticks: Array.from({ length: last - first + 1 }, (_, place) => (first + place) * step),
  }
}

function singleValue(value: number): Scale {
  const half = Math.abs(value) / 2 || 1
  return { least: value - half, most: value + half, ticks: [value] }
}
