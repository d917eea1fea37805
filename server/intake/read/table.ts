import type { Form } from './form.ts'
import type { Merge } from './merges.ts'
import type { SourceRecord } from './source.ts'
import { filledAcross, filledWidth, joinedHeadings } from './headings.ts'
import { bytesOfCells } from './limits.ts'
import { isBlank } from './source.ts'

/** A table among rows: its headings, the first rows, and an iterator over the rest. */
export interface Table {
  headings: string[]
  /** The last row of the headings. */
  lastHeading: number
  first: SourceRecord[]
  rest: AsyncIterator<SourceRecord>
}

/** The number of rows below the headings from which the width of the table is determined. */
const looked = 50
/** The most memory of those rows, in bytes. */
const lookedBytes = 8 << 20

async function skipTo(
  rows: AsyncIterator<SourceRecord>,
  headerRow: number | undefined,
): Promise<SourceRecord | null> {
  for (;;) {
    const next = await rows.next()
    if (next.done) return null
    if (headerRow === undefined ? !isBlank(next.value.cells) : next.value.row >= headerRow) return next.value
  }
}

/**
 * Columns without a heading belong to the table where the heading line extends over them, or where most rows
 * have text in them.
 */
function widthOf(lines: readonly SourceRecord[], first: readonly SourceRecord[]): number {
  const named = Math.max(...lines.map(({ cells }) => filledWidth(cells)))
  const given = Math.max(...lines.map(({ cells }) => cells.length))
  const widest = Math.max(named, ...first.map(({ cells }) => filledWidth(cells)))
  const unnamed = Array.from({ length: widest - named }, (_, index) => named + index)
  const last = unnamed.findLast(place => {
    const filled = first.filter(({ cells }) => (cells[place] ?? '').trim() !== '').length
    return filled > 0 && (place < given || filled > first.length / 2)
  })
  return last === undefined ? named : last + 1
}

/**
 * Finds the headings: the first row that is not blank or the given one, with the given number of lines.
 * Columns that are only formatted are ignored. Null without rows.
 */
export async function openTable(
  rows: AsyncIterator<SourceRecord>,
  form: Pick<Form, 'headerRow' | 'headerRows'>,
  merges: readonly Merge[] = [],
): Promise<Table | null> {
  const header = await skipTo(rows, form.headerRow)
  if (header === null) return null
  const lastHeading = header.row + (form.headerRows ?? 1) - 1
  const lines = [header]
  const first: SourceRecord[] = []
  let bytes = 0
  while (first.length < looked && bytes < lookedBytes) {
    const next = await rows.next()
    if (next.done) break
    bytes += bytesOfCells(next.value.cells)
    ;(next.value.row <= lastHeading ? lines : first).push(next.value)
  }
  const width = widthOf(lines, first)
  const filled = filledAcross(
    lines,
    merges.filter(({ top }) => top >= header.row && top <= lastHeading),
  )
  return {
    headings: joinedHeadings(
      filled.map(({ cells }) => cells),
      width,
    ),
    lastHeading,
    first,
    rest: rows,
  }
}

/** The rows of a table in order. */
export function rowsOf({ first, rest }: Table): AsyncIterable<SourceRecord> {
  let place = 0
  const next = async (): Promise<IteratorResult<SourceRecord>> => {
    const record = first[place++]
    return record === undefined ? rest.next() : { value: record, done: false }
  }
  return {
    [Symbol.asyncIterator]: () => ({
      next,
      return: async () => rest.return?.() ?? { value: undefined, done: true },
    }),
  }
}
