import type { DaySet, WhyNot } from '#measures'
import type { CentreContext } from '../../server/query/queryContext.ts'
import { isWorkday } from 'chinese-days'
import { describe, expect, it } from 'vitest'
import { changeIn, dayFromText, measures, partKey, questionSchema, textOfDay } from '#measures'
import { frameOf } from '../../server/query/frame.ts'
import { knownDaysOf } from '../../server/query/sideCoverage.ts'
import { withCoverage } from '../../server/query/withCoverage.ts'
import { calendar, hall } from '../support/calendar.ts'

const day = (text: string): number => dayFromText(text) ?? Number.NaN
const range = (text: string): { from: number; to: number } => {
  const [from = '', to = from] = text.split('..')
  return { from: day(from), to: day(to) }
}

/** What is compared, and whether it may be. */
interface Outcome {
  now: string
  before: string | null
  change: 'change' | WhyNot['reason']
}

interface Case {
  period: string
  comparison: string
  today: string
  /** Stretches of known days. */
  known: readonly string[]
}

const measure = measures.casesReceived

/** The days that are compared, worked out by the product; every known day holds one case. */
function outcomeOf({ period, comparison, today, known }: Case): Outcome {
  const days: DaySet = known.map(range)
  const coverage = new Map([['cases', days]] as const)
  const centreContext = { centres: [{ hall }], today: day(today) } as unknown as CentreContext
  const question = questionSchema.parse({ measures: ['casesReceived'], centres: ['x'], period, comparison })
  const frame = frameOf(question, centreContext, coverage)
  const counted = frame.byFact.get('cases')?.wholes ?? []
  const overall = (index: number) => {
    const { from, to } = counted[index] ?? { from: 0, to: -1 }
    let count = 0
    for (let one = from; one <= to; one++) if (days.some(all => all.from <= one && one <= all.to)) count++
    return { [partKey(measure.part)]: count }
  }
  const bare = frame.sides.map(({ whole, index }) => ({
    from: textOfDay(whole.from),
    to: textOfDay(whole.to),
    buckets: [],
    cells: [],
    totals: [],
    overall: overall(index),
  }))
  const [current, earlier] = withCoverage(bare, {
    measures: [measure],
    coverage,
    apart: new Map(),
    frame,
    calendar,
  })
  const answer = {
    question,
    current,
    earlier: earlier ?? null,
    knownDays: knownDaysOf(coverage),
    settingChanges: [],
  }
  const found = changeIn(measure, answer as unknown as Parameters<typeof changeIn>[1])
  const shown = (index: number): string => {
    const { from, to } = counted[index] ?? { from: 0, to: -1 }
    return from > to ? 'none' : `${textOfDay(from)}..${textOfDay(to)}`
  }
  return { now: shown(0), before: counted[1] ? shown(1) : null, change: found.whyNot?.reason ?? 'change' }
}

const always = ['2009-01-01..2030-12-31']

/**
 * Period, comparison, last known day (today is the day after), the days compared: worked out with a
 * calendar in hand.
 */
