import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { dayFromText, textOfDay, weekdayOf } from '#measures'
import { calendar } from '../../support/calendar.ts'

const day = (text: string): number => dayFromText(text) ?? Number.NaN
const shared = new URL('../../../../shared/data/calendar_cn/', import.meta.url)

describe('the work calendar', () => {
  it('knows that 29 September 2012 was a working Saturday and the week after it a holiday', () => {
    expect(calendar.isWorking(day('2012-09-29'))).toBe(true)
    expect(calendar.isWorking(day('2012-09-30'))).toBe(false)
    expect(calendar.isWorking(day('2012-10-05'))).toBe(false)
    expect(calendar.isWorking(day('2012-10-08'))).toBe(true)
  })

  it('counts 249 working days in 2012 and 100 from 8 August on, by month 18, 21, 18, 22, 21', () => {
    expect(calendar.countFrom(day('2012-01-01'), day('2012-12-31'))).toBe(249)
    expect(calendar.countFrom(day('2012-08-08'), day('2012-12-31'))).toBe(100)
    const months = [
      ['2012-08-08', '2012-08-31'],
      ['2012-09-01', '2012-09-30'],
      ['2012-10-01', '2012-10-31'],
      ['2012-11-01', '2012-11-30'],
      ['2012-12-01', '2012-12-31'],
    ]
    expect(months.map(([from = '', to = '']) => calendar.countFrom(day(from), day(to)))).toEqual([
      18, 21, 18, 22, 21,
    ])
  })

  it('carries the correction of the library: 31 December 2005 was a working Saturday', () => {
    expect(calendar.isWorking(day('2005-12-31'))).toBe(true)
  })

  it('answers null for a year that is not published, and for a count that runs into one', () => {
    expect(calendar.isWorking(day('2027-10-01'))).toBeNull()
    expect(calendar.nthAfter(day('2026-12-30'), 3)).toBeNull()
    expect(calendar.nthAfter(day('2026-12-30'), 1)).toBe(day('2026-12-31'))
    expect(calendar.countFrom(day('2026-12-01'), day('2027-01-31'))).toBeNull()
    expect(calendar.sameOrNext(day('2028-01-01'))).toBeNull()
    expect(calendar.isWorking(day('2003-12-31'))).toBeNull()
  })

  it.skipIf(!existsSync(shared))(
    "agrees with the State Council's notices for every published day (skipped: shared data not present)",
    () => {
      const files = readdirSync(shared).filter(name => /^\d{4}\.json$/.test(name))
      const notices = files.flatMap(
        name =>
          (
            JSON.parse(readFileSync(new URL(name, shared), 'utf8')) as {
              days: { date: string; isOffDay: boolean }[]
            }
          ).days,
      )
      const departures = new Map(notices.map(notice => [day(notice.date), !notice.isOffDay]))
      const wrong: string[] = []
      for (let at = day('2007-01-01'); at <= day('2026-12-31'); at++) {
        if (calendar.isWorking(at) !== (departures.get(at) ?? weekdayOf(at) <= 5)) wrong.push(textOfDay(at))
      }
      expect(wrong).toEqual([])
    },
  )
})
