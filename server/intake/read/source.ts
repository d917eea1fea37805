import type { Reason } from '../rows/problems.ts'

/** One row of a file: its number as a spreadsheet shows it, and the texts of its cells. */
export interface SourceRecord {
  row: number
  cells: string[]
  /** Set where the row itself is damaged. */
  broken?: Reason
  /** True where a spreadsheet does not show the row, such as one that a filter passes over. */
  hidden?: boolean
  /** True where a later row of the same record takes the place of this one. */
  superseded?: boolean
}

/** How far the reading of a file has come. */
export interface Progress {
  read: number
  total: number
}

/** A file opened for reading: the headings, then rows one at a time, so that memory stays flat. */
export interface Source {
  headers: string[]
  /** Column → how many of its cells took their text from a merged range. */
  merged?: ReadonlyMap<string, number>
  records: AsyncIterable<SourceRecord>
  progress: () => Progress
  close: () => Promise<void>
}

/**
 * A text as the database takes it: without NUL and halves of characters, which JSON can write and
 * PostgreSQL cannot keep.
 */
export function storable(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed()
}

/** Headings made usable as names: trimmed, blank ones named by their place, repeated ones numbered. */
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

/** Cells brought to the width of the headings; surplus blank cells go, missing ones stay missing. */
export function trimmedTo(width: number, cells: string[]): string[] {
  if (cells.length <= width || cells.slice(width).some(cell => cell.trim() !== '')) return cells
  return cells.slice(0, width)
}

/**
 * Cells brought to the width of the headings also where trailing ones are missing, as in workbooks,
 * which leave blank cells out.
 */
export function paddedTo(width: number, cells: string[]): string[] {
  const trimmed = trimmedTo(width, cells)
  while (trimmed.length < width) trimmed.push('')
  return trimmed
}

export const isBlank = (cells: readonly string[]): boolean => cells.every(cell => cell.trim() === '')
