import type { Day, HallTime, Names, RowsQuestionInput } from '#measures'
import type { QueryContext } from './queryContext.ts'
import type { RowsAnswer, RowValue } from './rows.ts'
import { dayFromText, parsePeriod, textOfDay } from '#measures'
import { centresOf } from '../centres/centre.ts'
import { askRows } from './rows.ts'

/** An open case whose limit is near or past. */
interface DueCase {
  caseNumber: string
  item: Names | null
  window: Names | null
  due: string
  /** Working days until the limit, 0 on its day, negative past it; null where the calendar does not reach. */
  left: number | null
}

/**
 * Open cases past their limit, longest first, and those with at most a day left, as known at the end of
 * a local day.
 */
interface DueList {
  day: string
  overdue: { total: number; cases: DueCase[] }
  near: { total: number; cases: DueCase[] }
}

const asNames = (value: RowValue | undefined): Names | null => (typeof value === 'object' ? value : null)

/** Working days from one day to another, negative backwards; without a calendar there are none to count. */
function workingDaysTo(hall: HallTime, from: Day, to: Day): number | null {
  const { calendar } = hall
  if (!calendar) return null
  const counted = to >= from ? calendar.countFrom(from + 1, to) : calendar.countFrom(to + 1, from)
  return counted === null ? null : to >= from ? counted : -counted
}

function dueCases(answer: RowsAnswer, hall: HallTime, today: Day): DueCase[] {
  const [number, item, window, due] = ['caseNumber', 'itemId', 'windowId', 'committedDueDay'].map(key =>
    answer.columns.findIndex(column => column.key === key),
  )
  return answer.rows.flatMap((row): DueCase[] => {
    const text = String(row[due ?? -1] ?? '')
    const day = dayFromText(text)
    return day === null
      ? []
      : [
          {
            caseNumber: String(row[number ?? -1] ?? ''),
            item: asNames(row[item ?? -1]),
            window: asNames(row[window ?? -1]),
            due: text,
            left: workingDaysTo(hall, today, day),
          },
        ]
  })
}

/**
 * The cases to look at first, at the end of the asked period or today, whichever is sooner. Errors: as
 * `askRows`.
 */
export async function dueListOf(
  asked: { centre: string; period: string; filters: RowsQuestionInput['filters']; limit: number },
  context: QueryContext,
): Promise<DueList> {
  const { hall } = await centresOf(context.database).find(asked.centre)
  const today = hall.zone.localAt(context.now.getTime()).day
  const day = Math.min(parsePeriod(asked.period, today).to, today)
  const input = {
    centres: [asked.centre],
    period: `${textOfDay(day)}..${textOfDay(day)}`,
    filters: asked.filters,
    orderBy: 'committedDueDay',
    limit: asked.limit,
  }
  const [overdue, near] = await Promise.all([
    askRows({ ...input, measure: 'overdueOpenCases' }, context, 'asked'),
    askRows({ ...input, measure: 'nearDueCases' }, context, 'asked'),
  ])
  return {
    day: textOfDay(day),
    overdue: { total: overdue.total, cases: dueCases(overdue, hall, day) },
    near: { total: near.total, cases: dueCases(near, hall, day) },
  }
}
