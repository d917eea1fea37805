/** Points of a small line in a box of `width` × `height`, in pieces, because gaps stay gaps. */
export function sparkline(values: readonly (number | null)[], width: number, height: number): string[] {
  const known = values.filter(value => value !== null)
  const [low, high] = [Math.min(...known), Math.max(...known)]
  const step = values.length > 1 ? width / (values.length - 1) : 0
  const y = (value: number): number =>
    high === low ? height / 2 : height - ((value - low) / (high - low)) * height
  const pieces: string[][] = [[]]
  values.forEach((value, index) => {
    if (value === null) pieces.push([])
    else pieces.at(-1)?.push(`${(index * step).toFixed(1)},${y(value).toFixed(1)}`)
  })
  return pieces.filter(piece => piece.length > 1).map(piece => piece.join(' '))
}
