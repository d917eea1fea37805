import type { RowsAnswer } from '../../server/query/rows.ts'

type Column = RowsAnswer['columns'][number]

/** What a record is about, what there was of it, and when: in this order, where it has them. */
const telling: readonly ((column: Column) => boolean)[] = [
  ({ key }) => key === 'name' || key === 'itemId' || key === 'summary',
  ({ shows }) => shows === 'window' || shows === 'unit',
  ({ shows }) => shows === 'fen',
  ({ shows }) => shows === 'day' || shows === 'instant',
  ({ shows, key }) => shows === 'list' && /outcome|verdict|kind/i.test(key),
]
const most = 5

/**
 * The places of the columns that tell a record apart on a phone: its code first, then what it is about,
 * where, how much, when and with what end. The column by which records are sorted is always among them.
 */
export function tellingColumns(columns: readonly Column[], orderBy?: string): number[] {
  const found = telling.map(is => columns.findIndex((column, place) => place > 0 && is(column)))
  const sorting = columns.findIndex(({ key }) => key === orderBy)
  const places = [0, ...found.slice(0, 1), sorting, ...found.slice(1)].filter(place => place >= 0)
  return [...new Set(places)].slice(0, most)
}
