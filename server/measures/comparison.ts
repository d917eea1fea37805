import type { Day } from '../common/day.ts'
import type { Period } from './period.ts'
import type { WorkCalendar } from './time/workCalendar.ts'
import { addMonths, monthEnd, monthStart, textOfDay } from '../common/day.ts'
import { NamedError } from '../common/errors.ts'
import { parsePeriod } from './period.ts'

/** The named ways to choose the compared period; a period text such as 2011-08..2011-12 is also possible. */
export const comparisons = ['none', 'previous', 'lastYear', 'sameWorkingDaysLastYear'] as const
export type Comparison = (typeof comparisons)[number]

/** The compared days. For a running period they are its known part, and the same part of the earlier one. */
export interface Compared {
  /** Ends before it begins where no day of the requested period is known. */
  current: Period
  /** Null without a comparison. Ends before it begins where `current` does. */
  earlier: Period | null
  /** Whether the requested period is still running. */
  partial: boolean
}

interface Asked {
  period: Period
  comparison: string
  /** The last day with data. */
  lastDay: Day
  /** The local day for relative periods; `lastDay` where absent. */
  today?: Day
  calendar: WorkCalendar | null
}

/**
 * Chooses the compared days. The first day of the earlier period depends only on the requested period, not on
 * how much of it is known. Errors: bad-question, no-calendar, calendar-unpublished.
 */
export function compare(asked: Asked): Compared {
  const { period, lastDay } = asked
  const partial = lastDay < period.to
  const current = { ...period, to: partial ? Math.max(period.from - 1, lastDay) : period.to }
  const earlier = earlierThan(asked, current.to)
  const isEmpty = current.to < current.from
  return { current, earlier: earlier && isEmpty ? { ...earlier, to: earlier.from - 1 } : earlier, partial }
}

/** The compared period, for the days of the requested period until `to`. */
function earlierThan({ period, comparison, calendar, lastDay, today }: Asked, to: Day): Period | null {
  switch (comparison as Comparison) {
    case 'none':
      return null
    case 'previous':
      return previousOf(period, to)
    case 'lastYear':
      return yearBefore(period, to)
    case 'sameWorkingDaysLastYear':
      return sameWorkingDays({ ...period, to }, calendar)
    default:
      return samePart(period, to, parsePeriod(comparison, today ?? lastDay))
  }
}

const monthsIn: Partial<Record<Period['kind'], number>> = {
  month: 1,
  quarter: 3,
  half: 6,
  year: 12,
  yearToDate: 12,
}

const isMonthStart = (day: Day): boolean => monthStart(day) === day
const isMonthEnd = (day: Day): boolean => monthEnd(day) === day

/** The number of whole months of a period; null unless it begins and ends with one. */
function wholeMonths({ from, to }: Period): number | null {
  if (!isMonthStart(from) || !isMonthEnd(to)) return null
  let months = 1
  while (addMonths(from, months) <= to) months++
  return months
}

const daysBack = (period: Period, days: number, to: Day): Period => ({
  ...period,
  from: period.from - days,
  to: to - days,
})

const dateBack = (day: Day, months: number): Day =>
  isMonthEnd(day) ? addMonths(day + 1, -months) - 1 : addMonths(day, -months)

function previousOf(period: Period, to: Day): Period {
  const months = monthsIn[period.kind] ?? (period.kind === 'custom' ? wholeMonths(period) : null)
  return months === null ? daysBack(period, period.to - period.from + 1, to) : monthsBack(period, months, to)
}

const daysPerYearOfWeeks = 364

/** A week is compared with the week that begins 52 weeks earlier: Monday with Monday. */
function yearBefore(period: Period, to: Day): Period {
  return period.kind === 'week' ? daysBack(period, daysPerYearOfWeeks, to) : monthsBack(period, 12, to)
}

/**
 * Moves a period back by months. Whole months stay whole, with 29 February where there is one; any
 * other last date is clipped to its month.
 */
function monthsBack(period: Period, months: number, to: Day): Period {
  const from = addMonths(period.from, -months)
  return {
    ...period,
    from,
    to: isMonthStart(period.from) ? dateBack(to, months) : Math.max(from, addMonths(to, -months)),
  }
}

/** A chosen period; while the requested one is running, the same part of it. */
function samePart(period: Period, to: Day, chosen: Period): Period {
  if (to >= period.to) return chosen
  const sameDates = isMonthStart(period.from) && isMonthStart(chosen.from)
  const part = sameDates ? dateBack(to, monthsFrom(chosen.from, period.from)) : chosen.from + to - period.from
  return { ...chosen, to: Math.min(chosen.to, part) }
}

/** The number of months from one day's month to another's. */
function monthsFrom(earlier: Day, later: Day): number {
  const [a = 0, b = 0] = [earlier, later].map(day => {
    const [year = 0, month = 0] = textOfDay(day).split('-').map(Number)
    return 12 * year + month
  })
  return b - a
}

/** From the same date a year earlier, until the same number of working days has passed (调休 included). */
function sameWorkingDays(period: Period, calendar: WorkCalendar | null): Period {
  if (!calendar) throw new NamedError('no-calendar', { from: textOfDay(period.from) })
  const days = calendar.countFrom(period.from, period.to)
  const from = addMonths(period.from, -12)
  if (days === 0) return { ...period, kind: 'custom', from, to: from - 1 }
  const to = days === null ? null : calendar.nthAfter(from - 1, days)
  if (to === null)
    throw new NamedError('calendar-unpublished', { from: textOfDay(from), to: textOfDay(period.to) })
  return { ...period, kind: 'custom', from, to }
}
