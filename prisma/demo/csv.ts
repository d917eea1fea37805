import type { Table } from './catalogue.ts'
import { Buffer } from 'node:buffer'

const linesPerPiece = 500

function cell(value: string | number): string {
  const text = String(value)
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A table as CSV, a few hundred lines at a time. */
export function* csvLines(table: Table): Generator<Buffer> {
  let piece = `${table.header.join(',')}\n`
  let lines = 0
  for (const row of table.rows) {
    piece += `${row.map(cell).join(',')}\n`
    if (++lines % linesPerPiece === 0) {
      yield Buffer.from(piece)
      piece = ''
    }
  }
  yield Buffer.from(piece)
}
