import type { DayAmount } from '#measures'
import { describe, expect, it } from 'vitest'
import {
  dayFromText,
  dayKind,
  dayOf,
  forecast,
  fromFirstMonth,
  learn,
  monthStart,
  seasonalNaive,
  springFestival,
  textOfDay,
  usualOf,
  weekdayOf,
  wholeBucketsOf,
} from '#measures'
import { calendar } from '../support/calendar.ts'
import { Chance, simulatedHall } from '../support/simulated.ts'

const day = (text: string): number => dayFromText(text)!
const days = (from: string, to: string, y: (day: number) => number): DayAmount[] =>
  Array.from({ length: day(to) - day(from) + 1 }, (_, place) => ({
    day: day(from) + place,
    y: y(day(from) + place),
    exposure: 1,
  }))
const working = (on: number): boolean => calendar.isWorking(on) === true
const plain = { calendar, perDay: true, steps: [] }

describe('what the calendar says of a day', () => {
  it('knows the closure of the Spring Festival, 2026-02-15 to 02-23', () => {
    const festival = springFestival(calendar, 2026)!
    expect([textOfDay(festival.from), textOfDay(festival.to)]).toEqual(['2026-02-15', '2026-02-23'])
    expect(springFestival(calendar, 2035)).toBeNull()
  })

  it('knows worked Saturdays, days around holidays and the two weeks around the festival', () => {
    expect(dayKind(day('2026-02-14'), calendar)).toMatchObject({
      makeUp: true,
      eve: true,
      beforeFestival: true,
    })
    expect(dayKind(day('2026-02-24'), calendar)).toMatchObject({ back: true, afterFestival: true })
    expect(dayKind(day('2026-06-10'), calendar)).toMatchObject({
      eve: false,
      back: false,
      beforeFestival: false,
    })
    expect(dayKind(day('2026-02-18'), calendar).working).toBe(false)
  })
})

describe('the expectation', () => {
  it('worked by hand: 20 on Mondays and 10 on other days make 60 a week, 50 from Monday to Thursday', () => {
    const learnt = learn(
      days('2026-06-22', '2026-09-11', on => (!working(on) ? 0 : weekdayOf(on) === 1 ? 20 : 10)),
      plain,
    )!
    const of = (from: string, to: string) => learnt.of(days(from, to, () => 0)).mean
    expect(of('2026-07-06', '2026-07-12')).toBeCloseTo(60, 5)
    expect(of('2026-07-06', '2026-07-16')).toBeCloseTo(60 + 50, 5)
  })

  it('expects nothing of days off, and the usual of a month with fewer working days', () => {
    const learnt = learn(
      days('2025-03-01', '2025-12-31', on => (working(on) ? 100 : 0)),
      plain,
    )!
    // 2025-10 has 18 working days, 2025-09 has 23.
    expect(learnt.of(days('2025-10-01', '2025-10-31', () => 0)).mean).toBeCloseTo(1800, 3)
    expect(learnt.of(days('2025-09-01', '2025-09-30', () => 0)).mean).toBeCloseTo(2300, 3)
  })

  it('of a share, worked by hand: 30 late of 1,000 a month make 15 expected of 500', () => {
    const learnt = learn(
      Array.from({ length: 12 }, (_, month) => ({ day: dayOf(2025, month + 1, 1), y: 30, exposure: 1000 })),
      { calendar, perDay: false, steps: [] },
    )!
    expect(learnt.of([{ day: day('2026-01-01'), exposure: 500 }]).mean).toBeCloseTo(15, 6)
  })
})

describe('the first month', () => {
  it('is left out where the hall opened in it, and kept where only days off lie before', () => {
    const opened = days('2012-08-08', '2012-12-31', () => 1)
    expect(textOfDay(fromFirstMonth(opened, calendar)[0]!.day)).toBe('2012-09-01')
    const holiday = days('2026-01-02', '2026-05-31', () => 1)
    expect(textOfDay(fromFirstMonth(holiday, calendar)[0]!.day)).toBe('2026-01-02')
  })
})

/** Two and a half years of a hall like the demonstration’s. */
const hallOf = (seed: number, levelOn?: (day: number) => number): DayAmount[] =>
  simulatedHall(new Chance(seed), {
    from: day('2023-01-01'),
    to: day('2025-06-30'),
    ...(levelOn && { levelOn }),
  })
const judge = (all: DayAmount[], until = '2025-06-30', undone: number[] = []) => {
  const past = all.filter(amount => amount.day <= day(until))
  return usualOf({ days: past, buckets: wholeBucketsOf(past), calendar, perDay: true, undone })!
}

