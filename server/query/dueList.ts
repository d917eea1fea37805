import type { Day, HallTime, Member, Names, RowsQuestionInput } from '#measures'
import type { QueryContext } from './queryContext.ts'
import type { RowsAnswer, RowValue } from './rows.ts'
import { dayFromText, textOfDay } from '#measures'
import { centresOf } from '../centres/centre.ts'
import { listMembers } from './listMembers.ts'
import { askRows } from './rows.ts'

/** An open case whose due date is near or past. */
interface DueCase {
  caseNumber: string
  item: Names | null
  window: Names | null
  /** The code of that window; null where several windows have its name. */
  windowCode: string | null
  due: string
  /**
   * Working days until the due date: 0 on the day itself, negative after it; null where the calendar does not
   * cover it.
   */
  left: number | null
}

/**
 * Open cases past their due date, most overdue first, and those with at most one working day left, as known
 * at the end of `day`, the last day with data.
 */
interface DueList {
  day: string
  overdue: { total: number; cases: DueCase[] }
  near: { total: number; cases: DueCase[] }
}

export const asNames = (value: RowValue | undefined): Names | null =>
  typeof value === 'object' ? value : null

/**
 * The number of working days from one day to another, negative where `to` is earlier. Null without a
 * calendar, or where it does not cover the days.
 */
export function workingDaysTo(hall: HallTime, from: Day, to: Day): number | null {
  const { calendar } = hall
  if (!calendar) return null
  const counted = to >= from ? calendar.countFrom(from + 1, to) : calendar.countFrom(to + 1, from)
  return counted === null ? null : to >= from ? counted : -counted
}

/** The code of the window with a name; null where none or several have it. */
function codeOf(windows: readonly Member[], name: Names | null): string | null {
  const [window, ...others] = windows.filter(window => window.zh === name?.zh && window.en === name.en)
  return window && others.length === 0 ? window.code : null
}

interface Place {
  hall: HallTime
  today: Day
  windows: readonly Member[]
}

function dueCases(answer: RowsAnswer, { hall, today, windows }: Place): DueCase[] {
  const [number, item, window, due] = ['caseNumber', 'itemId', 'windowId', 'committedDueDay'].map(key =>
    answer.columns.findIndex(column => column.key === key),
  )
  return answer.rows.flatMap((row): DueCase[] => {
    const text = String(row[due ?? -1] ?? '')
    const day = dayFromText(text)
    const at = asNames(row[window ?? -1])
    return day === null
      ? []
      : [
          {
            caseNumber: String(row[number ?? -1] ?? ''),
            item: asNames(row[item ?? -1]),
            window: at,
            windowCode: codeOf(windows, at),
            due: text,
            left: workingDaysTo(hall, today, day),
          },
        ]
  })
}

/**
 * The open cases that are due first, as of the last day with data. The period of the page does not matter:
 * the list agrees with the figure of any period that is still running. Errors: as `askRows`.
 */
export async function dueListOf(
  asked: { centre: string; filters: RowsQuestionInput['filters']; limit: number },
  context: QueryContext,
): Promise<DueList> {
  const { hall } = await centresOf(context.database).find(asked.centre)
  const input = {
    centres: [asked.centre],
    period: 'today',
    filters: asked.filters,
    orderBy: 'committedDueDay',
    limit: asked.limit,
  }
  const { database, scope } = context
  const [overdue, near, windows] = await Promise.all([
    askRows({ ...input, measure: 'overdueOpenCases' }, context),
    askRows({ ...input, measure: 'nearDueCases' }, context),
    listMembers(database, { centres: input.centres, dimension: 'window', scope }),
  ])
  const day = dayFromText(overdue.to) ?? hall.zone.localAt(context.now.getTime()).day
  const place = { hall, today: day, windows }
  return {
    day: textOfDay(day),
    overdue: { total: overdue.total, cases: dueCases(overdue, place) },
    near: { total: near.total, cases: dueCases(near, place) },
  }
}