const byHand: [period: string, comparison: string, until: string, now: string, before: string | null][] = [
  // Periods that are over.
  ['2026', 'previous', '2027-03-01', '2026-01-01..2026-12-31', '2025-01-01..2025-12-31'],
  ['2024', 'lastYear', '2027-03-01', '2024-01-01..2024-12-31', '2023-01-01..2023-12-31'],
  ['2024-H1', 'previous', '2027-03-01', '2024-01-01..2024-06-30', '2023-07-01..2023-12-31'],
  ['2024-H1', 'lastYear', '2027-03-01', '2024-01-01..2024-06-30', '2023-01-01..2023-06-30'],
  ['2024-H2', 'previous', '2027-03-01', '2024-07-01..2024-12-31', '2024-01-01..2024-06-30'],
  ['2024-Q1', 'previous', '2027-03-01', '2024-01-01..2024-03-31', '2023-10-01..2023-12-31'],
  ['2024-Q1', 'lastYear', '2027-03-01', '2024-01-01..2024-03-31', '2023-01-01..2023-03-31'],
  ['2025-Q2', 'previous', '2027-03-01', '2025-04-01..2025-06-30', '2025-01-01..2025-03-31'],
  ['2024-02', 'lastYear', '2027-03-01', '2024-02-01..2024-02-29', '2023-02-01..2023-02-28'],
  ['2025-02', 'lastYear', '2027-03-01', '2025-02-01..2025-02-28', '2024-02-01..2024-02-29'],
  ['2025-02', 'previous', '2027-03-01', '2025-02-01..2025-02-28', '2025-01-01..2025-01-31'],
  ['2025-03', 'previous', '2027-03-01', '2025-03-01..2025-03-31', '2025-02-01..2025-02-28'],
  ['2024-03', 'previous', '2027-03-01', '2024-03-01..2024-03-31', '2024-02-01..2024-02-29'],
  ['2025-01', 'previous', '2027-03-01', '2025-01-01..2025-01-31', '2024-12-01..2024-12-31'],
  ['2026-W48', 'previous', '2027-03-01', '2026-11-23..2026-11-29', '2026-11-16..2026-11-22'],
  ['2026-W48', 'lastYear', '2027-03-01', '2026-11-23..2026-11-29', '2025-11-24..2025-11-30'],
  ['2026-W01', 'previous', '2027-03-01', '2025-12-29..2026-01-04', '2025-12-22..2025-12-28'],
  ['2026-W01', 'lastYear', '2027-03-01', '2025-12-29..2026-01-04', '2024-12-30..2025-01-05'],
  ['2024-W09', 'lastYear', '2027-03-01', '2024-02-26..2024-03-03', '2023-02-27..2023-03-05'],
  ['2026-W53', 'previous', '2027-03-01', '2026-12-28..2027-01-03', '2026-12-21..2026-12-27'],
  ['2024-02-29', 'previous', '2027-03-01', '2024-02-29..2024-02-29', '2024-02-28..2024-02-28'],
  ['2024-02-29', 'lastYear', '2027-03-01', '2024-02-29..2024-02-29', '2023-02-28..2023-02-28'],
  ['2025-02-28', 'lastYear', '2027-03-01', '2025-02-28..2025-02-28', '2024-02-28..2024-02-28'],
  ['2025-03-01', 'previous', '2027-03-01', '2025-03-01..2025-03-01', '2025-02-28..2025-02-28'],
  ['2025-03-01', 'lastYear', '2027-03-01', '2025-03-01..2025-03-01', '2024-03-01..2024-03-01'],
  // Whole months given as dates or as months keep their ends.
  ['2025-01-01..2025-02-28', 'lastYear', '2027-03-01', '2025-01-01..2025-02-28', '2024-01-01..2024-02-29'],
  ['2025-01-01..2025-02-28', 'previous', '2027-03-01', '2025-01-01..2025-02-28', '2024-11-01..2024-12-31'],
  ['2024-01-01..2024-02-29', 'lastYear', '2027-03-01', '2024-01-01..2024-02-29', '2023-01-01..2023-02-28'],
  ['2024-11..2026-10', 'lastYear', '2027-03-01', '2024-11-01..2026-10-31', '2023-11-01..2025-10-31'],
  ['2024-11..2026-10', 'previous', '2027-03-01', '2024-11-01..2026-10-31', '2022-11-01..2024-10-31'],
  ['2024-02..2024-02', 'lastYear', '2027-03-01', '2024-02-01..2024-02-29', '2023-02-01..2023-02-28'],
  ['2025-Q1..2025-Q2', 'previous', '2027-03-01', '2025-01-01..2025-06-30', '2024-07-01..2024-12-31'],
  ['2024..2025', 'previous', '2027-03-01', '2024-01-01..2025-12-31', '2022-01-01..2023-12-31'],
  ['ytd:2025-02-28', 'lastYear', '2027-03-01', '2025-01-01..2025-02-28', '2024-01-01..2024-02-29'],
  ['ytd:2024-02-29', 'lastYear', '2027-03-01', '2024-01-01..2024-02-29', '2023-01-01..2023-02-28'],
  ['ytd:2026-11-27', 'lastYear', '2027-03-01', '2026-01-01..2026-11-27', '2025-01-01..2025-11-27'],
  ['ytd:2026-11-27', 'previous', '2027-03-01', '2026-01-01..2026-11-27', '2025-01-01..2025-11-27'],
  // Other dates keep their dates, or their number of days.
  ['2012-08-11..2012-08-20', 'previous', '2027-03-01', '2012-08-11..2012-08-20', '2012-08-01..2012-08-10'],
  ['2025-01-15..2025-02-28', 'lastYear', '2027-03-01', '2025-01-15..2025-02-28', '2024-01-15..2024-02-28'],
  ['2024-02-29..2024-03-10', 'lastYear', '2027-03-01', '2024-02-29..2024-03-10', '2023-02-28..2023-03-10'],
  ['2024-02-20..2024-02-29', 'lastYear', '2027-03-01', '2024-02-20..2024-02-29', '2023-02-20..2023-02-28'],
  ['2025-02-01..2025-02-10', 'lastYear', '2027-03-01', '2025-02-01..2025-02-10', '2024-02-01..2024-02-10'],
  ['2025-02-01..2025-02-10', 'previous', '2027-03-01', '2025-02-01..2025-02-10', '2025-01-22..2025-01-31'],
  // A chosen period stands as it is.
  ['2026-10', '2026-08', '2027-03-01', '2026-10-01..2026-10-31', '2026-08-01..2026-08-31'],
  ['2026-10', '2025', '2027-03-01', '2026-10-01..2026-10-31', '2025-01-01..2025-12-31'],
  ['2026', 'none', '2027-03-01', '2026-01-01..2026-12-31', null],
  // The same working days: ten in the first half of October 2024 end on the 18th of October 2023's count.
  [
    '2012-10-01..2012-10-12',
    'sameWorkingDaysLastYear',
    '2027-03-01',
    '2012-10-01..2012-10-12',
    '2011-10-01..2011-10-12',
  ],
  // Periods that are running: known until the 27th of November 2026, a Friday, and today is the 28th.
  ['2026', 'lastYear', '2026-11-27', '2026-01-01..2026-11-27', '2025-01-01..2025-11-27'],
  ['2026-H2', 'previous', '2026-11-27', '2026-07-01..2026-11-27', '2026-01-01..2026-05-27'],
  ['2026-H2', 'lastYear', '2026-11-27', '2026-07-01..2026-11-27', '2025-07-01..2025-11-27'],
  ['thisQuarter', 'previous', '2026-11-27', '2026-10-01..2026-11-27', '2026-07-01..2026-08-27'],
  ['thisQuarter', 'lastYear', '2026-11-27', '2026-10-01..2026-11-27', '2025-10-01..2025-11-27'],
  ['thisMonth', 'previous', '2026-11-27', '2026-11-01..2026-11-27', '2026-10-01..2026-10-27'],
  ['thisMonth', 'lastYear', '2026-11-27', '2026-11-01..2026-11-27', '2025-11-01..2025-11-27'],
  ['2026-11', 'lastYear', '2026-11-27', '2026-11-01..2026-11-27', '2025-11-01..2025-11-27'],
  ['thisYear', 'lastYear', '2026-11-27', '2026-01-01..2026-11-27', '2025-01-01..2025-11-27'],
  ['yearToDate', 'lastYear', '2026-11-27', '2026-01-01..2026-11-27', '2025-01-01..2025-11-27'],
  ['last12Months', 'previous', '2026-11-27', '2025-12-01..2026-11-27', '2024-12-01..2025-11-27'],
  ['last24Months', 'lastYear', '2026-11-27', '2024-12-01..2026-11-27', '2023-12-01..2025-11-27'],
  ['lastMonth', 'lastYear', '2026-11-27', '2026-10-01..2026-10-31', '2025-10-01..2025-10-31'],
  ['yesterday', 'previous', '2026-11-27', '2026-11-27..2026-11-27', '2026-11-26..2026-11-26'],
  ['2026-11-20..2026-12-09', 'previous', '2026-11-27', '2026-11-20..2026-11-27', '2026-10-31..2026-11-07'],
  ['2026-11-20..2026-12-09', 'lastYear', '2026-11-27', '2026-11-20..2026-11-27', '2025-11-20..2025-11-27'],
  ['2026-11', '2025-11', '2026-11-27', '2026-11-01..2026-11-27', '2025-11-01..2025-11-27'],
  ['2026-Q4', '2026-Q3', '2026-11-27', '2026-10-01..2026-11-27', '2026-07-01..2026-08-27'],
  [
    '2026-11-20..2026-12-09',
    '2026-09-05..2026-09-24',
    '2026-11-27',
    '2026-11-20..2026-11-27',
    '2026-09-05..2026-09-12',
  ],
  ['2026-11', 'lastMonth', '2026-11-27', '2026-11-01..2026-11-27', '2026-10-01..2026-10-27'],
  // A running week: Monday with Monday, to the same weekday, known until Wednesday, Thursday and Friday.
  ['thisWeek', 'previous', '2026-11-25', '2026-11-23..2026-11-25', '2026-11-16..2026-11-18'],
  ['thisWeek', 'previous', '2026-11-26', '2026-11-23..2026-11-26', '2026-11-16..2026-11-19'],
  ['thisWeek', 'previous', '2026-11-27', '2026-11-23..2026-11-27', '2026-11-16..2026-11-20'],
  ['thisWeek', 'lastYear', '2026-11-25', '2026-11-23..2026-11-25', '2025-11-24..2025-11-26'],
  ['thisWeek', 'lastYear', '2026-11-27', '2026-11-23..2026-11-27', '2025-11-24..2025-11-28'],
  ['2026-W48', 'lastYear', '2026-11-26', '2026-11-23..2026-11-26', '2025-11-24..2025-11-27'],
  // Leap years while a period is running.
  ['2024-Q1', 'lastYear', '2024-02-29', '2024-01-01..2024-02-29', '2023-01-01..2023-02-28'],
  ['2025-Q1', 'lastYear', '2025-02-28', '2025-01-01..2025-02-28', '2024-01-01..2024-02-29'],
  ['2025-Q1', 'lastYear', '2025-02-27', '2025-01-01..2025-02-27', '2024-01-01..2024-02-27'],
  ['2024-02', 'lastYear', '2024-02-28', '2024-02-01..2024-02-28', '2023-02-01..2023-02-28'],
  ['2025-03', 'previous', '2025-03-30', '2025-03-01..2025-03-30', '2025-02-01..2025-02-28'],
  ['2024-03', 'previous', '2024-03-30', '2024-03-01..2024-03-30', '2024-02-01..2024-02-29'],
  // Nothing of the period is known yet.
  ['today', 'previous', '2026-11-27', 'none', 'none'],
  ['today', 'lastYear', '2026-11-27', 'none', 'none'],
  ['2027', 'lastYear', '2026-11-27', 'none', 'none'],
  ['2026-12', 'none', '2026-11-27', 'none', null],
]

