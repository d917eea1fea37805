import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bucketsOf, compare, dayFromText, granularities, parsePeriod, periodText, textOfDay } from '#measures'
import { calendar } from '../support/calendar.ts'

const day = (text: string): number => dayFromText(text) ?? Number.NaN
const today = day('2012-12-12')
const period = (text: string): string => periodText(parsePeriod(text, today))

describe('periods', () => {
  it.each([
    ['2012', '2012-01-01..2012-12-31'],
    ['2012-H2', '2012-07-01..2012-12-31'],
    ['2012-Q3', '2012-07-01..2012-09-30'],
    ['2012-02', '2012-02-01..2012-02-29'],
    ['2012-W01', '2012-01-02..2012-01-08'],
    ['2012-08-08', '2012-08-08..2012-08-08'],
    ['2012-08-08..2012-12-31', '2012-08-08..2012-12-31'],
    ['ytd:2012-12-31', '2012-01-01..2012-12-31'],
    ['lastMonth', '2012-11-01..2012-11-30'],
    ['thisQuarter', '2012-10-01..2012-12-31'],
    ['yearToDate', '2012-01-01..2012-12-12'],
    ['thisWeek', '2012-12-10..2012-12-16'],
    ['last12Months', '2012-01-01..2012-12-31'],
  ])('%s is %s', (text, expected) => expect(period(text)).toBe(expected))

  it.each(['2012-13', '2012-02-30', 'whenever', '2012-08-08..', '', '2012-8-8'])('refuses %s', text =>
    expect(() => parsePeriod(text, today)).toThrow('bad-question'),
  )

  it('refuses a period that ends before it starts', () =>
    expect(() => parsePeriod('2012-12-31..2012-08-08', today)).toThrow('reversed-period'))
})

describe('buckets', () => {
  it('cuts on calendar boundaries, the first and last shortened', () => {
    expect(
      bucketsOf(parsePeriod('2012-08-08..2012-10-02', today), 'month').map(bucket => [
        bucket.key,
        textOfDay(bucket.from),
        textOfDay(bucket.to),
      ]),
    ).toEqual([
      ['2012-08', '2012-08-08', '2012-08-31'],
      ['2012-09', '2012-09-01', '2012-09-30'],
      ['2012-10', '2012-10-01', '2012-10-02'],
    ])
    expect(bucketsOf(parsePeriod('2012-06-30..2012-07-01', today), 'half').map(bucket => bucket.key)).toEqual(
      ['2012-H1', '2012-H2'],
    )
  })

  it('always covers the period exactly once', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10_000, max: 20_000 }),
        fc.integer({ min: 0, max: 1400 }),
        fc.constantFrom(...granularities),
        (from, length, granularity) => {
          const buckets = bucketsOf({ from, to: from + length }, granularity)
          expect(buckets[0]?.from).toBe(from)
          expect(buckets.at(-1)?.to).toBe(from + length)
          buckets.slice(1).forEach((bucket, index) => expect(bucket.from).toBe((buckets[index]?.to ?? 0) + 1))
          expect(new Set(buckets.map(bucket => bucket.key)).size).toBe(buckets.length)
        },
      ),
    )
  })

  it('refuses ten thousand of them', () =>
    expect(() => bucketsOf(parsePeriod('1990-01-01..2020-12-31', today), 'day')).toThrow('too-many-buckets'))
})

describe('comparison', () => {
  const earlier = (text: string, comparison: string, lastDay = day('2030-01-01')): string | null => {
    const found = compare({ period: parsePeriod(text, lastDay), comparison, lastDay, calendar }).earlier
    return found && periodText(found)
  }

  it('compares whole periods with whole ones', () => {
    expect(earlier('2012-03', 'previous')).toBe('2012-02-01..2012-02-29')
    expect(earlier('2012-Q1', 'previous')).toBe('2011-10-01..2011-12-31')
    expect(earlier('2012-02', 'lastYear')).toBe('2011-02-01..2011-02-28')
    expect(earlier('2012-08-08..2012-12-31', 'lastYear')).toBe('2011-08-08..2011-12-31')
    expect(earlier('2012-08-11..2012-08-20', 'previous')).toBe('2012-08-01..2012-08-10')
    expect(earlier('2012', 'none')).toBeNull()
    expect(earlier('2012', '2010')).toBe('2010-01-01..2010-12-31')
  })

  it('compares a period that is not over with the same part of the earlier one', () => {
    const asked = compare({
      period: parsePeriod('2012-03', today),
      comparison: 'previous',
      lastDay: day('2012-03-15'),
      calendar,
    })
    expect(periodText(asked.current)).toBe('2012-03-01..2012-03-15')
    expect(asked.earlier && periodText(asked.earlier)).toBe('2012-02-01..2012-02-15')
    expect(asked.partial).toBe(true)
    expect(earlier('ytd:2012-12-12', 'lastYear')).toBe('2011-01-01..2011-12-12')
    expect(earlier('mtd:2012-12-27', 'previous')).toBe('2012-11-01..2012-11-27')
    expect(earlier('mtd:2012-03-30', 'previous')).toBe('2012-02-01..2012-02-29')
    expect(earlier('qtd:2012-11-30', 'previous')).toBe('2012-07-01..2012-08-31')
    expect(earlier('htd:2012-12-27', 'previous')).toBe('2012-01-01..2012-06-27')
    expect(earlier('qtd:2012-12-27', 'lastYear')).toBe('2011-10-01..2011-12-27')
  })

  it('finds the same number of working days a year earlier, 调休 included', () => {
    const found = compare({
      period: parsePeriod('2012-10-01..2012-10-12', today),
      comparison: 'sameWorkingDaysLastYear',
      lastDay: day('2030-01-01'),
      calendar,
    }).earlier
    expect(calendar.countFrom(day('2012-10-01'), day('2012-10-12'))).toBe(5)
    expect(found && calendar.countFrom(found.from, found.to)).toBe(5)
    expect(found && textOfDay(found.from)).toBe('2011-10-01')
  })

  it('names the reason where working days cannot be compared', () => {
    const asked = {
      period: parsePeriod('2012', today),
      comparison: 'sameWorkingDaysLastYear',
      lastDay: day('2030-01-01'),
    }
    expect(() => compare({ ...asked, calendar: null })).toThrow('no-calendar')
    expect(() => compare({ ...asked, period: parsePeriod('2004', today), calendar })).toThrow(
      'calendar-unpublished',
    )
  })
})
