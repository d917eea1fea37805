import type { Merge } from './merges.ts'
import type { SourceRecord } from './source.ts'
import { MergeFiller } from './merges.ts'
import { namedHeaders } from './source.ts'

const mostLines = 4
const isFilled = (cell: string | undefined): boolean => (cell ?? '').trim() !== ''

/** The index after the last cell with text. */
export function filledWidth(cells: readonly string[]): number {
  return cells.findLastIndex(isFilled) + 1
}

/** Rows in which all cells of merged ranges have the text. */
export function filledAcross(rows: readonly SourceRecord[], merges: readonly Merge[]): SourceRecord[] {
  const width = Math.max(0, ...rows.map(({ cells }) => filledWidth(cells)))
  const filler = new MergeFiller(merges, width)
  return rows.map(row => filler.fill(row, true))
}

/** The number of cells with text; a title merged over the whole width counts once. */
function countOf(own: readonly string[], filled: readonly string[]): number {
  const texts = new Set(filled.filter(isFilled))
  return (texts.size === 1 ? own : filled).filter(isFilled).length
}

/**
 * The first row that is about as wide as the widest, because exports often have a title above their headings.
 * Null where it is the first row.
 */
export function headerRowOf(rows: readonly SourceRecord[], merges: readonly Merge[] = []): number | null {
  const counted = filledAcross(rows, merges).map(({ row, cells }, index) => ({
    row,
    count: countOf(rows[index]?.cells ?? [], cells),
  }))
  const widest = Math.max(0, ...counted.map(({ count }) => count))
  const first = counted.find(({ count }) => count >= Math.max(2, widest * 0.6))
  return widest < 3 || !first || first === counted.find(({ count }) => count > 0) ? null : first.row
}

const shareWithDigits = (cells: readonly string[]): number =>
  cells.filter(cell => /\p{Nd}/u.test(cell)).length / Math.max(1, cells.filter(isFilled).length)

/** Whether a row looks like headings and differs from the rows below it. */
function readsLikeHeadings(line: SourceRecord | undefined, below: readonly SourceRecord[]): boolean {
  if (!line || below.length === 0) return false
  const rows = below.map(({ cells }) => shareWithDigits(cells))
  return shareWithDigits(line.cells) < 0.34 && Math.max(...rows) > shareWithDigits(line.cells)
}

/**
 * Without merged ranges (as in a CSV saved from a workbook), the first line is blank where the second has
 * names.
 */
function complements(first: readonly string[], second: readonly string[]): boolean {
  const places = [...Array.from({ length: Math.max(first.length, second.length) }).keys()]
  const under = places.filter(place => isFilled(second[place]))
  return (
    under.length > 0 &&
    under.some(place => !isFilled(first[place])) &&
    places.some(place => isFilled(first[place]) && !isFilled(second[place])) &&
    new Set(under.map(place => second[place]?.trim())).size === under.length
  )
}

/** The number of heading lines that start in a row: 2 where 时间 is above 收件时间 and 办结时间. */
export function headingLines(
  rows: readonly SourceRecord[],
  headerRow: number,
  merges: readonly Merge[] = [],
): number {
  const [first, second] = [headerRow, headerRow + 1].map(row => rows.find(record => record.row === row))
  const below = rows.filter(({ row }) => row > headerRow + 1)
  if (!first) return 1
  const inRow = merges.filter(merge => merge.top === headerRow)
  const deepest = Math.max(headerRow, ...inRow.map(merge => merge.bottom))
  const wide = inRow.some(merge => merge.right > merge.left)
  if (deepest > headerRow && (wide || readsLikeHeadings(second, below)))
    return Math.min(mostLines, deepest - headerRow + 1)
  const two = wide || (merges.length === 0 && second !== undefined && complements(first.cells, second.cells))
  return two && readsLikeHeadings(second, below) ? 2 : 1
}

/**
 * A blank cell of an upper line belongs to the heading on its left where a lower line has a name below it.
 */
function spread(lines: readonly (readonly string[])[], width: number): string[][] {
  return lines.map((cells, index) => {
    const below = lines[index + 1]
    const full: string[] = []
    for (let place = 0; place < width; place++) {
      const own = cells[place]?.trim() ?? ''
      full.push(own === '' && below && isFilled(below[place]) ? (full[place - 1] ?? '') : own)
    }
    return full
  })
}

/**
 * Combines heading lines into one heading per column, joined by " / "; trailing columns without text are cut
 * at `width`.
 */
export function joinedHeadings(lines: readonly (readonly string[])[], width: number): string[] {
  const full = spread(lines, width)
  const joined = Array.from(Array.from({ length: width }).keys(), place => {
    const texts = full.map(cells => cells[place] ?? '').filter(text => text !== '')
    return texts.filter((text, index) => text !== texts[index - 1]).join(' / ')
  })
  return namedHeaders(joined)
}
