import type { MeasureId } from '#measures'
import type { RowsAnswer } from '../../server/query/rows.ts'

/** The number of leading columns that identify a record: its code, and its name or item. */
function namingColumns(columns: RowsAnswer['columns']): number {
  const second = columns[1]?.key
  return second === 'name' || second === 'itemId' ? 2 : 1
}

/** The column that is asked for where a measure only counts its records. */
const askedFor: Partial<Record<MeasureId, string>> = { jointCases: 'workedMilliDays' }

/**
 * Moves the column of the measured number next to the names of the records; that of a measure which only
 * counts behind the unit that handled them.
 */
export function measuredFirst(page: RowsAnswer, id: MeasureId | null = null): RowsAnswer {
  const placeOf = (wanted: string | null | undefined): number =>
    page.columns.findIndex(({ key }) => key === wanted)
  const asked = page.measured === null && id ? askedFor[id] : undefined
  const from = placeOf(asked ?? page.measured)
  const to = asked ? placeOf('unitId') + 1 : namingColumns(page.columns)
  if (from <= to) return page
  const moved = <T>(list: readonly T[]): T[] => [
    ...list.slice(0, to),
    ...list.slice(from, from + 1),
    ...list.slice(to, from),
    ...list.slice(from + 1),
  ]
  return { ...page, columns: moved(page.columns), rows: page.rows.map(moved) }
}
