import type { Day } from '../common/day.ts'
import {
  addMonths,
  dayFromText,
  dayOf,
  firstYear,
  lastYear,
  monthEnd,
  textOfDay,
  weekdayOf,
  yearOf,
} from '../common/day.ts'
import { NamedError } from '../common/errors.ts'

/** Days from `from` to `to`, both included, and the kind of period that was requested. */
export interface Period {
  from: Day
  to: Day
  kind: PeriodKind
}

type PeriodKind = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year' | 'yearToDate' | 'custom'

/** Periods relative to the current day. */
export const relativePeriods = [
  'today',
  'yesterday',
  'thisWeek',
  'thisMonth',
  'lastMonth',
  'thisQuarter',
  'thisYear',
  'yearToDate',
  'last12Months',
  'last24Months',
] as const
type RelativePeriod = (typeof relativePeriods)[number]

const bad = (text: string): NamedError => new NamedError('bad-question', { field: 'period', value: text })

function dayOrThrow(text: string): Day {
  const day = dayFromText(text)
  if (day === null) throw bad(text)
  return day
}

function span(kind: PeriodKind, from: Day, months: number): Period {
  return { kind, from, to: addMonths(from, months) - 1 }
}

/** Monday of the week that the ISO calendar numbers `week` in `year`. */
function isoWeekStart(year: number, week: number): Day {
  const fourth = dayOf(year, 1, 4)
  return fourth - weekdayOf(fourth) + 1 + (week - 1) * 7
}

/** The days of an ISO week. Errors: bad-question for a week 53 in a year of 52 weeks. */
function isoWeek(year: number, week: number): Period {
  const from = isoWeekStart(year, week)
  if (from >= isoWeekStart(year + 1, 1)) throw bad(`${year}-W${week}`)
  return { kind: 'week', from, to: from + 6 }
}

function relative(name: RelativePeriod, today: Day): Period {
  const monthStart = dayOf(yearOf(today), monthOf(today), 1)
  switch (name) {
    case 'today':
      return { kind: 'day', from: today, to: today }
    case 'yesterday':
      return { kind: 'day', from: today - 1, to: today - 1 }
    case 'thisWeek':
      return { kind: 'week', from: today - weekdayOf(today) + 1, to: today - weekdayOf(today) + 7 }
    case 'thisMonth':
      return span('month', monthStart, 1)
    case 'lastMonth':
      return span('month', addMonths(monthStart, -1), 1)
    case 'thisQuarter':
      return span('quarter', dayOf(yearOf(today), monthOf(today) - ((monthOf(today) - 1) % 3), 1), 3)
    case 'thisYear':
      return span('year', dayOf(yearOf(today), 1, 1), 12)
    case 'yearToDate':
      return { kind: 'yearToDate', from: dayOf(yearOf(today), 1, 1), to: today }
    case 'last12Months':
      return { kind: 'custom', from: addMonths(monthStart, -11), to: monthEnd(today) }
    case 'last24Months':
      return { kind: 'custom', from: addMonths(monthStart, -23), to: monthEnd(today) }
  }
}

function monthOf(day: Day): number {
  return Number(textOfDay(day).slice(5, 7))
}

const fixedForms: [RegExp, (year: number, part: number) => Period][] = [
  [/^(\d{4})$/, year => span('year', dayOf(year, 1, 1), 12)],
  [/^(\d{4})-H([12])$/, (year, half) => span('half', dayOf(year, half * 6 - 5, 1), 6)],
  [/^(\d{4})-Q([1-4])$/, (year, quarter) => span('quarter', dayOf(year, quarter * 3 - 2, 1), 3)],
  [/^(\d{4})-(0[1-9]|1[0-2])$/, (year, month) => span('month', dayOf(year, month, 1), 1)],
  [/^(\d{4})-W(0[1-9]|[1-4]\d|5[0-3])$/, isoWeek],
]

/** Running calendar periods, by the prefix of their text: mtd:2012-12-27 is 1 to 27 December. */
const toDateForms: Record<string, { kind: 'month' | 'quarter' | 'half'; months: number }> = {
  mtd: { kind: 'month', months: 1 },
  qtd: { kind: 'quarter', months: 3 },
  htd: { kind: 'half', months: 6 },
}

/** Parses a month, quarter or half-year until a day; null for other text. Errors: bad-question. */
function toDatePeriod(text: string): Period | null {
  const [prefix = '', day] = text.split(':')
  const form = toDateForms[prefix]
  if (!form || day === undefined) return null
  const to = dayOrThrow(day)
  const start = dayOf(yearOf(to), monthOf(to), 1)
  return { kind: form.kind, from: addMonths(start, -((monthOf(to) - 1) % form.months)), to }
}

/** Parses a year, half, quarter, month, week or day; null for other text. */
function fixedPeriod(text: string): Period | null {
  for (const [form, make] of fixedForms) {
    const match = form.exec(text)
    if (match) return make(Number(match[1]), Number(match[2]))
  }
  const day = dayFromText(text)
  return day === null ? null : { kind: 'day', from: day, to: day }
}

function fixedOrThrow(text: string): Period {
  const period = fixedPeriod(text)
  if (!period) throw bad(text)
  return period
}

/**
 * Parses a period: 2012, 2012-H2, 2012-Q4, 2012-08, 2012-W32, 2012-08-08; from one of these to another, such
 * as 2012-08-08..2012-12-31 or 2024-11..2026-10; a calendar period until a day, such as ytd:2012-12-31 (mtd:
 * for its month, qtd: its quarter, htd: its half-year); or a name such as lastMonth, relative to `today`.
 * Errors: bad-question, reversed-period.
 */
export function parsePeriod(text: string, today: Day): Period {
  const period = periodOf(text, today)
  if (yearOf(period.from) < firstYear || yearOf(period.to) > lastYear) throw bad(text)
  return period
}

function periodOf(text: string, today: Day): Period {
  if ((relativePeriods as readonly string[]).includes(text)) return relative(text as RelativePeriod, today)
  if (text.startsWith('ytd:')) {
    const to = dayOrThrow(text.slice(4))
    return { kind: 'yearToDate', from: dayOf(yearOf(to), 1, 1), to }
  }
  const toDate = toDatePeriod(text)
  if (toDate) return toDate
  const [first = '', last, ...others] = text.split('..')
  if (last === undefined) return fixedOrThrow(first)
  if (others.length > 0) throw bad(text)
  const [{ from }, { to }] = [fixedOrThrow(first), fixedOrThrow(last)]
  if (to < from) throw new NamedError('reversed-period', { from: first, to: last })
  return { kind: 'custom', from, to }
}

/** The text of a period, which `parsePeriod` reads back. */
export function periodText(period: { from: Day; to: Day }): string {
  return `${textOfDay(period.from)}..${textOfDay(period.to)}`
}
