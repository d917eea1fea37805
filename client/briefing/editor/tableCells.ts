import { cellsOf } from '../../ui/copiedCells.ts'
import { longestCell, mostColumns, mostRows, textTableFrom, withoutStyles } from './pasted.ts'

/** The text of a cell on one line, as it is stored. */
export const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

/** The cells of a copied table or of tab-separated text; null for a single cell or plain text. */
export function copiedCells(data: Pick<DataTransfer, 'getData'>): string[][] | null {
  const html = data.getData('text/html')
  const page = html ? new DOMParser().parseFromString(withoutStyles(html), 'text/html') : null
  const table = page?.querySelector('table')
  const text = data.getData('text/plain')
  const cells = (table && textTableFrom(table)?.block.rows) ?? (text.includes('\t') ? cellsOf(text) : [])
  return cells.length > 1 || (cells[0]?.length ?? 0) > 1 ? cells : null
}

/** Inserts cells into rows from a position on; the table grows up to its limits. */
export function withCells(
  rows: readonly (readonly string[])[],
  cells: readonly (readonly string[])[],
  at: { row: number; column: number },
): { rows: string[][]; isCut: boolean } {
  const widest = (some: readonly (readonly string[])[]): number => Math.max(...some.map(row => row.length))
  const height = Math.max(rows.length, at.row + cells.length)
  const width = Math.max(widest(rows), at.column + widest(cells))
  const cellAt = (row: number, column: number): string =>
    oneLine(cells[row - at.row]?.[column - at.column] ?? rows[row]?.[column] ?? '').slice(0, longestCell)
  return {
    rows: Array.from({ length: Math.min(height, mostRows) }, (_, row) =>
      Array.from({ length: Math.min(width, mostColumns) }, (__, column) => cellAt(row, column)),
    ),
    isCut:
      height > mostRows ||
      width > mostColumns ||
      cells.some(row => row.some(cell => oneLine(cell).length > longestCell)),
  }
}