describe('usual variation', () => {
  it('says nothing of fewer than twelve whole months or weeks', () => {
    const few = hallOf(1).slice(0, 70)
    expect(usualOf({ days: few, buckets: wholeBucketsOf(few), calendar, perDay: true })).toBeNull()
  })

  it('is within 10 % either side for a hall of the size of the demonstration', () => {
    expect([2, 3, 4, 5].map(seed => judge(hallOf(seed)).halfWidth < 0.11)).toEqual([true, true, true, true])
  })

  it('a month 15 % below is told when it is over, and the next one is not', () => {
    const fallen = hallOf(6, on => (monthStart(on) === day('2025-03-01') ? 290 * 0.85 : 290))
    const last = (until: string) => {
      const usual = judge(fallen, until)
      return usual.signals
        .filter(({ at }) => at === usual.points.length - 1)
        .map(({ rule, side }) => `${rule} ${side}`)
    }
    expect(last('2025-02-28')).toEqual([])
    expect(last('2025-03-31')).toEqual(['outside low'])
    expect(last('2025-04-30')).toEqual([])
  })

  it('a step of 20 % starts a new baseline, and does not where somebody has undone it', () => {
    const stepped = hallOf(7, on => (on >= day('2024-07-01') ? 348 : 290))
    const [step] = judge(stepped).steps
    expect(textOfDay(step!.day)).toBe('2024-07-01')
    expect(step!.factor).toBeGreaterThan(1.12)
    expect(step!.factor).toBeLessThan(1.28)
    expect(judge(stepped, '2025-06-30', [step!.day]).steps).toEqual([])
    expect(judge(hallOf(8)).steps).toEqual([])
  })
})

describe('a forecast', () => {
  it('the seasonal-naive one is what the same weekday brought 364 days earlier, else a week ago', () => {
    const past = days('2025-12-01', '2026-01-11', on => (on === day('2025-12-03') ? 50 : weekdayOf(on)))
    // 2026-12-02 lies 364 days after 2025-12-03; the other days after Sunday 2026-01-11 a week ago.
    expect(seasonalNaive(past, { from: day('2026-12-02'), to: day('2026-12-02') })).toBe(50)
    expect(seasonalNaive(past, { from: day('2026-01-12'), to: day('2026-01-25') })).toBe(2 * 28)
  })

  it('of a steady hall says the next month within its range, and beats the naive one', () => {
    const all = hallOf(9)
    const past = all.filter(amount => amount.day <= day('2025-03-31'))
    const found = forecast(past, { calendar, from: day('2025-04-01'), to: day('2025-04-30') })
    if (!found.can) throw new Error(found.why)
    const came = all
      .filter(amount => monthStart(amount.day) === day('2025-04-01'))
      .reduce((sum, { y }) => sum + y, 0)
    expect(came).toBeGreaterThan(found.range.low)
    expect(came).toBeLessThan(found.range.high)
    expect(found.test.error).toBeLessThan(found.test.naiveError)
  })

  it('is nowhere narrower than the widest miss of the past over as many days', () => {
    // More each year, and one June of three times as much: it was missed by far.
    const wild = days('2023-01-01', '2025-11-30', on => {
      const [year = 0, month = 0] = textOfDay(on).split('-').map(Number)
      const level = year === 2025 && month === 6 ? 60 : 20
      return weekdayOf(on) > 5 ? 0 : level * (1 + (year - 2023) * 0.4)
    })
    const asked = { calendar: null, from: day('2025-12-01'), to: day('2026-03-31') }
    const found = forecast(wild, asked)
    const trials = found.test?.trials ?? []
    expect(trials.length).toBeGreaterThan(2)
    // Tested over the very days that are asked for.
    expect(new Set(trials.map(({ from, to }) => to - from))).toEqual(new Set([120]))
    if (!found.can) throw new Error(found.why)
    const { mean, low, high } = found.range
    const widest = Math.max(...trials.map(trial => Math.abs(trial.actual / trial.forecast.mean - 1)))
    expect(low).toBeLessThanOrEqual(Math.max(0, mean * (1 - widest)) + 1e-9)
    expect(high).toBeGreaterThanOrEqual(mean * (1 + widest) - 1e-9)
  })

  it('is refused of days whose calendar is not published, and of a short past', () => {
    const past = hallOf(10)
    expect(forecast(past, { calendar, from: day('2026-12-01'), to: day('2027-01-31') })).toMatchObject({
      can: false,
      why: 'calendar',
    })
    expect(
      forecast(past.slice(0, 40), { calendar, from: day('2023-03-01'), to: day('2023-03-31') }),
    ).toMatchObject({
      can: false,
      why: 'short',
    })
  })
})