describe('which days are compared', () => {
  it.each(byHand)('%s with %s, known until %s', (period, comparison, until, now, before) => {
    const today = textOfDay(day(until) + 1)
    const found = outcomeOf({ period, comparison, today, known: [`2009-01-01..${until}`] })
    expect({ now: found.now, before: found.before }).toEqual({ now, before })
  })

  it('has the same working days on both sides', () => {
    const found = outcomeOf({
      period: '2025-10',
      comparison: 'sameWorkingDaysLastYear',
      today: '2026-03-01',
      known: always,
    })
    const [now, before] = [found.now, found.before ?? ''].map(range)
    expect(calendar.countFrom(now!.from, now!.to)).toBe(calendar.countFrom(before!.from, before!.to))
  })
})

describe('a period without opening hours', () => {
  // 2026-11-28 is a Saturday, 2026-10-01 to 07 a holiday; 2026-10-10 is a Saturday that people work.
  it.each<[period: string, comparison: string, change: Outcome['change']]>([
    ['2026-11-28', 'previous', 'nowClosed'],
    ['2026-11-29', 'previous', 'change'],
    ['2026-11-30', 'previous', 'earlierClosed'],
    ['2026-11-28..2026-11-29', 'previous', 'nowClosed'],
    ['2026-11-27..2026-11-29', 'previous', 'change'],
    ['2026-10-01..2026-10-07', 'previous', 'nowClosed'],
    ['2026-10-01..2026-10-07', 'lastYear', 'change'],
    ['2026-10-10', 'previous', 'change'],
    ['2026-10-10', 'lastYear', 'change'],
    ['2026-10-11', 'previous', 'nowClosed'],
    ['2026-10-12', 'previous', 'earlierClosed'],
    ['2026-11', 'previous', 'change'],
  ])('%s with %s: %s', (period, comparison, change) => {
    expect(outcomeOf({ period, comparison, today: '2027-03-01', known: always }).change).toBe(change)
  })
})

