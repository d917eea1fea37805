import type { Source, SourceRecord } from '../read/source.ts'
import { NamedError } from '#measures'

/** So many further records are held until the last row is read; a file that counts more is none of these. */
const mostFurther = 200_000

/** The cells of each record for which one row stands; null where its count cannot be read. */
type CellsOfEach = (cells: readonly string[]) => string[][] | null

const tooMany = (): NamedError =>
  new NamedError('file-too-large', { what: `${mostFurther} + counted records`, most: String(mostFurther) })

/** Rows with a row for each record that they count. Errors: file-too-large. */
export function expandedRows(
  rows: readonly (readonly string[])[],
  cellsOfEach: CellsOfEach,
): (readonly string[])[] {
  const expanded: (readonly string[])[] = []
  for (const cells of rows) {
    const each = cellsOfEach(cells) ?? [cells]
    if (expanded.length + each.length > rows.length + mostFurther) throw tooMany()
    for (const one of each) expanded.push(one)
  }
  return expanded
}

/** The records of one row; a row whose count cannot be read is none. */
function recordsOf(record: SourceRecord, cellsOfEach: CellsOfEach): SourceRecord[] {
  if (record.broken !== undefined) return [record]
  const each = cellsOfEach(record.cells)
  return each === null ? [{ ...record, broken: 'notACount' }] : each.map(cells => ({ ...record, cells }))
}

/**
 * A source in which a row that stands for several records is that many. All but the first come after
 * the last row of the file and go on counting from it, so that no two have one number.
 * Errors, while it is read: file-too-large.
 */
export function withSeveral(source: Source, cellsOfEach: CellsOfEach): Source {
  async function* records(): AsyncGenerator<SourceRecord> {
    const further: SourceRecord[] = []
    let last = 0
    for await (const record of source.records) {
      const [first, ...more] = recordsOf(record, cellsOfEach)
      last = record.row
      if (further.length + more.length > mostFurther) throw tooMany()
      for (const one of more) further.push(one)
      if (first) yield first
    }
    for (const record of further) yield { ...record, row: ++last }
  }
  return { ...source, records: records() }
}
