import { isWorkday } from 'chinese-days'

/** Local dates as text, both included. */
export interface Dates {
  from: string
  to: string
}

const at = (day: string): number => Date.parse(`${day}T12:00:00Z`)
const text = (instant: number): string => new Date(instant).toISOString().slice(0, 10)

export const addDays = (day: string, days: number): string => text(at(day) + days * 86_400_000)
export const daysIn = ({ from, to }: Dates): number => Math.round((at(to) - at(from)) / 86_400_000) + 1

export const monthEnd = (day: string): string => {
  const [year = 0, month = 0] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

/** The same date some months earlier, or the last date of that month where it is shorter. */
function monthsEarlier(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 10)
  const last = monthEnd(first)
  return `${first.slice(0, 8)}${String(Math.min(date, Number(last.slice(8)))).padStart(2, '0')}`
}

/** Months earlier for the end of a range that begins with a month: the end of a month remains one. */
const endEarlier = (day: string, months: number): string =>
  day === monthEnd(day) ? monthEnd(monthsEarlier(day, months)) : monthsEarlier(day, months)

const isMonthStart = (day: string): boolean => day.endsWith('-01')

const monthsBetween = (from: string, to: string): number => {
  const [[a = 0, b = 0], [c = 0, d = 0]] = [from.split('-').map(Number), to.split('-').map(Number)]
  return (c - a) * 12 + d - b + 1
}

/** Working days by the published holidays. */
export function workingDays({ from, to }: Dates): number {
  let count = 0
  for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkday(day)) count++
  return count
}

/**
 * The compared dates: those of last year; as many working days of last year from the same date on; or the
 * previous calendar period, else as many days before. A calendar period that is not over (`months` long) is
 * compared with the same part of the previous one.
 */
export function comparedDates({ from, to }: Dates, comparison: string, months: number | null): Dates {
  const back = (by: number): Dates => ({
    from: monthsEarlier(from, by),
    to: isMonthStart(from) ? endEarlier(to, by) : monthsEarlier(to, by),
  })
  if (comparison === 'lastYear') return back(12)
  if (comparison === 'sameWorkingDaysLastYear') {
    const first = monthsEarlier(from, 12)
    let last = addDays(first, -1)
    for (let left = workingDays({ from, to }); left > 0;) {
      last = addDays(last, 1)
      if (isWorkday(last)) left--
    }
    return { from: first, to: last }
  }
  const whole = isMonthStart(from) && to === monthEnd(to) ? monthsBetween(from, to) : null
  const by = months ?? whole
  if (by !== null) return back(by)
  const days = daysIn({ from, to })
  return { from: addDays(from, -days), to: addDays(to, -days) }
}
