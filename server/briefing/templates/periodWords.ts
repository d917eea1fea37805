import type { Given, TemplateName } from './given.ts'
import { dayFromText, monthEnd, monthStart, parsePeriod, periodText, textOfDay } from '#measures'

type Dated = Pick<Given, 'from' | 'to' | 'asked'> & { template: TemplateName }

const monthOf = (day: string): number => Number(day.slice(5, 7))
const dayOf = (day: string): number => Number(day.slice(8))
const yearOf = (day: string): string => day.slice(0, 4)
const isMonthStart = (day: string): boolean => textOfDay(monthStart(dayFromText(day) ?? 0)) === day
const isMonthEnd = (day: string): boolean => textOfDay(monthEnd(dayFromText(day) ?? 0)) === day

/** Formats a date: 8月8日, with the year where it differs from the given one. */
export const dayWords = (day: string, year: string): string =>
  `${yearOf(day) === year ? '' : `${yearOf(day)}年`}${monthOf(day)}月${dayOf(day)}日`

/** The name of a past period without its year; null for dates that are no calendar period. */
function calendarName(template: TemplateName, { from, to }: { from: string; to: string }): string | null {
  const isWhole = isMonthStart(from) && isMonthEnd(to) && yearOf(from) === yearOf(to)
  if (!isWhole) return null
  const quarter = Math.ceil(monthOf(to) / 3)
  if (template === 'quarter') return `${'一二三四'[quarter - 1] ?? ''}季度`
  if (template === 'half') return monthOf(to) <= 6 ? '上半年' : '下半年'
  if (template === 'year') return '全年'
  return from.slice(0, 7) === to.slice(0, 7) ? `${monthOf(from)}月` : `${monthOf(from)}—${monthOf(to)}月`
}

const toDatePrefix: Partial<Record<TemplateName, string>> = {
  month: 'mtd',
  quarter: 'qtd',
  half: 'htd',
  year: 'ytd',
}

/**
 * The period of references: its dates. For a running calendar period, the part until its last day, so that it
 * is compared with the same part of the earlier one.
 */
export function referencePeriod({ template, from, to, asked }: Dated): string {
  const prefix = toDatePrefix[template]
  if (prefix === undefined || to >= asked.to || !isMonthEnd(asked.to)) return `${from}..${to}`
  const last = dayFromText(asked.to) ?? 0
  const isCalendar = periodText(parsePeriod(`${prefix}:${asked.to}`, last)) === `${asked.from}..${asked.to}`
  return isCalendar ? `${prefix}:${to}` : `${from}..${to}`
}

/** The period in Chinese text: 10月, 三季度, 全年, 11月（截至27日）, 1—11月（截至27日）, 2012年8月8日至12月31日. */
export function periodWords({ template, from, to, asked }: Dated): string {
  const isRunning = to < asked.to
  if (isRunning && isMonthStart(from) && !isMonthEnd(to)) {
    const months =
      from.slice(0, 7) === to.slice(0, 7) ? `${monthOf(to)}月` : `${monthOf(from)}—${monthOf(to)}月`
    return `${months}（截至${dayOf(to)}日）`
  }
  const name = calendarName(isRunning ? 'custom' : template, { from, to })
  if (name !== null) return name
  if (from === to) return dayWords(from, '')
  return `${dayWords(from, '')}至${dayWords(to, yearOf(from))}`
}

/** The period with its year, for titles: 2026年10月, 2025年, 2012年8月8日至12月31日. */
export function periodTitle(dated: Dated): string {
  const words = periodWords(dated)
  if (words.includes('年') && /^\d/.test(words)) return words
  return words === '全年' ? `${yearOf(dated.from)}年` : `${yearOf(dated.from)}年${words}`
}

const englishMonth = (day: string): string =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
const englishDay = (day: string): string => `${dayOf(day)} ${englishMonth(day)} ${yearOf(day)}`

const ordinals = ['first', 'second', 'third', 'fourth']

/** The period in English: October 2026, the third quarter of 2026, 2025, 1 to 27 November 2026. */
export function periodInEnglish({ template, from, to, asked }: Dated): string {
  const name = to < asked.to ? null : calendarName(template, { from, to })
  const year = yearOf(to)
  if (name === null && from === to) return englishDay(from)
  if (name === null) return `${englishDay(from)} to ${englishDay(to)}`
  if (template === 'quarter')
    return `the ${ordinals[Math.ceil(monthOf(to) / 3) - 1] ?? ''} quarter of ${year}`
  if (template === 'half') return `the ${monthOf(to) <= 6 ? 'first' : 'second'} half of ${year}`
  if (template === 'year') return year
  return from.slice(0, 7) === to.slice(0, 7)
    ? `${englishMonth(from)} ${year}`
    : `${englishMonth(from)} to ${englishMonth(to)} ${year}`
}

/**
 * The beginning of an English sentence about the period: In October 2026, From 1 November 2026 to 27 November
 * 2026, On 29 February 2024.
 */
export function whenInEnglish(dated: Dated): string {
  const period = periodInEnglish(dated)
  if (!/^\d{1,2} /.test(period)) return `In ${period}`
  return `${dated.from === dated.to ? 'On' : 'From'} ${period}`
}
