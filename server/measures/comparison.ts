import type { Period } from './period.ts'
import type { Day } from './time/day.ts'
import type { WorkCalendar } from './time/workCalendar.ts'
import { NamedError } from './errors.ts'
import { parsePeriod } from './period.ts'
import { addMonths, textOfDay } from './time/day.ts'

/** Ways to choose the period to compare with; a period text (2011-08..2011-12 and so on) is the other one. */
export const comparisons = ['none', 'previous', 'lastYear', 'sameWorkingDaysLastYear'] as const
export type Comparison = typeof comparisons[number]

/** The days that are really compared: a period that is not over yet is compared with the same part of the earlier one. */
export interface Compared {
  current: Period
  /** Null where nothing is compared. */
  earlier: Period | null
  /** True while the asked period is not over. */
  partial: boolean
}

interface Asked {
  period: Period
  comparison: string
  /** The last day that has data. */
  lastDay: Day
  calendar: WorkCalendar | null
}

/** Chooses the compared days. Errors: bad-question, no-calendar, calendar-unpublished. */
export function compare(asked: Asked): Compared {
  const partial = asked.lastDay < asked.period.to
  const current = { ...asked.period, to: partial ? Math.max(asked.period.from, asked.lastDay) : asked.period.to }
  return { current, earlier: earlierThan({ ...asked, period: current }, partial ? null : asked.period), partial }
}

/** `whole` is the asked period where it is over, which lets a month be compared with a whole month of another length. */
function earlierThan({ period, comparison, calendar, lastDay }: Asked, whole: Period | null): Period | null {
  switch (comparison as Comparison) {
    case 'none': return null
    case 'previous': return previousOf(period, whole)
    case 'lastYear': return yearBefore(period, whole)
    case 'sameWorkingDaysLastYear': return sameWorkingDays(period, calendar)
    default: return parsePeriod(comparison, lastDay)
  }
}

const monthsIn: Partial<Record<Period['kind'], number>> = { month: 1, quarter: 3, half: 6, year: 12, yearToDate: 12 }

function previousOf(period: Period, whole: Period | null): Period {
  const months = monthsIn[period.kind]
  if (months === undefined)
    return { ...period, from: period.from - (period.to - period.from + 1), to: period.from - 1 }
  return shifted(period, months, whole)
}

function yearBefore(period: Period, whole: Period | null): Period {
  return period.kind === 'week' || period.kind === 'day' ? { ...period, from: addMonths(period.from, -12), to: addMonths(period.from, -12) + period.to - period.from } : shifted(period, 12, whole)
}

/** Moves a period back by months. A whole calendar period stays whole; a part keeps its last date (clipped to the month). */
function shifted(period: Period, months: number, whole: Period | null): Period {
  const from = addMonths(period.from, -months)
  if (whole && period.kind !== 'custom' && period.kind !== 'yearToDate')
    return { ...period, from, to: addMonths(period.to + 1, -months) - 1 }
  return { ...period, from, to: Math.max(from, addMonths(period.to, -months)) }
}

/** From the same date a year earlier until as many working days have passed as in the period (调休 included). */
function sameWorkingDays(period: Period, calendar: WorkCalendar | null): Period {
  if (!calendar)
    throw new NamedError('no-calendar', { from: textOfDay(period.from) })
  const days = calendar.countFrom(period.from, period.to)
  const from = addMonths(period.from, -12)
  const to = days === null || days === 0 ? null : calendar.nthAfter(from - 1, days)
  if (to === null)
    throw new NamedError('calendar-unpublished', { from: textOfDay(from), to: textOfDay(period.to) })
  return { ...period, kind: 'custom', from, to }
}
