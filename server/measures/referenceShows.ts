/** Where a key of `referenceKey` has what its number shows. */
const placeOfShows = 4

/** What the number of a key of `referenceKey` shows; null for the key of a series. */
export function showsOfKey(key: string): string | null {
  const parts = JSON.parse(key) as unknown[]
  const shows = parts[placeOfShows]
  return typeof parts[0] === 'string' && typeof shows === 'string' ? shows : null
}
