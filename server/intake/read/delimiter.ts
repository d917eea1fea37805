import type { SourceRecord } from './source.ts'
import { parse } from 'csv-parse/sync'
import { delimiters } from './form.ts'

function widths(text: string, delimiter: string): number[] {
  try {
    return parse(text, {
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      to: 50,
    }).map(record => record.length)
  } catch {
    return []
  }
}

/** The delimiter with which most lines have the same number of cells, and more than one. */
export function delimiterOf(text: string): { delimiter: string; certain: boolean } {
  const complete = text.slice(0, Math.max(text.lastIndexOf('\n'), 0)) || text
  const scored = delimiters
    .map(delimiter => {
      const lengths = widths(complete, delimiter)
      const width = Math.max(0, ...lengths)
      const alike = lengths.filter(length => length === width).length / Math.max(1, lengths.length)
      return { delimiter, width, score: width > 1 ? alike * Math.log2(width) : 0 }
    })
    .sort((a, b) => b.score - a.score)
  const [best] = scored
  return best && best.score > 0
    ? { delimiter: best.delimiter, certain: best.score > 2 * (scored[1]?.score ?? 0) }
    : { delimiter: ',', certain: false }
}

/** Parses the first rows of delimited text; empty where that fails. */
export function firstRows(text: string, delimiter: string): SourceRecord[] {
  try {
    return parse(text.split('\n', 200).slice(0, -1).join('\n'), {
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      to: 20,
    }).map((cells, index) => ({ row: index + 1, cells }))
  } catch {
    return []
  }
}
