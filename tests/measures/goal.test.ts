import type { Goal } from '#measures'
import { describe, expect, it } from 'vitest'
import { goalFor, measures, passedShare, standing, valueAsWritten } from '#measures'

const year: Goal = {
  measure: 'savings',
  value: 400,
  unit: null,
  window: null,
  from: '2012-01-01',
  to: '2012-12-31',
}
const half: Goal = { ...year, value: 100, to: '2012-06-30' }

describe('goals', () => {
  it('are written in 元 and per cent, and kept in 分 and shares', () => {
    expect([
      valueAsWritten('fen', 1.5),
      valueAsWritten('percent', 99),
      valueAsWritten('workingDays', 2),
    ]).toEqual([150, 0.99, 2])
  })

  it('hold for a period when they cover it; the shortest wins; a window’s goal is the window’s alone', () => {
    const goals = [year, half, { ...half, window: 'w1', value: 7 }]
    expect(goalFor(goals, { measure: 'savings', from: '2012-01-01', to: '2012-03-31' })).toBe(half)
    expect(goalFor(goals, { measure: 'savings', from: '2012-01-01', to: '2012-07-01' })).toBe(year)
    expect(goalFor(goals, { measure: 'savings', from: '2011-12-31', to: '2012-07-01' })).toBeNull()
    expect(
      goalFor(goals, { measure: 'savings', from: '2012-01-01', to: '2012-03-31', window: 'w1' })?.value,
    ).toBe(7)
    expect(goalFor(goals, { measure: 'tradesConcluded', from: '2012-01-01', to: '2012-03-31' })).toBeNull()
  })

  it('are due by the share of their days that has passed: 183 of 366 on 1 July of a leap year', () => {
    expect(passedShare(year, '2012-07-01')).toBe(183 / 366)
    expect([passedShare(year, '2011-12-31'), passedShare(year, '2013-05-01')]).toEqual([0, 1])
  })

  it('sums are judged by pace, rates by their value, and what should be low the other way round', () => {
    expect(standing(measures.savings, year, { value: 200, day: '2012-07-01' })).toEqual({
      share: 0.5,
      pace: 0.5,
      met: true,
    })
    expect(standing(measures.savings, year, { value: 199, day: '2012-07-01' }).met).toBe(false)
    const rate: Goal = { ...year, measure: 'onTimeRate', value: 0.99 }
    expect(standing(measures.onTimeRate, rate, { value: 0.98, day: '2012-07-01' })).toEqual({
      share: 0.98 / 0.99,
      pace: null,
      met: false,
    })
    expect(
      standing(measures.tradeFailureRate, { ...rate, value: 0.1 }, { value: 0.05, day: '2012-07-01' }).met,
    ).toBe(true)
    expect(standing(measures.savings, year, { value: null, day: '2012-07-01' })).toEqual({
      share: null,
      pace: null,
      met: null,
    })
  })
})
