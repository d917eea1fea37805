import type { Source, SourceRecord } from '../read/source.ts'
import { NamedError } from '#measures'

/** The most additional records that are kept until the last row is read. */
const mostFurther = 200_000

/** Returns the cells of each record in a row; null where its count is invalid. */
type CellsOfEach = (cells: readonly string[]) => string[][] | null

const tooMany = (): NamedError =>
  new NamedError('file-too-large', { what: `${mostFurther} + counted records`, most: String(mostFurther) })

/** Expands rows to one row per counted record. Errors: file-too-large. */
export function expandedRows(
  rows: readonly (readonly string[])[],
  cellsOfEach: CellsOfEach,
): (readonly string[])[] {
  const expanded: (readonly string[])[] = []
  for (const cells of rows) {
    const each = cellsOfEach(cells) ?? [cells]
    if (expanded.length + each.length > rows.length + mostFurther) throw tooMany()
    for (const item of each) expanded.push(item)
  }
  return expanded
}

/** The records of one row; a row with an invalid count is returned as broken. */
function recordsOf(record: SourceRecord, cellsOfEach: CellsOfEach): SourceRecord[] {
  if (record.broken !== undefined) return [record]
  const each = cellsOfEach(record.cells)
  return each === null ? [{ ...record, broken: 'notACount' }] : each.map(cells => ({ ...record, cells }))
}

/**
 * A source in which a row that counts several records is expanded. All but the first follow the last row of
 * the file and continue its numbers, so that row numbers are unique. Errors while reading: file-too-large.
 */
export function withSeveral(source: Source, cellsOfEach: CellsOfEach): Source {
  async function* records(): AsyncGenerator<SourceRecord> {
    const further: SourceRecord[] = []
    let last = 0
    for await (const record of source.records) {
      const [first, ...more] = recordsOf(record, cellsOfEach)
      last = record.row
      if (further.length + more.length > mostFurther) throw tooMany()
      for (const record of more) further.push(record)
      if (first) yield first
    }
    for (const record of further) yield { ...record, row: ++last }
  }
  return { ...source, records: records() }
}
