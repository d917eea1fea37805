import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addHistograms, binError, binOf, measureNamed, measures, mergeParts, merges, quantileOf, sizeOf, upperBoundOfNone, valueOf, valueOfBin, wilson } from '#measures'

describe('histograms', () => {
  it('keep every value within the stated error', () => {
    fc.assert(fc.property(fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }).filter(value => value !== 0), (value) => {
      expect(Math.abs(valueOfBin(binOf(value)) / value - 1)).toBeLessThanOrEqual(binError + 1e-6)
    }))
    expect(valueOfBin(binOf(0))).toBe(0)
  })

  it('give quantiles within the stated error of the exact ones', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 200 }), fc.constantFrom(0.5, 0.9), (values, q) => {
      const histogram = addHistograms(values.map(value => [[binOf(value), 1]] as const))
      const exact = [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(q * values.length - 1e-9) - 1)] ?? 0
      expect(Math.abs((quantileOf(histogram, q) ?? 0) / exact - 1)).toBeLessThanOrEqual(binError + 1e-6)
      expect(sizeOf(histogram)).toBe(values.length)
    }))
  })

  it('of nothing have no quantile', () => expect(quantileOf([], 0.5)).toBeNull())
})

describe('merging', () => {
  const rate = measures.onTimeRate
  const parts = (k: number, n: number) => ({ 'cases.completed.count[judged,inTime]': k, 'cases.completed.count[judged]': n, 'cases.completed.count': n })

  it('adds parts and divides last: 10 of 10 and 50 of 100 are 54.5 %, not 75 %', () => {
    expect(valueOf(rate, mergeParts(rate, [parts(10, 10), parts(50, 100)], 'members'))).toBeCloseTo(60 / 110, 12)
  })

  it('gives null, not 0, where nothing was counted', () => expect(valueOf(rate, parts(0, 0))).toBeNull())

  it('takes the last of a level over time and adds it over members', () => {
    const key = '+cases.received.count-cases.completed.count'
    const levels = [{ [key]: 5 }, { [key]: 7 }]
    expect(mergeParts(measures.openCases, levels, 'time')).toEqual({ [key]: 7 })
    expect(mergeParts(measures.openCases, levels, 'members')).toEqual({ [key]: 12 })
  })

  it('refuses to combine what must be asked again', () => {
    expect(merges(measures.windowsThanked, 'time')).toBe(false)
    expect(merges(measures.peakTradesPerDay, 'time')).toBe(true)
    expect(merges(measures.peakTradesPerDay, 'members')).toBe(false)
    expect(() => mergeParts(measures.windowsThanked, [{}], 'members')).toThrow('cannot-merge')
  })

  it('keeps an unknown calendar unknown', () => {
    const key = 'trades.concluded.count[concluded]'
    const merged = mergeParts(measures.tradesPerWorkingDay, [{ [key]: 3, 'calendar.workingDays': 5 }, { [key]: 2, 'calendar.workingDays': null }], 'time')
    expect(valueOf(measures.tradesPerWorkingDay, merged)).toBeNull()
  })
})

describe('intervals', () => {
  it.each([[10, 10, 72.2, 100], [19, 20, 76.4, 99.1], [95, 100, 88.8, 97.8], [950, 1000, 93.5, 96.2], [0, 104, 0, 3.6]])('Wilson for %i of %i is %f to %f %%', (k, n, low, high) => {
    expect((wilson(k, n)?.low ?? 0) * 100).toBeCloseTo(low, 1)
    expect((wilson(k, n)?.high ?? 0) * 100).toBeCloseTo(high, 1)
  })

  it('bounds nothing found among 104 at 2.8 %', () => expect((upperBoundOfNone(104) ?? 0) * 100).toBeCloseTo(2.8, 1))
})

describe('the catalogue', () => {
  it('refuses names that are not measures, also those every object has', () => {
    for (const name of ['nope', 'toString', '__proto__', 'constructor'])
      expect(() => measureNamed(name)).toThrow('unknown-measure')
  })
})
