import type { Procedure, ProcedureAward } from '../../server/trading/signals/index.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fences, quantile } from '../../server/trading/signals/fences.ts'
import { hallSettings, publishedSettings, signals } from '../../server/trading/signals/index.ts'
import { bid, procedure, tableOf, times } from '../support/procedures.ts'

describe('quantiles and fences', () => {
  it('are the median-unbiased ones: of 1…10 a quarter lies at 2.9167', () => {
    // h = (10 + 1/3)·0.25 + 1/3 = 2.9167: between the second and the third.
    expect(
      quantile(
        times(10, index => index + 1),
        0.25,
      ),
    ).toBeCloseTo(2.916667, 6)
    expect(quantile([], 0.5)).toBeNull()
    expect(quantile([7], 0.01)).toBe(7)
    expect(quantile([1, 2], 1)).toBe(2)
  })
  it('say nothing of fewer values than asked', () => expect(fences([1, 2, 3], 4)).toBeNull())
  it('never leave the values', () =>
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, share) => {
          const value = quantile(values, share) ?? Number.NaN
          expect(value).toBeGreaterThanOrEqual(Math.min(...values))
          expect(value).toBeLessThanOrEqual(Math.max(...values))
        },
      ),
    ))
})

describe('R025 frequent losers', () => {
  it('the one who bid in all nine and never won, among those who bid often', () => {
    // L bids in nine and wins none; A to H bid in nine each and win at least once; the quarter who bid
    // most is all of them.
    const everybody = ['L', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']
    const procedures = times(8, index =>
      procedure(
        everybody.map(bidder => bid(bidder, 1)),
        { awards: [{ status: 'active', suppliers: [everybody[index + 1] ?? ''], classes: [] }] },
      ),
    )
    // Shares: eight of 1/8 and one of 0: Q1 = Q3 = 1/8, so the fence lies at 1/8.
    expect(tableOf(procedures, 'R025').Tenderer?.L).toEqual({ R025: 0 })
  })
  it('nobody where a quarter of all never win: the fence would flag most of them', () => {
    const losers = times(4, index => `L${index}`)
    const procedures = times(4, () => procedure([bid('W', 1), ...losers.map(name => bid(name, 2))]))
    expect(tableOf(procedures, 'R025')).toEqual({})
    expect(tableOf(procedures, 'R025', { ...publishedSettings, winShare: 0.5 }).Tenderer).toEqual(
      Object.fromEntries(losers.map(name => [name, { R025: 0 }])),
    )
  })
  it('counts a tenderer once a procedure, and no consortium, open award or second winner', () => {
    const settings = { ...publishedSettings, winShare: 1, frequentPercentile: 0 }
    const active = (...suppliers: string[]): ProcedureAward => ({ status: 'active', suppliers, classes: [] })
    const procedures = [
      procedure([bid('W', 1), bid('W', 2), { ...bid('A', 3), tenderers: ['A', 'B'] }]),
      procedure([bid('C', 1)], { awards: [active('W'), active('V')] }),
      procedure([bid('D', 1)], { awards: [active('W', 'V')] }),
      procedure([bid('E', 1)], { awards: [active('W'), { ...active(), status: 'open' }] }),
      procedure([bid('F', 1)], { awards: [active('W'), { ...active('F'), status: 'cancelled' }] }),
    ]
    expect(tableOf(procedures, 'R025', settings).Tenderer).toEqual({ W: { R025: 1 }, F: { R025: 0 } })
  })
})

describe('R038 many disqualified', () => {
  it('the buyer whose bids are all thrown out among nine where none is', () => {
    const calm = times(9, index =>
      procedure([bid('A', 1), bid('B', 1)], { buyer: `calm${index}`, procuringEntity: 'hall' }),
    )
    const harsh = procedure([bid('C', 1, 'disqualified'), bid('D', 1, 'disqualified')], {
      buyer: 'harsh',
      procuringEntity: 'hall',
    })
    // Shares of buyers: nine of 0 and one of 1: the fence lies at 0, and then nobody is flagged.
    expect(tableOf([...calm, harsh], 'R038')).toEqual({ ProcuringEntity: { hall: { R038: 0.1 } } })
    const fixed = { ...publishedSettings, disqualifiedShare: 0.5 }
    expect(tableOf([...calm, harsh], 'R038', fixed).Buyer).toEqual({ harsh: { R038: 1 } })
  })
  it('looks at tenderers and buyers with two submitted bids or more', () => {
    const settings = { ...publishedSettings, disqualifiedShare: 0.5 }
    const first = procedure([bid('A', 1, 'disqualified'), bid('B', 1, 'withdrawn')], { buyer: 'one' })
    const second = procedure([bid('A', 1, 'pending'), bid('C', 1, 'disqualified')], { buyer: 'two' })
    expect(tableOf([first, second], 'R038', settings)).toEqual({
      Buyer: { two: { R038: 0.5 } },
      Tenderer: { A: { R038: 0.5 } },
    })
  })
})

describe('R048 a supplier of everything', () => {
  it('twenty awards over twenty classes, among those of two', () => {
    const award = (supplier: string, code: string): Procedure =>
      procedure([], { awards: [{ status: 'active', suppliers: [supplier], classes: [code] }] })
    const plain = times(5, which =>
      times(20, index => award(`S${which}`, index % 2 ? '11000000' : '22000000')),
    ).flat()
    const mixed = times(20, index => award('X', `${index + 10}000000`))
    const few = times(19, index => award('few', `${index + 10}000000`))
    expect(tableOf([...plain, ...mixed, ...few], 'R048').Tenderer?.X).toEqual({ R048: 20 })
    expect(tableOf([...plain, ...mixed, ...few], 'R048').Tenderer?.few).toBeUndefined()
  })
  it('leaves out awards to several, and counts several awards of a procedure once', () => {
    const settings = { ...publishedSettings, leastAwards: 2, classes: 1 }
    const award = (suppliers: string[], classes: string[]): ProcedureAward => ({
      status: 'active',
      suppliers,
      classes,
    })
    const procedures = [
      procedure([], { awards: [award(['X'], ['1100']), award(['X'], ['1200']), award(['X', 'Y'], ['33'])] }),
      procedure([], { awards: [award(['X'], ['1300']), award(['Y'], [])] }),
    ]
    expect(tableOf(procedures, 'R048', settings).Tenderer).toEqual({ X: { R048: 3 } })
    expect(tableOf(procedures, 'R048', { ...settings, leastAwards: 3 })).toEqual({})
  })
})

describe('all signals', () => {
  it('are named, asked and explained in both languages', () => {
    for (const { names, question, formula, source } of signals) {
      expect([names.zh, question.zh.endsWith('？'), formula.zh].every(Boolean)).toBe(true)
      expect(question.en.endsWith('?') && source.includes('Cardinal')).toBe(true)
    }
  })
  it('say nothing of outliers among the few procedures of a small hall', () => {
    const procedures = [
      ...times(8, () => procedure([bid('W', 1), bid('L', 101)])),
      procedure([bid('W', 1), bid('L', 1)]),
    ]
    expect(tableOf(procedures, 'R024')).not.toEqual({})
    expect(tableOf(procedures, 'R024', hallSettings)).toEqual({})
  })
  it('leave a cancelled procedure alone', () => {
    for (const { code } of signals)
      expect(
        tableOf(
          [
            procedure([bid('W', 1), bid('L', 1), bid('A', 1, 'disqualified')], {
              cancelled: true,
              tenderers: 1,
              start: 0,
              end: 1,
            }),
          ],
          code,
        ),
        code,
      ).toEqual({})
  })
})
