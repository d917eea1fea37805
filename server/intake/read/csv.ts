import type { Bytes } from './bytes.ts'
import type { Form } from './form.ts'
import type { Limits } from './limits.ts'
import type { Source, SourceRecord } from './source.ts'
import { CsvError, parse } from 'csv-parse'
import { NamedError } from '#measures'
import { pipeErrors } from './bytes.ts'
import { decoded } from './decode.ts'
import { defaultLimits } from './limits.ts'
import { isBlank, trimmedTo } from './source.ts'
import { openTable, rowsOf } from './table.ts'

function broken(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error
  return new NamedError(
    'file-broken',
    {
      line: Number(error.lines ?? 0),
      reason:
        error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE'
          ? 'a quote that is never closed'
          : error.code,
    },
    error,
  )
}

/** Systems write ="00123" and '00123 so that a spreadsheet keeps every digit. */
function unquoted(cell: string): string {
  if (cell.charCodeAt(0) === 61) return /^="([^"]*)"$/.exec(cell)?.[1] ?? cell
  return cell.charCodeAt(0) === 39 && /^'\d+$/.test(cell) ? cell.slice(1) : cell
}

const lineEnd = /\r\n|\r|\n/

/**
 * Whether a text contains whole rows: an opening quotation mark was never closed, so that the text extends to
 * one in a later row. Its lines then have exactly the delimiters of those rows.
 */
function swallowsRows(text: string, place: number, { width, delimiter }: RowShape): boolean {
  const counts = text.split(lineEnd).map(line => line.split(delimiter).length - 1)
  const last = counts.length - 1
  // In a narrow table a note of several lines may look the same; there the quotation mark must be part of the
  // text.
  return (
    (width > 3 || text.startsWith('"')) &&
    counts.every(
      (count, index) => count === (index === 0 ? width - 1 - place : index === last ? place : width - 1),
    )
  )
}

/** The shape of the rows of a table. */
interface RowShape {
  width: number
  delimiter: string
}

function swallowed(cells: readonly string[], shape: RowShape): boolean {
  return cells.some((cell, place) => /[\r\n]/.test(cell) && swallowsRows(cell, place, shape))
}

/** A numbered row without surplus blank cells; marked as broken where it contains other rows. */
function asRecord(row: number, cells: string[], shape: RowShape): SourceRecord {
  const fitting = cells.length > shape.width ? trimmedTo(shape.width, cells) : cells
  return { row, cells: fitting, ...(swallowed(fitting, shape) && { broken: 'unclosedQuote' }) }
}

/**
 * Numbered rows. Surplus blank cells are removed once the width of the headings is known. A single generator,
 * because each costs time per row.
 */
async function* numbered(parser: AsyncIterable<string[]>, table: RowShape): AsyncGenerator<SourceRecord> {
  let row = 0
  try {
    for await (const cells of parser) {
      row++
      if (cells.length === 1 && isBlank(cells)) continue
      for (let place = 0; place < cells.length; place++) cells[place] = unquoted(cells[place] ?? '')
      yield asRecord(row, cells, table)
    }
  } catch (error) {
    throw broken(error)
  }
}

/**
 * Reads delimited text. Blank lines are skipped; rows of another length are returned unchanged. Errors:
 * file-unreadable, file-broken.
 */
export async function openCsv(
  bytes: Bytes,
  form: Pick<Form, 'encoding' | 'delimiter' | 'headerRow' | 'headerRows'>,
  limits: Limits = defaultLimits,
): Promise<Source> {
  const text = decoded(bytes.stream, form.encoding)
  const parser = pipeErrors(
    text,
    parse({
      delimiter: form.delimiter,
      relax_column_count: true,
      relax_quotes: true,
      // A longer record means a quotation mark that was never closed.
      max_record_size: limits.rowCharacters,
    }),
  )
  const fitting = { width: Number.POSITIVE_INFINITY, delimiter: form.delimiter ?? ',' }
  const table = await openTable(numbered(parser as AsyncIterable<string[]>, fitting), form)
  if (table === null) throw new NamedError('file-unreadable', { file: 'CSV', reason: 'empty' })
  fitting.width = table.headings.length
  table.first = table.first.map(({ row, cells }) => asRecord(row, cells, fitting))
  return {
    headers: table.headings,
    records: rowsOf(table),
    progress: bytes.progress,
    close: async () => void bytes.stream.destroy(),
  }
}
