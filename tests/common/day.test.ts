import { endOfMonth, parseDate } from '@internationalized/date'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths, dayFromText, firstYear, lastYear, monthEnd, monthStart, textOfDay } from '#measures'

const dayOfText = (text: string): number => dayFromText(text)!
const days = fc.integer({ min: dayOfText(`${firstYear}-01-01`), max: dayOfText(`${lastYear}-12-31`) })

describe('a calendar day', () => {
  it.each([
    ['2012-01-31', 1, '2012-02-29'],
    ['2013-01-31', 1, '2013-02-28'],
    ['2012-02-29', 12, '2013-02-28'],
    ['2012-02-29', -48, '2008-02-29'],
    ['2012-03-31', -1, '2012-02-29'],
    ['2012-12-15', 1, '2013-01-15'],
    ['2012-01-15', -1, '2011-12-15'],
    ['2012-08-08', 0, '2012-08-08'],
  ])('%s and %i months are %s', (from, months, to) => {
    expect(textOfDay(addMonths(dayOfText(from), months))).toBe(to)
  })

  it('has the first and the last day of its month, of a later and of an earlier one', () => {
    const day = dayOfText('2012-12-15')
    expect([monthStart(day), monthEnd(day)].map(textOfDay)).toEqual(['2012-12-01', '2012-12-31'])
    expect([monthStart(day, 2), monthEnd(day, 2)].map(textOfDay)).toEqual(['2013-02-01', '2013-02-28'])
    expect([monthStart(day, -10), monthEnd(day, -10)].map(textOfDay)).toEqual(['2012-02-01', '2012-02-29'])
  })

  it('agrees with the calendar of a library', () => {
    const months = fc.integer({ min: -2400, max: 2400 })
    fc.assert(
      fc.property(days, months, (day, later) => {
        const date = parseDate(textOfDay(day))
        expect(textOfDay(monthEnd(day))).toBe(endOfMonth(date).toString())
        const moved = date.add({ months: later })
        fc.pre(moved.year >= firstYear && moved.year <= lastYear)
        expect(textOfDay(addMonths(day, later))).toBe(moved.toString())
      }),
    )
  })
})