// The slow implementation: dates are texts, days are looked at one by one, and no function of the
// product is used.
const plus = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const lengthOf = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
const two = (n: number): string => String(n).padStart(2, '0')
const lastOf = (date: string): string =>
  `${date.slice(0, 7)}-${lengthOf(Number(date.slice(0, 4)), Number(date.slice(5, 7)))}`
function monthsBefore(date: string, months: number): string {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 - months
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1]
  return `${year}-${two(month)}-${two(Math.min(Number(date.slice(8)), lengthOf(year, month)))}`
}
function eachDay(from: string, to: string): string[] {
  const days: string[] = []
  for (let date = from; date <= to; date = plus(date, 1)) days.push(date)
  return days
}

/** Asked dates, and by how much each comparison goes back: months, or days. */
interface Asked {
  period: string
  from: string
  to: string
  back: Record<'previous' | 'lastYear', { months: number } | { days: number }>
}

function askedIn(year: number): Asked[] {
  const months = (period: string, from: string, to: string, previous: number): Asked => ({
    period,
    from,
    to,
    back: { previous: { months: previous }, lastYear: { months: 12 } },
  })
  const monday =
    eachDay(`${year}-02-20`, `${year}-02-28`).find(date => new Date(date).getUTCDay() === 1) ?? ''
  const sunday = plus(monday, 6)
  const week = Math.round((Date.parse(plus(monday, 3)) - Date.parse(`${year}-01-01`)) / 86_400_000 / 7 + 0.5)
  return [
    months(`${year}`, `${year}-01-01`, `${year}-12-31`, 12),
    months(`${year}-H1`, `${year}-01-01`, `${year}-06-30`, 6),
    months(`${year}-Q1`, `${year}-01-01`, `${year}-03-31`, 3),
    months(`${year}-02`, `${year}-02-01`, lastOf(`${year}-02-01`), 1),
    months(`${year}-03`, `${year}-03-01`, `${year}-03-31`, 1),
    months(`${year}-01-01..${lastOf(`${year}-02-01`)}`, `${year}-01-01`, lastOf(`${year}-02-01`), 2),
    {
      period: `${year}-W${two(week)}`,
      from: monday,
      to: sunday,
      back: { previous: { days: 7 }, lastYear: { days: 364 } },
    },
    {
      period: `${year}-02-10..${year}-03-05`,
      from: `${year}-02-10`,
      to: `${year}-03-05`,
      back: {
        previous: { days: eachDay(`${year}-02-10`, `${year}-03-05`).length },
        lastYear: { months: 12 },
      },
    },
    {
      period: `${year}-02-28`,
      from: `${year}-02-28`,
      to: `${year}-02-28`,
      back: { previous: { days: 1 }, lastYear: { months: 12 } },
    },
  ]
}

