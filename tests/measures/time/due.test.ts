import type { Suspension } from '#measures'
import { describe, expect, it } from 'vitest'
import { dayFromText, dueOf, HallTime, textOfDay, Zone } from '#measures'
import { at, hall, timetable } from '../../support/calendar.ts'

const day = (text: string): number => dayFromText(text) ?? Number.NaN
const days = (amount: number) => ({ amount, unit: 'workingDay' as const })

function lastDay(accepted: string, amount: number, suspensions: Suspension[] = []): string {
  const due = dueOf(hall, at(accepted), { limit: days(amount), suspensions })
  return typeof due === 'string' ? due : textOfDay(due.lastDay)
}

describe('when a case is due', () => {
  it.each([
    ['2012-09-27 09:00', 3, '2012-10-08', 'the Friday, the working Saturday, then the long holiday'],
    ['2012-09-28 09:00', 1, '2012-09-29', 'a working Saturday'],
    ['2012-09-28 09:00', 20, '2012-11-01', 'a month boundary'],
    ['2012-12-28 09:00', 3, '2013-01-05', 'a year boundary and a working Saturday'],
    ['2012-08-08 09:00', 30, '2012-09-19', 'plain'],
  ])('accepted %s with %i working days: %s (%s)', (accepted, amount, expected) => {
    expect(lastDay(accepted, amount)).toBe(expected)
  })

  it('refuses to guess when the count runs into a year that is not published', () => {
    expect(lastDay('2026-12-30 09:00', 3)).toBe('calendarUnpublished')
  })

  it("is due at 24:00 of the last day, in the hall's own zone", () => {
    const due = dueOf(hall, at('2012-08-08 09:00'), { limit: days(1), suspensions: [] })
    expect(due).toMatchObject({ at: at('2012-08-10 00:00') })
  })

  it('counts acceptance after closing, or on a holiday, from the next working day', () => {
    expect(lastDay('2012-08-08 17:29', 1)).toBe('2012-08-09')
    expect(lastDay('2012-08-08 17:30', 1)).toBe('2012-08-10')
    expect(lastDay('2012-09-30 10:00', 1)).toBe('2012-10-09')
  })

  it('leaves suspended days out: the start day counts, the resume day does not', () => {
    // Accepted Monday 09-03 with 3 days: 4, 5, 6. Suspended from the 4th, resumed on the 6th: the 5th
    // and 6th are out.
    expect(lastDay('2012-09-03 09:00', 3)).toBe('2012-09-06')
    expect(
      lastDay('2012-09-03 09:00', 3, [{ startedOn: day('2012-09-04'), resumedOn: day('2012-09-06') }]),
    ).toBe('2012-09-10')
  })

  it('has no due instant while a suspension is open, without a limit, or before acceptance', () => {
    expect(lastDay('2012-09-03 09:00', 3, [{ startedOn: day('2012-09-04'), resumedOn: null }])).toBe(
      'suspended',
    )
    expect(dueOf(hall, at('2012-09-03 09:00'), { limit: null, suspensions: [] })).toBe('noLimit')
    expect(dueOf(hall, null, { limit: days(3), suspensions: [] })).toBe('notAccepted')
  })

  it('keeps limits in hours to the minute, in opening hours', () => {
    // 11:00 + 2 h: one hour until noon, the other from 14:30.
    expect(
      dueOf(hall, at('2012-09-03 11:00'), { limit: { amount: 2, unit: 'hour' }, suspensions: [] }),
    ).toMatchObject({ at: at('2012-09-03 15:30') })
    expect(
      dueOf(hall, at('2012-09-28 17:00'), { limit: { amount: 1, unit: 'hour' }, suspensions: [] }),
    ).toMatchObject({ at: at('2012-09-29 08:30') })
  })

  it('moves a calendar-day limit that ends on a holiday to the next working day (Civil Code 203)', () => {
    expect(
      dueOf(hall, at('2012-09-28 09:00'), { limit: { amount: 5, unit: 'calendarDay' }, suspensions: [] }),
    ).toMatchObject({ lastDay: day('2012-10-08') })
  })

  it('knows no working-day limit in a centre without a calendar', () => {
    const foreign = new HallTime(new Zone('America/New_York'), null, [timetable])
    expect(dueOf(foreign, at('2012-09-03 09:00'), { limit: days(3), suspensions: [] })).toBe('noCalendar')
  })
})
