import type { Outcome } from '../support/comparedDays.ts'
import { isWorkday } from 'chinese-days'
import { describe, expect, it } from 'vitest'
import { outcomeOf } from '../support/comparedDays.ts'

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
      cases.map(trial => slowOutcome(trial.asked, trial.comparison, trial.today, trial.known).change),
    )
    expect([...outcomes].sort()).toEqual(
      ['change', 'earlierPartly', 'earlierUnknown', 'nowPartly', 'nowUnknown'].sort(),
    )
  })

  it.each(
    cases.map(
      trial => [trial.asked.period, trial.comparison, trial.today, trial.known.join(' and '), trial] as const,
    ),
  )('%s with %s on %s, known %s', (period, comparison, today, _, { asked, known }) =>
    expect(outcomeOf({ period, comparison, today, known })).toEqual(
      slowOutcome(asked, comparison, today, known),
    ),
  )
})
