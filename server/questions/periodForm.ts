import type { Names, Period } from '#measures'
import type { Reading } from './asked.ts'
import type { Match, Matcher, Meaning } from './word.ts'
import { parsePeriod, textOfDay, yearOf } from '#measures'
import { wholeNumber } from './normalise.ts'
import { lastDayOfMonth, monthText } from './periodParts.ts'

/** The result of a matched pattern: a period, several possible periods, or a refusal. */
type Made = string | Meaning | null

/** A pattern for a period. It is sticky; its groups are the second argument. */
export interface PeriodForm {
  pattern: RegExp
  make: (groups: readonly (string | undefined)[], reading: Reading) => Made
  /** A pattern for the end or the beginning of a range. */
  only?: 'end' | 'start'
}

const future: Names = {
  zh: '这一时期还没有到，本系统只有已经发生的记录，不作预测',
  en: 'that period has not come yet; only what has happened is recorded, and nothing is forecast here',
}

const noDate: Names = { zh: '没有这样的日期', en: 'there is no such date' }

/** The days of a period; null for invalid dates, such as the 31st of June. */
function periodOrNull(period: string, today: number): Period | null {
  try {
    return parsePeriod(period, today)
  } catch {
    return null
  }
}

/** True for a period that lies completely in the future. */
const isFuture = (period: string, today: number): boolean =>
  (periodOrNull(period, today)?.from ?? today) > today

function meaningOf(made: Made, { today }: Reading): Meaning | null {
  if (typeof made !== 'string') return made
  if (periodOrNull(made, today) === null) return { kind: 'refuse', reason: 'notSupported', why: noDate }
  return isFuture(made, today)
    ? { kind: 'refuse', reason: 'future', why: future }
    : { kind: 'period', period: made }
}

/**
 * A month, quarter or day without a year: that of this year; where it is still in the future, the year is
 * asked for.
 */
export function withoutYear(inYear: (year: number) => string, { today }: Reading): Made {
  const year = yearOf(today)
  if (!isFuture(inYear(year), today)) return inYear(year)
  return {
    kind: 'periods',
    why: {
      zh: '没有说哪一年，今年的还没有到',
      en: 'no year was named, and this year’s has not come yet',
    },
    periods: [inYear(year - 1), inYear(year - 2)],
  }
}

/** The words that make a range of two periods, or let one run until today, in one language. */
export interface RangeWords {
  until: RegExp
  toDate: RegExp
  since: RegExp | null
  /** The end of a range that is written without its year: to 31 December, 至12月31日. */
  inheritedMonth: RegExp
  yearEnd: RegExp
}

interface Found {
  length: number
  made: Made
  only?: 'end' | 'start' | undefined
}

/** What was made, where it is dates; else the refusal of them. */
const dated = (made: Made, { today }: Reading): Made =>
  typeof made === 'string' && periodOrNull(made, today) === null
    ? { kind: 'refuse', reason: 'notSupported', why: noDate }
    : made

function formsAt(text: string, at: number, { forms, reading }: Grammar): Found[] {
  return forms.flatMap(({ pattern, make, only }): Found[] => {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    return match
      ? [{ length: match[0].length, made: dated(make(match.slice(1), reading), reading), only }]
      : []
  })
}

interface Grammar {
  forms: readonly PeriodForm[]
  range: RangeWords
  reading: Reading
}

function lengthAt(pattern: RegExp | null, text: string, at: number): number {
  if (!pattern) return 0
  pattern.lastIndex = at
  return pattern.exec(text)?.[0].length ?? 0
}

const firstDay = (period: string, today: number): string => textOfDay(parsePeriod(period, today).from)
const lastDay = (period: string, today: number): string => textOfDay(parsePeriod(period, today).to)

/** The end of a range in the year in which it began: 至12月31日, 至10月, 至年底. */
function inheritedEnds(
  text: string,
  at: number,
  { grammar, start }: { grammar: Grammar; start: string },
): Found[] {
  const year = Number(start.slice(0, 4))
  const yearEnd = lengthAt(grammar.range.yearEnd, text, at)
  if (yearEnd > 0) return [{ length: yearEnd, made: `${year}-12-31` }]
  grammar.range.inheritedMonth.lastIndex = at
  const match = grammar.range.inheritedMonth.exec(text)
  if (!match || match[0] === '') return []
  const said = match.groups?.month
  const month = said === undefined ? Number(start.slice(5, 7)) : (wholeNumber(said) ?? 0)
  const day = wholeNumber(match.groups?.day ?? '') ?? 0
  if (!(month >= 1 && month <= 12)) return []
  const ends = monthText(year, month)
  return [
    {
      length: match[0].length,
      made: day > 0 ? `${ends}-${String(day).padStart(2, '0')}` : lastDayOfMonth(ends),
    },
  ]
}

/** True for the end of a range that is no earlier than its start: “this year and last year” is no range. */
function isLater(made: string, start: string, today: number): boolean {
  const period = periodOrNull(made, today)
  return period !== null && textOfDay(period.to) >= start
}

function rangesFrom(
  text: string,
  at: number,
  { grammar, first }: { grammar: Grammar; first: Found },
): Found[] {
  const { reading, range } = grammar
  if (typeof first.made !== 'string') return []
  const start = firstDay(first.made, reading.today)
  const today = textOfDay(reading.today)
  const end = at + first.length
  const open = lengthAt(range.toDate, text, end)
  const ranges: Found[] = open > 0 ? [{ length: first.length + open, made: `${start}..${today}` }] : []
  const link = lengthAt(range.until, text, end)
  if (link === 0) return ranges
  const ends = inheritedEnds(text, end + link, { grammar, start })
  const others =
    ends.length > 0 ? ends : formsAt(text, end + link, grammar).filter(({ only }) => only !== 'start')
  return [
    ...ranges,
    ...others.flatMap(({ length, made }): Found[] =>
      typeof made === 'string' && isLater(made, start, reading.today)
        ? [{ length: first.length + link + length, made: `${start}..${lastDay(made, reading.today)}` }]
        : [],
    ),
  ]
}

const sinceText = (period: string, { today }: Reading): string =>
  `${firstDay(period, today)}..${textOfDay(today)}`

/** Finds periods of one language: single ones, ranges of two, and those that run until today. */
export function periodMatcher(grammar: Grammar): Matcher {
  return (text, at) => {
    const lead = lengthAt(grammar.range.since, text, at)
    const singles = formsAt(text, at, grammar)
    const led = lead > 0 ? formsAt(text, at + lead, grammar) : []
    const since = led.flatMap((first): Found[] =>
      typeof first.made === 'string'
        ? [{ length: lead + first.length, made: sinceText(first.made, grammar.reading) }]
        : [],
    )
    const ranges = [
      ...singles.filter(({ only }) => only === undefined),
      ...singles.flatMap(first => rangesFrom(text, at, { grammar, first })),
      ...since,
      ...led.flatMap(first =>
        rangesFrom(text, at + lead, { grammar, first }).map(range => ({
          ...range,
          length: range.length + lead,
        })),
      ),
    ]
    return ranges.flatMap(({ length, made }): Match[] => {
      const meaning = meaningOf(made, grammar.reading)
      return meaning ? [{ length, meaning }] : []
    })
  }
}
