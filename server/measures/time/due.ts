import type { Day } from '../../common/day.ts'
import type { Instant } from '../../common/zone.ts'
import type { HallTime, Suspension } from './hallTime.ts'
import type { Moment } from './moment.ts'
import { isSuspended } from './hallTime.ts'

/** The time limit of a case, by its item's commitment or by law. */
export interface Limit {
  amount: number
  unit: 'workingDay' | 'calendarDay' | 'hour'
}

/** Why a case has no due instant. Its row is never refused for that. */
export type DueGap = 'noLimit' | 'noCalendar' | 'calendarUnpublished' | 'suspended' | 'notAccepted'

/**
 * The instant after which a case is late, the last day in time, and the day from which it is near its due
 * day.
 */
export interface Due {
  at: Instant
  lastDay: Day
  /** The local day with one eligible working day left; the acceptance day for a limit of one day. */
  warnDay: Day
  /** True where only the day is known: completion is then compared with `lastDay` and not with `at`. */
  byDay: boolean
}

/**
 * When a case accepted at an instant is due. Days count from the day after acceptance (Civil Code art.
 * 201); the due instant is 24:00 of the last day; only limits in hours are kept to the minute, counted
 * in opening hours. Where the acceptance is known to the day only, a limit in hours runs from the end
 * of that day and is due by the day.
 */
export function dueOf(
  hall: HallTime,
  acceptedAt: Instant | null,
  terms: { limit: Limit | null; suspensions: readonly Suspension[]; acceptedByDay?: boolean },
): Due | DueGap {
  const { limit, suspensions, acceptedByDay = false } = terms
  if (acceptedAt === null) return 'notAccepted'
  if (!limit) return 'noLimit'
  if (suspensions.some(suspension => suspension.resumedOn === null)) return 'suspended'
  switch (limit.unit) {
    case 'workingDay':
      return hall.calendar
        ? dueInWorkingDays(hall, acceptedAt, { amount: limit.amount, suspensions })
        : 'noCalendar'
    case 'calendarDay':
      return dueInCalendarDays(hall, acceptedAt, { amount: limit.amount, suspensions })
    case 'hour':
      return acceptedByDay
        ? dueInHoursByDay(hall, acceptedAt, { amount: limit.amount, suspensions })
        : dueInHours(hall, acceptedAt, { amount: limit.amount, suspensions })
  }
}

/** A due time from a file. For a day, `at` is the first instant of the next one. */
export function givenDue(hall: HallTime, { at, byDay }: { at: Instant; byDay: boolean }): Due {
  const lastDay = hall.zone.localAt(at - 1).day
  return { at, lastDay, warnDay: lastDay, byDay }
}

/** True where a completion is after the due time, at the coarser precision of the two. */
export function isLate(hall: HallTime, due: Due, completed: Moment): boolean {
  return due.byDay || completed.byDay
    ? hall.zone.localAt(completed.at).day > due.lastDay
    : completed.at > due.at
}

interface Terms {
  amount: number
  suspensions: readonly Suspension[]
}

function endOfDay(hall: HallTime, lastDay: Day, warnDay: Day): Due {
  return { at: hall.zone.startOf(lastDay + 1), lastDay, warnDay, byDay: false }
}

function dueInWorkingDays(hall: HallTime, acceptedAt: Instant, terms: Terms): Due | DueGap {
  const start = hall.effectiveDay(acceptedAt)
  if (start === null) return 'calendarUnpublished'
  const lastDay = nthEligibleAfter(hall, start, terms)
  const warnDay = nthEligibleAfter(hall, start, { ...terms, amount: terms.amount - 1 })
  return lastDay === null || warnDay === null ? 'calendarUnpublished' : endOfDay(hall, lastDay, warnDay)
}

/** The n-th working day after `start`, without suspended days; `start` itself for n = 0. */
function nthEligibleAfter(hall: HallTime, start: Day, { amount, suspensions }: Terms): Day | null {
  if (amount <= 0) return start
  if (suspensions.length === 0) return hall.calendar?.nthAfter(start, amount) ?? null
  let day: Day | null = start
  for (let counted = 0; counted < amount && day !== null;) {
    day = hall.calendar?.nthAfter(day, 1) ?? null
    if (day !== null && !suspensions.some(suspension => isSuspended(suspension, day as Day))) counted++
  }
  return day
}

/**
 * The due day after a number of calendar days, not counting suspended ones. A last day on a holiday moves to
 * the next working day (Civil Code art. 203).
 */
function dueInCalendarDays(
  hall: HallTime,
  acceptedAt: Instant,
  { amount, suspensions }: Terms,
): Due | DueGap {
  let day = hall.zone.localAt(acceptedAt).day
  for (let counted = 0; counted < amount;) {
    day++
    if (!suspensions.some(suspension => isSuspended(suspension, day))) counted++
  }
  const lastDay = hall.calendar ? hall.calendar.sameOrNext(day) : day
  return lastDay === null ? 'calendarUnpublished' : endOfDay(hall, lastDay, Math.max(lastDay - 1, 0))
}

function dueInHours(hall: HallTime, acceptedAt: Instant, { amount, suspensions }: Terms): Due | DueGap {
  const at = hall.calendar
    ? hall.afterWorking(acceptedAt, amount * 60, suspensions)
    : acceptedAt + amount * 3_600_000
  if (at === null) return 'calendarUnpublished'
  const lastDay = hall.zone.localAt(at).day
  return { at, lastDay, warnDay: lastDay, byDay: false }
}

/** The latest day on which a limit in hours can end, at whatever time of its day the case was accepted. */
function dueInHoursByDay(hall: HallTime, acceptedAt: Instant, terms: Terms): Due | DueGap {
  const endOfAcceptance = hall.zone.startOf(hall.zone.localAt(acceptedAt).day + 1) - 1
  const due = dueInHours(hall, endOfAcceptance, terms)
  return typeof due === 'string' ? due : { ...endOfDay(hall, due.lastDay, due.warnDay), byDay: true }
}
