/** The size of a sparkline, and the values that its scale includes. */
interface SparkBox {
  width: number
  height: number
  /** The usual range of the values, which the scale includes. */
  band: { low: number; high: number } | null
}

/**
 * The segments of a sparkline (unknown values leave gaps), single points between gaps, and the usual range.
 */
interface Spark {
  pieces: string[]
  dots: string[]
  band: { top: number; bottom: number } | null
}

/** Computes a sparkline within a box. */
export function sparkline(values: readonly (number | null)[], { width, height, band }: SparkBox): Spark {
  const numbers = [...values.filter(value => value !== null), ...(band ? [band.low, band.high] : [])]
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)]
  const step = values.length > 1 ? width / (values.length - 1) : 0
  const y = (value: number): number =>
    high === low ? height / 2 : height - ((value - low) / (high - low)) * height
  const pieces: string[][] = [[]]
  values.forEach((value, index) => {
    if (value === null) pieces.push([])
    else pieces.at(-1)?.push(`${(index * step).toFixed(1)},${y(value).toFixed(1)}`)
  })
  const lines = pieces.filter(piece => piece.length > 0)
  return {
    pieces: lines.filter(piece => piece.length > 1).map(piece => piece.join(' ')),
    // A segment of length zero, which is drawn as a dot because its ends are round.
    dots: lines.filter(piece => piece.length === 1).map(([only]) => `${only} ${only}`),
    band: band && { top: y(band.high), bottom: y(band.low) },
  }
}