/** The last matching day: whole months that begin with a month end with one. */
function matchingEnd(asked: Asked, to: string, back: { months: number } | { days: number }): string {
  if ('days' in back) return plus(to, -back.days)
  const whole = asked.from.endsWith('-01') && to === lastOf(to)
  return whole ? lastOf(monthsBefore(`${to.slice(0, 8)}01`, back.months)) : monthsBefore(to, back.months)
}

function slowOutcome(
  asked: Asked,
  comparison: 'previous' | 'lastYear',
  today: string,
  known: readonly string[],
): Outcome {
  const days = new Set(known.flatMap(text => eachDay(text.slice(0, 10), text.slice(12))))
  const lastKnown =
    [...days]
      .filter(date => date <= today)
      .sort()
      .at(-1) ?? ''
  const now = eachDay(asked.from, asked.to).filter(date => asked.to < today || date <= lastKnown)
  const back = asked.back[comparison]
  const first = 'days' in back ? plus(asked.from, -back.days) : monthsBefore(asked.from, back.months)
  const before = now.length === 0 ? [] : eachDay(first, matchingEnd(asked, now.at(-1)!, back))
  const span = (dates: string[]): string => (dates.length === 0 ? 'none' : `${dates[0]}..${dates.at(-1)}`)
  const state = (dates: string[]): 'Known' | 'Partly' | 'Unknown' => {
    const count = dates.filter(date => days.has(date)).length
    return count === 0 ? 'Unknown' : count === dates.length ? 'Known' : 'Partly'
  }
  const [nowState, beforeState] = [state(now), state(before)]
  const isOpen = (dates: string[]): boolean => dates.some(date => isWorkday(date))
  const change =
    nowState !== 'Known'
      ? (`now${nowState}` as const)
      : beforeState !== 'Known'
        ? (`earlier${beforeState}` as const)
        : isOpen(now) === isOpen(before)
          ? 'change'
          : isOpen(now)
            ? 'earlierClosed'
            : 'nowClosed'
  return { now: span(now), before: span(before), change }
}

