/** How much a file may hold before it is refused; a person can raise each (README, settings). */
export interface Limits {
  uploadBytes: number
  /** After unpacking gzip or the parts of a workbook. */
  unpackedBytes: number
  rows: number
  /** Characters of one cell. */
  cellCharacters: number
  /** A JSON document that has to be read whole, such as a release package. */
  documentBytes: number
}

const megabyte = 1 << 20

export const defaultLimits: Limits = {
  uploadBytes: 2048 * megabyte,
  unpackedBytes: 16_384 * megabyte,
  rows: 10_000_000,
  cellCharacters: megabyte,
  documentBytes: 64 * megabyte,
}

/** From this size on, a file that unpacks to very much more than it was is taken for a trap. */
const suspectFrom = 64 * megabyte
const mostRatio = 300

/** True where so much has come out of so little that it can only be meant to fill memory or disk (a "zip bomb"). */
export function isBomb(packed: number, unpacked: number): boolean {
  return unpacked > suspectFrom && unpacked > packed * mostRatio
}
