import type { Bid, BidStatus, Procedure } from '../../server/trading/signals/index.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fences, quantile } from '../../server/trading/signals/fences.ts'
import { flagTable, hallSettings, publishedSettings, signals } from '../../server/trading/signals/index.ts'

const bid = (tenderer: string, amount: number | null, status: BidStatus = 'valid', at: number | null = null): Bid => ({ status, tenderers: [tenderer], amount, currency: 'CNY', at })
let number = 0
function procedure(bids: Bid[], more: Partial<Procedure> = {}): Procedure {
  return { id: `P${++number}`, method: 'open', methodDetails: null, cancelled: false, start: null, end: null, tenderers: null, buyer: null, procuringEntity: null, bids, awards: [{ status: 'active', suppliers: ['W'], classes: [] }], ...more }
}
const tableOf = (procedures: Procedure[], code: string, settings = publishedSettings) => flagTable(procedures, settings, [code])
const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index))

describe('quantiles and fences', () => {
  it('are the median-unbiased ones: of 1…10 a quarter lies at 2.9167', () => {
    // h = (10 + 1/3)·0.25 + 1/3 = 2.9167: between the second and the third.
    expect(quantile(times(10, index => index + 1), 0.25)).toBeCloseTo(2.916667, 6)
    expect(quantile([], 0.5)).toBeNull()
    expect(quantile([7], 0.01)).toBe(7)
    expect(quantile([1, 2], 1)).toBe(2)
  })
  it('say nothing of fewer values than asked', () => expect(fences([1, 2, 3], 4)).toBeNull())
  it('never leave the values', () => fc.assert(fc.property(fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1 }), fc.double({ min: 0, max: 1, noNaN: true }), (values, share) => {
    const found = quantile(values, share) ?? Number.NaN
    expect(found).toBeGreaterThanOrEqual(Math.min(...values))
    expect(found).toBeLessThanOrEqual(Math.max(...values))
  })))
})

describe('R025 frequent losers', () => {
  it('the one who bid in all nine and never won, among those who bid often', () => {
    // L bids in nine and wins none; A to H bid in nine each and win at least once; the quarter who bid most is all of them.
    const everybody = ['L', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']
    const procedures = times(8, index => procedure(everybody.map(one => bid(one, 1)), { awards: [{ status: 'active', suppliers: [everybody[index + 1] ?? ''], classes: [] }] }))
    // Shares: eight of 1/8 and one of 0: Q1 = Q3 = 1/8, so the fence lies at 1/8.
    expect(tableOf(procedures, 'R025').Tenderer?.L).toEqual({ R025: 0 })
  })
  it('nobody who wins always', () => expect(tableOf(times(5, () => procedure([bid('W', 1)])), 'R025')).toEqual({}))
})

describe('R028 identical prices', () => {
  it('of different bidders, not of one bidder twice', () => {
    const alike = procedure([bid('A', 5), bid('B', 5), bid('C', 6)])
    expect(tableOf([alike, procedure([bid('A', 5), bid('A', 5)]), procedure([bid('A', 5), bid('B', 5, 'withdrawn')]), procedure([bid('A', null), bid('B', null)])], 'R028')).toEqual({ OCID: { [alike.id]: { R028: 1 } }, Tenderer: { A: { R028: 1 }, B: { R028: 1 } } })
  })
})

describe('R030 a late bid won', () => {
  it('the winner’s, after the deadline', () => {
    const late = procedure([bid('W', 1, 'valid', 11)], { end: 10 })
    expect(tableOf([late, procedure([bid('W', 1, 'valid', 10)], { end: 10 }), procedure([bid('L', 1, 'valid', 11), bid('W', 1, 'valid', 9)], { end: 10 }), procedure([bid('W', 1, 'valid', 11)])], 'R030')).toEqual({ OCID: { [late.id]: { R030: 1 } } })
  })
})

describe('R035 all but the winner disqualified', () => {
  it('two thrown out, one left', () => {
    const alone = procedure([bid('W', 3), bid('A', 1, 'disqualified'), bid('B', 2, 'disqualified')])
    expect(tableOf([alone, procedure([bid('W', 3), bid('A', 1)]), procedure([bid('W', 3)]), procedure([bid('W', 3), bid('W', 2, 'disqualified')])], 'R035')).toEqual({ OCID: { [alone.id]: { R035: 2 } }, Tenderer: { W: { R035: 2 } } })
  })
})

describe('R038 many disqualified', () => {
  it('the buyer whose bids are all thrown out among nine where none is', () => {
    const calm = times(9, index => procedure([bid('A', 1), bid('B', 1)], { buyer: `calm${index}`, procuringEntity: 'hall' }))
    const harsh = procedure([bid('C', 1, 'disqualified'), bid('D', 1, 'disqualified')], { buyer: 'harsh', procuringEntity: 'hall' })
    // Shares of buyers: nine of 0 and one of 1: the fence lies at 0, and 0 itself is never flagged.
    expect(tableOf([...calm, harsh], 'R038')).toEqual({ Buyer: { harsh: { R038: 1 } }, ProcuringEntity: { hall: { R038: 0.1 } } })
  })
})

describe('R048 a supplier of everything', () => {
  it('twenty awards over twenty classes, among those of two', () => {
    const award = (supplier: string, code: string): Procedure => procedure([], { awards: [{ status: 'active', suppliers: [supplier], classes: [code] }] })
    const plain = times(5, which => times(20, index => award(`S${which}`, index % 2 ? '11000000' : '22000000'))).flat()
    const mixed = times(20, index => award('X', `${index + 10}000000`))
    const few = times(19, index => award('few', `${index + 10}000000`))
    expect(tableOf([...plain, ...mixed, ...few], 'R048').Tenderer?.X).toEqual({ R048: 20 })
    expect(tableOf([...plain, ...mixed, ...few], 'R048').Tenderer?.few).toBeUndefined()
  })
})

describe('R058 heavily discounted', () => {
  it('the one whose next bidder asked a hundred times as much', () => {
    // Gaps: nine of 0.1 and one of 99: Q1 = Q3 = 0.1.
    const plain = times(9, () => procedure([bid('V', 10), bid('L', 11)], { awards: [{ status: 'active', suppliers: ['V'], classes: [] }] }))
    const deep = procedure([bid('W', 1), bid('L', 100)])
    expect(tableOf([...plain, deep], 'R058').OCID?.[deep.id]).toEqual({ R058: 99 })
    expect(tableOf([...plain, deep], 'R058', { ...publishedSettings, discountShare: 0.5 })).toEqual({ OCID: { [deep.id]: { R058: 99 } }, Tenderer: { W: { R058: 99 } } })
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
    const procedures = [...times(8, () => procedure([bid('W', 1), bid('L', 101)])), procedure([bid('W', 1), bid('L', 1)])]
    expect(tableOf(procedures, 'R024')).not.toEqual({})
    expect(tableOf(procedures, 'R024', hallSettings)).toEqual({})
  })
  it('leave a cancelled procedure alone', () => {
    for (const { code } of signals)
      expect(tableOf([procedure([bid('W', 1), bid('L', 1), bid('A', 1, 'disqualified')], { cancelled: true, tenderers: 1, start: 0, end: 1 })], code), code).toEqual({})
  })
})