const years = [2023, 2024, 2025]
const todays = (year: number): string[] => [
  `${year}-02-27`,
  `${year}-03-01`,
  `${year}-03-20`,
  `${year + 1}-02-01`,
]

/** Where data begin and end, and where some are missing, seen from a year and a day. */
function knownSets(year: number, today: string): string[][] {
  const yesterday = plus(today, -1)
  return [
    [`2009-01-01..${yesterday}`],
    [`${year - 1}-02-15..${yesterday}`],
    [`${year}-01-01..${yesterday}`],
    [`2009-01-01..${year}-02-20`],
    [`2009-01-01..${year - 1}-12-20`, `${year}-01-05..${yesterday}`],
  ].filter(([first = '']) => first.slice(0, 10) <= first.slice(12))
}

describe('a change exists where both sides are fully known over the matching days', () => {
  const cases = years.flatMap(year =>
    todays(year).flatMap(today =>
      knownSets(year, today).flatMap(known =>
        askedIn(year).flatMap(asked =>
          (['previous', 'lastYear'] as const).map(comparison => ({ asked, comparison, today, known })),
        ),
      ),
    ),
  )

  it('has cases of every outcome', () => {
    expect(cases.length).toBeGreaterThan(800)
    const outcomes = new Set(
      cases.map(one => slowOutcome(one.asked, one.comparison, one.today, one.known).change),
    )
    expect([...outcomes].sort()).toEqual(
      ['change', 'earlierPartly', 'earlierUnknown', 'nowPartly', 'nowUnknown'].sort(),
    )
  })

  it.each(
    cases.map(one => [one.asked.period, one.comparison, one.today, one.known.join(' and '), one] as const),
  )('%s with %s on %s, known %s', (period, comparison, today, _, { asked, known }) =>
    expect(outcomeOf({ period, comparison, today, known })).toEqual(
      slowOutcome(asked, comparison, today, known),
    ),
  )
})
