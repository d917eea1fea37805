import type { Centre } from '../centres/centre.ts'
import type { BadReviewDeadlines } from '../centres/standards.ts'
import type { Day, HallTime, Names } from '../measures/index.ts'
import type { QueryContext } from './queryContext.ts'
import type { RowValue } from './rows.ts'
import { dayFromText, textOfDay, weekdayOf } from '../measures/index.ts'
import { askRows } from './rows.ts'

const steps = ['reply', 'callBack', 'rectify'] as const
type Step = (typeof steps)[number]

const columnOfStep: Record<Step, string> = {
  reply: 'repliedDay',
  callBack: 'calledBack',
  rectify: 'closedDay',
}

type StepState = 'inTime' | 'late' | 'open' | 'overdue'

/** A bad review that still waits for a step. */
interface OpenReview {
  code: string
  given: string
  window: Names | null
  summary: string
  /** The first step that is still to be done, and by which day. */
  step: Step
  due: string
  overdue: boolean
}

/** A day is a working day unless the calendar says otherwise; where there is none, Monday to Friday. */
export const isWorking = (hall: HallTime, day: Day): boolean =>
  hall.calendar?.isWorking(day) ?? weekdayOf(day) <= 5

/** The last day on which something that has so many working days is in time. */
export function dueAfter(hall: HallTime, day: Day, workingDays: number): Day {
  let at = day
  for (let left = workingDays; left > 0; at++) if (isWorking(hall, at + 1)) left--
  return at
}

function stateOf(done: Day | null, due: Day, today: Day): StepState {
  if (done !== null) return done <= due ? 'inTime' : 'late'
  return today > due ? 'overdue' : 'open'
}

const mostRead = 500

/**
 * How the bad reviews of a period were followed up: of each step how many were in time, late, are open or
 * overdue today; and those that still wait, the most urgent first.
 */
export async function badReviewFollowUps(
  centre: Centre,
  asked: { period: string; filters: { dimension: string; in: string[] }[]; deadlines: BadReviewDeadlines },
  context: QueryContext,
) {
  const { hall } = centre
  const today = hall.zone.localAt(context.now.getTime()).day
  const answer = await askRows(
    {
      measure: 'badReviews',
      centres: [centre.code],
      period: asked.period,
      filters: asked.filters,
      orderBy: 'givenDay',
      descending: true,
      limit: mostRead,
    },
    context,
  )
  const place = (key: string): number => answer.columns.findIndex(column => column.key === key)
  const cell = (row: readonly RowValue[], key: string): RowValue => row[place(key)] ?? null
  const reviews = answer.rows.flatMap(row => {
    const given = dayFromText(String(cell(row, 'givenDay')))
    if (given === null) return []
    const found = steps.map(step => {
      const due = dueAfter(hall, given, asked.deadlines[step])
      const done = cell(row, columnOfStep[step])
      return { step, due, state: stateOf(done === null ? null : dayFromText(String(done)), due, today) }
    })
    return [{ row, given, found }]
  })
  const counts = Object.fromEntries(
    steps.map((step, index) => {
      const states = reviews.map(({ found }) => found[index]?.state)
      const count = (state: StepState): number => states.filter(one => one === state).length
      return [
        step,
        { inTime: count('inTime'), late: count('late'), open: count('open'), overdue: count('overdue') },
      ]
    }),
  ) as Record<Step, Record<StepState, number>>
  const open = reviews
    .flatMap(({ row, given, found }): OpenReview[] => {
      const next = found.find(({ state }) => state === 'open' || state === 'overdue')
      const window = cell(row, 'windowId')
      return next
        ? [
            {
              code: String(cell(row, 'feedbackCode')),
              given: textOfDay(given),
              window: typeof window === 'object' ? window : null,
              summary: String(cell(row, 'summary') ?? ''),
              step: next.step,
              due: textOfDay(next.due),
              overdue: next.state === 'overdue',
            },
          ]
        : []
    })
    .toSorted((a, b) => a.due.localeCompare(b.due) || a.code.localeCompare(b.code))
  return { total: answer.total, read: reviews.length, counts, open }
}
