import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addHistograms,
  binError,
  binOf,
  histogramOfFew,
  measureNamed,
  measures,
  mergeParts,
  merges,
  mostExact,
  quantileOf,
  sizeOf,
  upperBoundOfNone,
  valueOf,
  valueOfBin,
  wilson,
} from '#measures'

describe('histograms', () => {
  it('keep every value within the stated error', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }).filter(value => value !== 0),
        value => {
          expect(Math.abs(valueOfBin(binOf(value)) / value - 1)).toBeLessThanOrEqual(binError + 1e-6)
        },
      ),
    )
    expect(valueOfBin(binOf(0))).toBe(0)
  })

  /** The quantile as a person finds it in a sorted list: between two ranks the middle of both. */
  const quantileByHand = (values: readonly number[], percent: number): number => {
    const sorted = values.toSorted((a, b) => a - b)
    const rank = Math.ceil((percent * sorted.length) / 100)
    const isBetween = (percent * sorted.length) % 100 === 0 && rank < sorted.length
    return isBetween ? (sorted[rank - 1]! + sorted[rank]!) / 2 : sorted[rank - 1]!
  }
  const values = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 200 })

  it('give quantiles that are off by no more than their error, which is at most the stated one', () => {
    fc.assert(
      fc.property(values, fc.constantFrom(50, 90), (list, percent) => {
        const histogram = addHistograms(list.map(value => [[binOf(value), 1]] as const))
        const exact = quantileByHand(list, percent)
        const { value, error } = quantileOf(histogram, percent / 100)!
        expect(Math.abs(value - exact)).toBeLessThanOrEqual(error * (1 + binError) + 1e-6)
        expect(error / value).toBeLessThanOrEqual(binError + 1e-6)
        expect(sizeOf(histogram)).toBe(list.length)
      }),
    )
  })

  it('of few values are exact, however they were put together; of more they are not', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 200 }), fc.constantFrom(50, 90), (list, cut, percent) => {
        const pieces = [list.slice(0, cut), list.slice(cut)].filter(piece => piece.length > 0)
        const histogram = addHistograms(pieces.map(histogramOfFew))
        const { value, error } = quantileOf(histogram, percent / 100)!
        if (list.length <= mostExact)
          expect({ value, error }).toEqual({ value: quantileByHand(list, percent), error: 0 })
        else expect(error).toBeGreaterThan(0)
      }),
    )
  })

  it('of two values have their middle as median', () => {
    expect(quantileOf(histogramOfFew([6000, 18_000]), 0.5)).toEqual({ value: 12_000, error: 0 })
    expect(quantileOf(histogramOfFew([18_000, 1, 6000]), 0.5)).toEqual({ value: 6000, error: 0 })
  })

  it('of whole numbers know those that have a bin for themselves', () => {
    const many = (value: number) => [[binOf(value), 100]] as const
    expect(quantileOf(many(7), 0.5, true)).toEqual({ value: 7, error: 0 })
    const { value, error } = quantileOf(many(60), 0.5, true)!
    expect(Math.abs(value - 60)).toBeLessThanOrEqual(error)
    expect(Number.isInteger(value)).toBe(true)
  })

  it('of nothing have no quantile', () => expect(quantileOf([], 0.5)).toBeNull())
})

describe('merging', () => {
  const rate = measures.onTimeRate
  const parts = (k: number, n: number) => ({
    'cases.completed.count[judged,inTime]': k,
    'cases.completed.count[judged]': n,
    'cases.completed.count': n,
  })

  it('adds parts and divides last: 10 of 10 and 50 of 100 are 54.5 %, not 75 %', () => {
    expect(valueOf(rate, mergeParts(rate, [parts(10, 10), parts(50, 100)], 'members'))).toBeCloseTo(
      60 / 110,
      12,
    )
  })

  it('gives null, not 0, where nothing was counted', () => expect(valueOf(rate, parts(0, 0))).toBeNull())

  it('takes the last of a level over time and adds it over members', () => {
    const key = '+cases.received.count[opens]-cases.completed.count[opens]'
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
    const merged = mergeParts(
      measures.tradesPerWorkingDay,
      [
        { [key]: 3, 'calendar.workingDays': 5 },
        { [key]: 2, 'calendar.workingDays': null },
      ],
      'time',
    )
    expect(valueOf(measures.tradesPerWorkingDay, merged)).toBeNull()
  })
})

describe('intervals', () => {
  it.each([
    [10, 10, 72.2, 100],
    [19, 20, 76.4, 99.1],
    [95, 100, 88.8, 97.8],
    [950, 1000, 93.5, 96.2],
    [0, 104, 0, 3.6],
  ])('Wilson for %i of %i is %f to %f %%', (k, n, low, high) => {
    expect((wilson(k, n)?.low ?? 0) * 100).toBeCloseTo(low, 1)
    expect((wilson(k, n)?.high ?? 0) * 100).toBeCloseTo(high, 1)
  })

  it('bounds nothing found among 104 at 2.8 %', () =>
    expect((upperBoundOfNone(104) ?? 0) * 100).toBeCloseTo(2.8, 1))
})

describe('the catalogue', () => {
  it('refuses names that are not measures, also those every object has', () => {
    for (const name of ['nope', 'toString', '__proto__', 'constructor'])
      expect(() => measureNamed(name)).toThrow('unknown-measure')
  })
})
