import { NamedError } from '#measures'

/** How much a file may hold before it is refused; a person can raise each (README, settings). */
export interface Limits {
  uploadBytes: number
  /** After unpacking gzip or the parts of a workbook. */
  unpackedBytes: number
  rows: number
  /** Characters of one cell. */
  cellCharacters: number
  /** Characters of one row, and of one line. */
  rowCharacters: number
  /** What a reader holds at once, such as the shared texts of a workbook; in bytes, roughly. */
  heldBytes: number
  /** A JSON document that has to be read whole, such as a release package. */
  documentBytes: number
  /** What a look at a file may take, in a thread of its own. */
  lookSeconds: number
  lookMegabytes: number
}

const megabyte = 1 << 20

export const defaultLimits: Limits = {
  uploadBytes: 2048 * megabyte,
  unpackedBytes: 16_384 * megabyte,
  rows: 10_000_000,
  cellCharacters: megabyte,
  rowCharacters: 16 * megabyte,
  heldBytes: 512 * megabyte,
  documentBytes: 64 * megabyte,
  lookSeconds: 120,
  lookMegabytes: 1024,
}

/** As many columns as a spreadsheet can have; more are no table. */
export const mostColumns = 16_384

/** From this size on, a file that unpacks to very much more than it was is taken for a trap. */
const suspectFrom = 64 * megabyte
const mostRatio = 300

/**
 * True where so much has come out of so little that it can only be meant to fill memory or disk (a "zip
 * bomb").
 */
export function isBomb(packed: number, unpacked: number): boolean {
  return unpacked > suspectFrom && unpacked > packed * mostRatio
}

/** What a text takes in memory, roughly: two bytes a character, and what stands around it. */
export const bytesOfText = (text: string): number => 40 + 2 * text.length

/** What a row takes in memory, roughly. */
export const bytesOfCells = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + bytesOfText(cell), 0)

/** Counts what a reader holds. Errors: file-too-large. */
export class Held {
  private bytes = 0
  private readonly what: string
  private readonly most: number

  constructor(what: string, { heldBytes }: Pick<Limits, 'heldBytes'>) {
    this.what = what
    this.most = heldBytes
  }

  /** Adds so many bytes; a negative number for what is let go. */
  add(bytes: number): void {
    this.bytes += bytes
    if (this.bytes > this.most)
      throw new NamedError('file-too-large', {
        what: `${Math.round(this.bytes / megabyte)} MB ${this.what}`,
        most: `${Math.round(this.most / megabyte)} MB`,
      })
  }
}

/** The text of a cell while it is collected. Errors: file-too-large. */
export function checkedCell(text: string, { cellCharacters: most }: Pick<Limits, 'cellCharacters'>): string {
  if (text.length > most)
    throw new NamedError('file-too-large', { what: `${text.length} characters in one cell`, most: `${most}` })
  return text
}
