/** The index of `shows` in a key of `referenceKey`. */
const placeOfShows = 4

/** What the number of a key shows; null for the key of a series. */
export function showsOfKey(key: string): string | null {
  const parts = JSON.parse(key) as unknown[]
  const shows = parts[placeOfShows]
  return typeof parts[0] === 'string' && typeof shows === 'string' ? shows : null
}
