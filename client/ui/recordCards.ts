import type { RowsAnswer } from '../../server/query/rows.ts'

type Column = RowsAnswer['columns'][number]

/** Tests for the columns that identify a record, in the order in which they are shown. */
const telling: readonly ((column: Column) => boolean)[] = [
  ({ key }) => key === 'name' || key === 'itemId' || key === 'summary',
  ({ shows }) => shows === 'window' || shows === 'unit',
  ({ shows }) => shows === 'fen',
  ({ shows }) => shows === 'day' || shows === 'instant',
  ({ shows, key }) => shows === 'list' && /outcome|verdict|kind/i.test(key),
]
const most = 5

/**
 * The indexes of the columns that identify a record on a phone: code, subject, place, amount, time and
 * outcome. The column by which records are sorted is always included.
 */
export function tellingColumns(columns: readonly Column[], orderBy?: string): number[] {
  const found = telling.map(is => columns.findIndex((column, place) => place > 0 && is(column)))
  const sorting = columns.findIndex(({ key }) => key === orderBy)
  const places = [0, ...found.slice(0, 1), sorting, ...found.slice(1)].filter(place => place >= 0)
  return [...new Set(places)].slice(0, most)
}
