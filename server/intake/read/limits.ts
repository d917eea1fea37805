import { NamedError } from '#measures'

/** The limits of a file; each can be raised (README, settings). */
export interface Limits {
  uploadBytes: number
  /** After unpacking gzip or the parts of a workbook. */
  unpackedBytes: number
  rows: number
  /** Characters of one cell. */
  cellCharacters: number
  /** Characters of one row, and of one line. */
  rowCharacters: number
  /**
   * The memory that a reader may hold, such as for the shared texts of a workbook; in bytes, approximately.
   */
  heldBytes: number
  /** The size of a JSON document that must be read whole, such as a release package. */
  documentBytes: number
  /** The limits of inspection, in a separate thread or process. */
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

/** The most columns of a spreadsheet; a file with more is not a table. */
export const mostColumns = 16_384

/** The unpacked size from which the packing ratio is checked. */
const suspectFrom = 64 * megabyte
const mostRatio = 300

/** Whether a file unpacks to so much more than its size that it must be a zip bomb. */
export function isBomb(packed: number, unpacked: number): boolean {
  return unpacked > suspectFrom && unpacked > packed * mostRatio
}

/** The memory of a text, approximately: two bytes per character, and overhead. */
export const bytesOfText = (text: string): number => 40 + 2 * text.length

/** The memory of a row, approximately. */
export const bytesOfCells = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + bytesOfText(cell), 0)

/** Counts the memory that a reader holds. Errors: file-too-large. */
export class Held {
  private bytes = 0
  private readonly what: string
  private readonly most: number

  constructor(what: string, { heldBytes }: Pick<Limits, 'heldBytes'>) {
    this.what = what
    this.most = heldBytes
  }

  /** Adds a number of bytes; negative when released. */
  add(bytes: number): void {
    this.bytes += bytes
    if (this.bytes > this.most)
      throw new NamedError('file-too-large', {
        what: `${Math.round(this.bytes / megabyte)} MB ${this.what}`,
        most: `${Math.round(this.most / megabyte)} MB`,
      })
  }
}

/** Collects the text of a cell. Errors: file-too-large. */
export function checkedCell(text: string, { cellCharacters: most }: Pick<Limits, 'cellCharacters'>): string {
  if (text.length > most)
    throw new NamedError('file-too-large', { what: `${text.length} characters in one cell`, most: `${most}` })
  return text
}
