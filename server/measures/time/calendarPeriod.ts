import type { Day } from '../../common/day.ts'
import { addMonths, dayFromText, monthStart, textOfDay, weekdayOf } from '../../common/day.ts'

/** Months of a quarter, a half-year and a year, each of which begins with the year or behind another. */
const regular = [3, 6, 12]

function isOfMonths(from: Day, to: Day): boolean {
  if (monthStart(from) !== from) return false
  // A month that is not over is compared with as many days of the one before.
  if (monthStart(to) === from) return true
  const month = Number(textOfDay(from).slice(5, 7)) - 1
  return regular.some(months => month % months === 0 && addMonths(from, months) - 1 === to)
}

/**
 * True for a day, a week from Monday, a month or its first days, a quarter, a half-year and a year: periods
 * that have one before them with a name. 环比 is said of these alone. `from` and `to` are local dates.
 */
export function isCalendarPeriod({ from, to }: { from: string; to: string }): boolean {
  const [first, last] = [dayFromText(from), dayFromText(to)]
  if (first === null || last === null) return false
  const isWeek = last - first === 6 && weekdayOf(first) === 1
  return first === last || isWeek || isOfMonths(first, last)
}
