import type { Centre } from '../centres/centre.ts'
import type { BadReviewDeadlines } from '../centres/standards.ts'
import type { Day, HallTime, Names } from '../measures/index.ts'
import type { QueryContext } from './queryContext.ts'
import type { RowsAnswer, RowValue } from './rows.ts'
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

/** Answers that came after their deadline or still have to, of all that were due. */
interface LateReplies {
  late: number
  of: number
}

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
  /** Working days since it was given, and since the step was due: 0 where it is not. */
  passed: number
  late: number
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

/** How many working days lie after one day until another. */
function workingDaysAfter(hall: HallTime, from: Day, until: Day): number {
  let count = 0
  for (let day = from + 1; day <= until; day++) if (isWorking(hall, day)) count++
  return count
}

function stateOf(done: Day | null, due: Day, today: Day): StepState {
  if (done !== null) return done <= due ? 'inTime' : 'late'
  return today > due ? 'overdue' : 'open'
}

/** A bad review of the period with where each of its steps stands. */
interface FollowedReview {
  code: string
  given: Day
  window: Names | null
  summary: string
  steps: Record<Step, { due: Day; state: StepState }>
}

interface Clock {
  hall: HallTime
  deadlines: BadReviewDeadlines
  today: Day
}

function followed(
  answer: RowsAnswer,
  row: readonly RowValue[],
  { hall, deadlines, today }: Clock,
): FollowedReview[] {
  const cell = (key: string): RowValue => row[answer.columns.findIndex(column => column.key === key)] ?? null
  const dayOf = (key: string): Day | null => dayFromText(String(cell(key) ?? ''))
  const given = dayOf('givenDay')
  if (given === null) return []
  const standing = (step: Step): { due: Day; state: StepState } => {
    const due = dueAfter(hall, given, deadlines[step])
    return { due, state: stateOf(dayOf(columnOfStep[step]), due, today) }
  }
  const window = cell('windowId')
  return [
    {
      code: String(cell('feedbackCode')),
      given,
      window: typeof window === 'object' ? window : null,
      summary: String(cell('summary') ?? ''),
      steps: { reply: standing('reply'), callBack: standing('callBack'), rectify: standing('rectify') },
    },
  ]
}

function countsOf(reviews: readonly FollowedReview[], step: Step): Record<StepState, number> {
  const counts = { inTime: 0, late: 0, open: 0, overdue: 0 }
  for (const review of reviews) counts[review.steps[step].state]++
  return counts
}

/** How many answers to bad reviews came late, or are: a signal where they are more than those in time. */
function lateRepliesOf({ inTime, late, overdue }: Record<StepState, number>): LateReplies | null {
  const all = late + overdue
  return all > inTime ? { late: all, of: all + inTime } : null
}

/** The first step of a review that is still to be done; none where all are done. */
function openStep(
  { code, given, window, summary, steps: standing }: FollowedReview,
  { hall, today }: Clock,
): OpenReview[] {
  const step = steps.find(one => ['open', 'overdue'].includes(standing[one].state))
  if (!step) return []
  const { due, state } = standing[step]
  return [
    {
      code,
      given: textOfDay(given),
      window,
      summary,
      step,
      due: textOfDay(due),
      overdue: state === 'overdue',
      passed: workingDaysAfter(hall, given, today),
      late: workingDaysAfter(hall, due, today),
    },
  ]
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
  const { period, filters, deadlines } = asked
  const { hall } = centre
  const today = hall.zone.localAt(context.now.getTime()).day
  const answer = await askRows(
    {
      measure: 'badReviews',
      centres: [centre.code],
      period,
      filters,
      orderBy: 'givenDay',
      descending: true,
      limit: mostRead,
    },
    context,
  )
  const reviews = answer.rows.flatMap(row => followed(answer, row, { hall, deadlines, today }))
  const reply = countsOf(reviews, 'reply')
  return {
    total: answer.total,
    read: reviews.length,
    lateReplies: lateRepliesOf(reply),
    counts: {
      reply,
      callBack: countsOf(reviews, 'callBack'),
      rectify: countsOf(reviews, 'rectify'),
    },
    open: reviews
      .flatMap(review => openStep(review, { hall, deadlines, today }))
      .toSorted((a, b) => a.due.localeCompare(b.due) || a.code.localeCompare(b.code)),
  }
}
