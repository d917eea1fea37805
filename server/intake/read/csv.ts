import type { Bytes } from './bytes.ts'
import type { Form } from './form.ts'
import type { Limits } from './limits.ts'
import type { Source, SourceRecord } from './source.ts'
import { CsvError, parse } from 'csv-parse'
import { NamedError } from '#measures'
import { pipeErrors } from './bytes.ts'
import { decoded } from './decode.ts'
import { defaultLimits } from './limits.ts'
import { isBlank, namedHeaders, splitHeader, trimmedTo } from './source.ts'

/** A record cannot be longer than this many cells' worth of text: beyond it a quote was opened and never closed. */
const recordFactor = 16

function broken(error: unknown): unknown {
  if (!(error instanceof CsvError))
    return error
  return new NamedError('file-broken', { line: Number(error.lines ?? 0), reason: error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE' ? 'a quote that is never closed' : error.code }, error)
}

/** Rows with their numbers; surplus blank cells go once the width of the headings is known. One generator, because each costs a turn a row. */
async function* numbered(parser: AsyncIterable<string[]>, known: { width: number }): AsyncGenerator<SourceRecord> {
  let row = 0
  try {
    for await (const cells of parser) {
      row++
      if (cells.length > 1 || !isBlank(cells))
        yield { row, cells: cells.length > known.width ? trimmedTo(known.width, cells) : cells }
    }
  }
  catch (error) {
    throw broken(error)
  }
}

/** Reads delimited text. Blank lines are passed over; rows of another length are given as they are. Errors: file-unreadable, file-broken. */
export async function openCsv(bytes: Bytes, form: Pick<Form, 'encoding' | 'delimiter' | 'headerRow'>, limits: Limits = defaultLimits): Promise<Source> {
  const text = decoded(bytes.stream, form.encoding)
  const parser = pipeErrors(text, parse({ delimiter: form.delimiter, relax_column_count: true, relax_quotes: true, max_record_size: limits.cellCharacters * recordFactor }))
  const known = { width: Number.POSITIVE_INFINITY }
  const { header, rest } = await splitHeader(numbered(parser as AsyncIterable<string[]>, known), form.headerRow)
  if (header === null)
    throw new NamedError('file-unreadable', { file: 'CSV', reason: 'empty' })
  const headers = namedHeaders(header.cells)
  known.width = headers.length
  return { headers, records: rest, progress: bytes.progress, close: async () => void bytes.stream.destroy() }
}
