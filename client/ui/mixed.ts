/** Red, green and blue of a hexadecimal colour such as #1c4a8a or #fff; null for other notations. */
function channelsOf(colour: string): number[] | null {
  const [, digits = ''] = /^\s*#([\da-f]{3}|[\da-f]{6})\s*$/i.exec(colour) ?? []
  const pairs = digits.length === 3 ? digits.replaceAll(/./g, '$&$&') : digits
  return pairs === '' ? null : [0, 2, 4].map(at => Number.parseInt(pairs.slice(at, at + 2), 16))
}

/**
 * Mixes a colour into a background with the given share in per cent. Browsers before 2023 have no
 * `color-mix`. Returns the background where a colour cannot be parsed.
 */
export function mixed(colour: string, ground: string, share: number): string {
  const [upper, lower] = [channelsOf(colour), channelsOf(ground)]
  if (!upper || !lower) return ground
  const channels = upper.map((channel, at) => {
    const below = lower[at] ?? channel
    return Math.round(below + ((channel - below) * share) / 100)
  })
  return `rgb(${channels.join(', ')})`
}
