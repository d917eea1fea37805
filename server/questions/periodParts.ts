import type { Day } from '#measures'
import { addMonths, dayOf, monthEnd, monthStart, textOfDay, weekdayOf, yearOf } from '#measures'

const two = (number: number): string => String(number).padStart(2, '0')

export const monthText = (year: number, month: number): string => `${year}-${two(month)}`
export const dayText = (year: number, month: number, day: number): string =>
  `${year}-${two(month)}-${two(day)}`
export const monthOf = (day: Day): number => Number(textOfDay(day).slice(5, 7))

/** The month so many months away from that of a day. */
export const monthAway = (day: Day, months: number): string => textOfDay(monthStart(day, months)).slice(0, 7)

/** The quarter so many quarters away from that of a day. */
export function quarterAway(day: Day, quarters: number): string {
  const start = monthStart(day, -((monthOf(day) - 1) % 3) + quarters * 3)
  return `${yearOf(start)}-Q${Math.ceil(monthOf(start) / 3)}`
}

/** The week, Monday to Sunday, that holds a day, as the ISO calendar numbers it. */
export function weekText(day: Day): string {
  const thursday = day - weekdayOf(day) + 4
  const week = Math.floor((thursday - dayOf(yearOf(thursday), 1, 1)) / 7) + 1
  return `${yearOf(thursday)}-W${two(week)}`
}

/** The last days, weeks, months or years, today's included. */
export function lastSpan(today: Day, count: number, unit: 'day' | 'week' | 'month' | 'year'): string {
  const months = unit === 'month' ? count : unit === 'year' ? count * 12 : 0
  if (months === 12) return 'last12Months'
  if (months === 24) return 'last24Months'
  if (months > 0) return `${textOfDay(monthStart(today, 1 - months))}..${textOfDay(monthEnd(today))}`
  const days = unit === 'week' ? count * 7 : count
  return `${textOfDay(today - days + 1)}..${textOfDay(today)}`
}

/** A third of a month: its first ten days, the next ten, or the rest. */
export function thirdOfMonth(month: string, third: number): string {
  const end = textOfDay(monthEnd(dayOf(Number(month.slice(0, 4)), Number(month.slice(5)), 1)))
  return [`${month}-01..${month}-10`, `${month}-11..${month}-20`, `${month}-21..${end}`][third] ?? month
}

export const lastDayOfMonth = (month: string): string =>
  textOfDay(addMonths(dayOf(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 1), 1) - 1)
