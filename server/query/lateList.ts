import type { Names, RowsQuestionInput } from '#measures'
import type { QueryContext } from './queryContext.ts'
import { dayFromText } from '#measures'
import { centresOf } from '../centres/centre.ts'
import { asNames, workingDaysTo } from './dueList.ts'
import { askRows } from './rows.ts'

/** A case completed after its due date. */
interface LateCase {
  caseNumber: string
  item: Names | null
  window: Names | null
  due: string
  /** The local time of completion. */
  done: string
  /** Working days after the due date, 0 on the day itself; null where the calendar does not cover it. */
  over: number | null
}

/** Cases completed after their due date, newest first. */
interface LateList {
  total: number
  cases: LateCase[]
}

/** The cases completed late in a period. Errors: as `askRows`. */
export async function lateListOf(
  asked: { centre: string; period: string; filters: RowsQuestionInput['filters']; limit: number },
  context: QueryContext,
): Promise<LateList> {
  const { hall } = await centresOf(context.database).find(asked.centre)
  const { rows, columns, total } = await askRows(
    {
      measure: 'overdueCompletions',
      centres: [asked.centre],
      period: asked.period,
      filters: asked.filters,
      orderBy: 'completedAt',
      descending: true,
      limit: asked.limit,
    },
    context,
  )
  const [number, item, window, due, done] = [
    'caseNumber',
    'itemId',
    'windowId',
    'committedDueDay',
    'completedAt',
  ].map(key => columns.findIndex(column => column.key === key))
  const cases = rows.map((row): LateCase => {
    const [dueOn, doneAt] = [due, done].map(place => String(row[place ?? -1] ?? ''))
    const [from, to] = [dueOn, doneAt].map(text => dayFromText((text ?? '').slice(0, 10)))
    return {
      caseNumber: String(row[number ?? -1] ?? ''),
      item: asNames(row[item ?? -1]),
      window: asNames(row[window ?? -1]),
      due: dueOn ?? '',
      done: doneAt ?? '',
      over: from == null || to == null ? null : workingDaysTo(hall, from, to),
    }
  })
  return { total, cases }
}
