import type { RowsAnswer } from '../../server/query/rows.ts'

/** The number of leading columns that identify a record: its code, and its name or item. */
function namingColumns(columns: RowsAnswer['columns']): number {
  const second = columns[1]?.key
  return second === 'name' || second === 'itemId' ? 2 : 1
}

/** Moves the column of the measured number next to the names of the records. */
export function measuredFirst(page: RowsAnswer): RowsAnswer {
  const from = page.columns.findIndex(({ key }) => key === page.measured)
  const to = namingColumns(page.columns)
  if (from <= to) return page
  const moved = <T>(list: readonly T[]): T[] => [
    ...list.slice(0, to),
    ...list.slice(from, from + 1),
    ...list.slice(to, from),
    ...list.slice(from + 1),
  ]
  return { ...page, columns: moved(page.columns), rows: page.rows.map(moved) }
}
