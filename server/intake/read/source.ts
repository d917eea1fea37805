import type { Reason } from '../rows/problems.ts'

/** One row of a file: its number as in a spreadsheet, and the texts of its cells. */
export interface SourceRecord {
  row: number
  cells: string[]
  /** Set where the row itself is damaged. */
  broken?: Reason
  /** Whether the row is hidden in the spreadsheet, such as by a filter. */
  hidden?: boolean
  /** Whether a later row of the same record replaces this one. */
  superseded?: boolean
}

/** The progress of reading a file. */
export interface Progress {
  read: number
  total: number
}

/** A file opened for reading: the headings, then rows one at a time, so that memory use is constant. */
export interface Source {
  headers: string[]
  /** Column → number of its cells filled from merged ranges. */
  merged?: ReadonlyMap<string, number>
  records: AsyncIterable<SourceRecord>
  progress: () => Progress
  close: () => Promise<void>
}

/** A text that PostgreSQL can store: without NUL and lone surrogates. */
export function storable(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed()
}

/** Makes headings unique names: trimmed, blank ones by position, repeated ones numbered. */
export function namedHeaders(cells: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return cells.map((cell, index) => {
    const plain =
      storable(cell)
        .replaceAll(/[\s\p{Cc}]+/gu, ' ')
        .trim() || `column ${index + 1}`
    const times = (seen.get(plain) ?? 0) + 1
    seen.set(plain, times)
    return times === 1 ? plain : `${plain} (${times})`
  })
}

/** Cells cut to the width of the headings where surplus ones are blank; missing ones stay missing. */
export function trimmedTo(width: number, cells: string[]): string[] {
  if (cells.length <= width || cells.slice(width).some(cell => cell.trim() !== '')) return cells
  return cells.slice(0, width)
}

/**
 * Cells brought to the width of the headings, with missing trailing ones added: workbooks omit blank cells.
 */
export function paddedTo(width: number, cells: string[]): string[] {
  const trimmed = trimmedTo(width, cells)
  while (trimmed.length < width) trimmed.push('')
  return trimmed
}

export const isBlank = (cells: readonly string[]): boolean => cells.every(cell => cell.trim() === '')
