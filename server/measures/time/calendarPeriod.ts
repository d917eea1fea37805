import type { Day } from '../../common/day.ts'
import { addMonths, dayFromText, monthStart, textOfDay, weekdayOf } from '../../common/day.ts'

/** The lengths in months of a quarter, a half-year and a year. Each begins at a multiple of its length. */
const regular = [3, 6, 12]

function isOfMonths(from: Day, to: Day): boolean {
  if (monthStart(from) !== from) return false
  // A running month is compared with as many days of the previous one.
  if (monthStart(to) === from) return true
  const month = Number(textOfDay(from).slice(5, 7)) - 1
  return regular.some(months => month % months === 0 && addMonths(from, months) - 1 === to)
}

/**
 * Whether local dates are a day, a week from Monday, a month or its first days, a quarter, a half-year or a
 * year: a period with a named predecessor. Only these have a 环比.
 */
export function isCalendarPeriod({ from, to }: { from: string; to: string }): boolean {
  const [first, last] = [dayFromText(from), dayFromText(to)]
  if (first === null || last === null) return false
  const isWeek = last - first === 6 && weekdayOf(first) === 1
  return first === last || isWeek || isOfMonths(first, last)
}
