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

/** Answers to bad reviews that came late or are overdue, of all that were due. */
interface LateReplies {
  late: number
  of: number
}

/** A bad review with a step still to be done. */
interface OpenReview {
  code: string
  given: string
  window: Names | null
  summary: string
  /** The first step still to be done, and its due day. */
  step: Step
  due: string
  overdue: boolean
  /** Working days since the review was given, and since the step was due: 0 where it is not overdue. */
  passed: number
  late: number
  /** Working days until the due day, and days of the calendar: 0 on the day itself. */
  left: number
  inDays: number
}

/** Whether a day is a working day by the calendar; without one, Monday to Friday. */
export const isWorking = (hall: HallTime, day: Day): boolean =>
  hall.calendar?.isWorking(day) ?? weekdayOf(day) <= 5

/** The last day in time for something that may take a number of working days from a day. */
export function dueAfter(hall: HallTime, day: Day, workingDays: number): Day {
  let at = day
  for (let left = workingDays; left > 0; at++) if (isWorking(hall, at + 1)) left--
  return at
}

/** The number of working days after `from`, up to and including `until`. */
function workingDaysAfter(hall: HallTime, from: Day, until: Day): number {
  let count = 0
  for (let day = from + 1; day <= until; day++) if (isWorking(hall, day)) count++
  return count
}

function stateOf(done: Day | null, due: Day, today: Day): StepState {
  if (done !== null) return done <= due ? 'inTime' : 'late'
  return today > due ? 'overdue' : 'open'
}

/** A bad review of the period with the state of each of its steps. */
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

/** The late and overdue answers to bad reviews, where they outnumber those in time; else null. */
function lateRepliesOf({ inTime, late, overdue }: Record<StepState, number>): LateReplies | null {
  const all = late + overdue
  return all > inTime ? { late: all, of: all + inTime } : null
}

/** The first step of a review still to be done; empty where all are done. */
function openStep(
  { code, given, window, summary, steps: standing }: FollowedReview,
  { hall, today }: Clock,
): OpenReview[] {
  const step = steps.find(step => ['open', 'overdue'].includes(standing[step].state))
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
      left: workingDaysAfter(hall, today, due),
      inDays: due - today,
    },
  ]
}

const mostRead = 500

/**
 * How the bad reviews of a period were followed up: the number of each step that is in time, late, open or
 * overdue today, and the reviews with a step to be done, most urgent first.
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
