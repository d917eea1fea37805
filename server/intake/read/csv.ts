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

/** ="00123" and '00123 are what systems write so that a spreadsheet keeps every digit. */
function unquoted(cell: string): string {
  if (cell.charCodeAt(0) === 61) return /^="([^"]*)"$/.exec(cell)?.[1] ?? cell
  return cell.charCodeAt(0) === 39 && /^'\d+$/.test(cell) ? cell.slice(1) : cell
}

/**
 * Rows with their numbers; surplus blank cells go once the width of the headings is known. One
 * generator, because each costs a turn a row.
 */
async function* numbered(
  parser: AsyncIterable<string[]>,
  table: { width: number },
): AsyncGenerator<SourceRecord> {
  let row = 0
  try {
    for await (const cells of parser) {
      row++
      if (cells.length === 1 && isBlank(cells)) continue
      for (let place = 0; place < cells.length; place++) cells[place] = unquoted(cells[place] ?? '')
      yield { row, cells: cells.length > table.width ? trimmedTo(table.width, cells) : cells }
    }
  } catch (error) {
    throw broken(error)
  }
}

/**
 * Reads delimited text. Blank lines are passed over; rows of another length are given as they are.
 * Errors: file-unreadable, file-broken.
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
      // Beyond it a quote was opened and never closed.
      max_record_size: limits.rowCharacters,
    }),
  )
  const fitting = { width: Number.POSITIVE_INFINITY }
  const table = await openTable(numbered(parser as AsyncIterable<string[]>, fitting), form)
  if (table === null) throw new NamedError('file-unreadable', { file: 'CSV', reason: 'empty' })
  fitting.width = table.headings.length
  for (const record of table.first) record.cells = trimmedTo(fitting.width, record.cells)
  return {
    headers: table.headings,
    records: rowsOf(table),
    progress: bytes.progress,
    close: async () => void bytes.stream.destroy(),
  }
}
