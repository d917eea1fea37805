import type { Source, SourceRecord } from '../read/source.ts'

/** The cells of each record for which one row stands; null where its count cannot be read. */
type CellsOfEach = (cells: readonly string[]) => string[][] | null

/** The records of one row; a row whose count cannot be read is none. */
function recordsOf(record: SourceRecord, cellsOfEach: CellsOfEach): SourceRecord[] {
  if (record.broken !== undefined) return [record]
  const each = cellsOfEach(record.cells)
  return each === null ? [{ ...record, broken: 'notACount' }] : each.map(cells => ({ ...record, cells }))
}

/**
 * A source in which a row that stands for several records is that many. All but the first come after
 * the last row of the file and go on counting from it, so that no two have one number.
 */
export function withSeveral(source: Source, cellsOfEach: CellsOfEach): Source {
  async function* records(): AsyncGenerator<SourceRecord> {
    const further: SourceRecord[] = []
    let last = 0
    for await (const record of source.records) {
      const [first, ...more] = recordsOf(record, cellsOfEach)
      last = record.row
      further.push(...more)
      if (first) yield first
    }
    for (const record of further) yield { ...record, row: ++last }
  }
  return { ...source, records: records() }
}
