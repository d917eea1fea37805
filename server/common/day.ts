/**
 * A local calendar day as the number of days since 1970-01-01. Arithmetic on days is arithmetic on
 * integers.
 */
export type Day = number

const msPerDay = 86_400_000

/**
 * The years in which days of questions may lie. No record lies outside them, and the periods compared with
 * them can still be stored.
 */
export const firstYear = 1800
export const lastYear = 2999

/** The day of an ISO date such as 2012-08-08, or null where the text is not a real date. */
export function dayFromText(text: string): Day | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const at = Date.parse(`${text}T00:00:00Z`)
  // TRICKY: some engines roll 2012-02-30 over to March instead of refusing it.
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text ? null : at / msPerDay
}

/** The ISO date of a day: 2012-08-08. */
export function textOfDay(day: Day): string {
  return new Date(day * msPerDay).toISOString().slice(0, 10)
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

const years = new Map<Day, number>()

/** The year of a day. */
export function yearOf(day: Day): number {
  const cached = years.get(day)
  if (cached !== undefined) return cached
  const year = new Date(day * msPerDay).getUTCFullYear()
  if (years.size < 100_000) years.set(day, year)
  return year
}

/** The day of a year, month (1–12) and day of the month; months and days outside their range roll over. */
export function dayOf(year: number, month: number, date: number): Day {
  const at = new Date(0)
  at.setUTCFullYear(year, month - 1, date)
  return at.getTime() / msPerDay
}

/** The first day of the month that is `later` months after the day's own. */
export function monthStart(day: Day, later = 0): Day {
  const date = new Date(day * msPerDay)
  return dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1 + later, 1)
}

/** The last day of the month that is `later` months after the day's own. */
export function monthEnd(day: Day, later = 0): Day {
  return monthStart(day, later + 1) - 1
}

/** The same date `months` later or earlier; the 31st becomes the last day of a shorter month. */
export function addMonths(day: Day, months: number): Day {
  const sameDate = monthStart(day, months) + day - monthStart(day)
  return Math.min(sameDate, monthEnd(day, months))
}
