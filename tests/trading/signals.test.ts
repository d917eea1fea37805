import type { Bid, BidStatus, Procedure, ProcedureAward } from '../../server/trading/signals/index.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fences, quantile } from '../../server/trading/signals/fences.ts'
import { flagTable, hallSettings, publishedSettings, signals } from '../../server/trading/signals/index.ts'

const bid = (
  tenderer: string,
  amount: number | null,
  status: BidStatus = 'valid',
  at: number | null = null,
): Bid => ({ status, tenderers: [tenderer], amount, currency: 'CNY', at })
let number = 0
function procedure(bids: Bid[], more: Partial<Procedure> = {}): Procedure {
  return {
    id: `P${++number}`,
    method: 'open',
    methodDetails: null,
    cancelled: false,
    start: null,
    end: null,
    tenderers: null,
    buyer: null,
    procuringEntity: null,
    bids,
    awards: [{ status: 'active', suppliers: ['W'], classes: [] }],
    ...more,
  }
}
const tableOf = (procedures: Procedure[], code: string, settings = publishedSettings) =>
  flagTable(procedures, settings, [code])
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))

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
          const found = quantile(values, share) ?? Number.NaN
          expect(found).toBeGreaterThanOrEqual(Math.min(...values))
          expect(found).toBeLessThanOrEqual(Math.max(...values))
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
        everybody.map(one => bid(one, 1)),
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

describe('R024 close bids', () => {
  const gapped = (second: number, more: Partial<Bid> = {}): Procedure =>
    procedure([bid('W', 100), { ...bid('S', second), ...more }])
  const usual = times(9, index => gapped(120 + index))
  it('flags the difference at the procedure, and both bidders with 0', () => {
    const close = gapped(101)
    const table = tableOf([...usual, close], 'R024')
    expect(table.OCID).toEqual({ [close.id]: { R024: 0.01 } })
    expect(table.Tenderer).toEqual({ W: { R024: 0 }, S: { R024: 0 } })
  })
  it('compares neither consortia, other currencies, pending bids, nor where a lower bid lost', () => {
    const odd = [
      gapped(101, { tenderers: ['S', 'T'] }),
      gapped(101, { members: 2 }),
      gapped(101, { currency: 'USD' }),
      gapped(101, { currency: null }),
      gapped(101, { status: 'pending' }),
      gapped(99),
    ]
    expect(tableOf([...usual, ...odd], 'R024')).toEqual({})
    const inDollars = { ...publishedSettings, currency: 'USD', closeShare: 0.5 }
    expect(tableOf([...usual, ...odd], 'R024', inDollars)).toEqual({})
  })
  it('says nothing where a quarter of the differences is zero', () => {
    const equal = times(4, () => gapped(100))
    expect(tableOf([...usual, ...equal], 'R024')).toEqual({})
  })
  it('compares only the methods that are let in, where some are', () => {
    const settings = {
      ...publishedSettings,
      closeShare: 0.05,
      priceComparison: ['Y'],
      noPriceComparison: ['Y'],
    }
    const [inside, outside] = [gapped(101), gapped(101)]
    expect(tableOf([{ ...inside, methodDetails: 'Y' }, outside], 'R024', settings).OCID).toEqual({
      [inside.id]: { R024: 0.01 },
    })
  })
})

describe('R036 the lowest disqualified', () => {
  it('the very lowest of all submitted, with a valid one above it, in an awarded procedure', () => {
    const out = bid('A', 1, 'disqualified')
    const flagged = procedure([out, bid('W', 2)])
    const stillOpen = procedure([out, bid('W', 2)], {
      awards: [
        { status: 'active', suppliers: ['W'], classes: [] },
        { status: 'open', suppliers: [], classes: [] },
      ],
    })
    const tie = procedure([out, bid('W', 1)])
    const calm = [
      procedure([bid('W', 1), out]),
      procedure([out, bid('B', 0.5, 'pending'), bid('W', 2)]),
      procedure([out]),
      procedure([out, bid('W', 2)], { awards: [] }),
      procedure([{ ...out, currency: 'USD' }, bid('W', 2)]),
    ]
    expect(Object.keys(tableOf([flagged, stillOpen, tie, ...calm], 'R036').OCID ?? {})).toEqual([
      flagged.id,
      stillOpen.id,
      tie.id,
    ])
  })
})

describe('R003 and R018', () => {
  const days = (count: number) => ({ start: 0, end: count * 86_400_000 })
  it('count whole days below the limit; a method that is not looked at is none', () => {
    const short = procedure([], days(14.9))
    expect(tableOf([short, procedure([], days(15)), procedure([], { end: 1 })], 'R003')).toEqual({
      OCID: { [short.id]: { R003: 1 } },
    })
    expect(tableOf([short], 'R003', { ...publishedSettings, shortMethods: ['selective'] })).toEqual({})
  })
  it('one tenderer, in an open or selective procedure', () => {
    const alone = procedure([], { tenderers: 1 })
    const others = [
      procedure([], { tenderers: 1, method: 'limited' }),
      procedure([], { tenderers: 1, method: null }),
      procedure([], { tenderers: 2 }),
    ]
    expect(tableOf([alone, ...others], 'R018')).toEqual({ OCID: { [alone.id]: { R018: 1 } } })
  })
})

describe('R028 identical prices', () => {
  it('of different bidders, not of one bidder twice', () => {
    const alike = procedure([bid('A', 5), bid('B', 5), bid('C', 6)])
    expect(
      tableOf(
        [
          alike,
          procedure([bid('A', 5), bid('A', 5)]),
          procedure([bid('A', 5), bid('B', 5, 'withdrawn')]),
          procedure([bid('A', null), bid('B', null)]),
        ],
        'R028',
      ),
    ).toEqual({ OCID: { [alike.id]: { R028: 1 } }, Tenderer: { A: { R028: 1 }, B: { R028: 1 } } })
  })
})

describe('R030 a late bid won', () => {
  it('the winner’s, after the deadline', () => {
    const late = procedure([bid('W', 1, 'valid', 11)], { end: 10 })
    expect(
      tableOf(
        [
          late,
          procedure([bid('W', 1, 'valid', 10)], { end: 10 }),
          procedure([bid('L', 1, 'valid', 11), bid('W', 1, 'valid', 9)], { end: 10 }),
          procedure([bid('W', 1, 'valid', 11)]),
        ],
        'R030',
      ),
    ).toEqual({ OCID: { [late.id]: { R030: 1 } }, Tenderer: { W: { R030: 1 } } })
  })
  it('any supplier of an active award, in a consortium too, whatever else is open', () => {
    const late = procedure([{ ...bid('W', 1, 'valid', 11), tenderers: ['V', 'W'] }], {
      end: 10,
      awards: [
        { status: 'active', suppliers: ['W'], classes: [] },
        { status: 'open', suppliers: ['V'], classes: [] },
      ],
    })
    expect(tableOf([late], 'R030').Tenderer).toEqual({ W: { R030: 1 } })
  })
})

describe('R035 all but the winner disqualified', () => {
  it('two thrown out, one left', () => {
    const alone = procedure([bid('W', 3), bid('A', 1, 'disqualified'), bid('B', 2, 'disqualified')])
    expect(
      tableOf(
        [
          alone,
          procedure([bid('W', 3), bid('A', 1)]),
          procedure([bid('W', 3)]),
          procedure([bid('W', 3), bid('W', 2, 'disqualified')]),
        ],
        'R035',
      ),
    ).toEqual({ OCID: { [alone.id]: { R035: 2 } }, Tenderer: { W: { R035: 0 } } })
  })
  it('counts tenderers, not bids; pending bids do not matter, other winners do', () => {
    const out = bid('A', 1, 'disqualified')
    const flagged = procedure([bid('W', 3), out, out, bid('P', 1, 'pending')])
    const calm = [
      procedure([bid('W', 3), out], { awards: [{ status: 'active', suppliers: ['V'], classes: [] }] }),
      procedure([bid('W', 3), out], { awards: [{ status: 'open', suppliers: ['W'], classes: [] }] }),
      procedure([{ ...bid('W', 3), tenderers: ['W', 'V'] }, out]),
    ]
    expect(tableOf([flagged, ...calm], 'R035').OCID).toEqual({ [flagged.id]: { R035: 1 } })
    expect(tableOf([flagged], 'R035', { ...publishedSettings, leastDisqualified: 2 })).toEqual({})
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

describe('R058 heavily discounted', () => {
  it('the one whose next bidder asked a hundred times as much', () => {
    // Gaps: nine of 0.1 and one of 99: Q1 = Q3 = 0.1.
    const plain = times(9, () =>
      procedure([bid('V', 10), bid('L', 11)], {
        awards: [{ status: 'active', suppliers: ['V'], classes: [] }],
      }),
    )
    const deep = procedure([bid('W', 1), bid('L', 100)])
    expect(tableOf([...plain, deep], 'R058').OCID?.[deep.id]).toEqual({ R058: 99 })
    expect(tableOf([...plain, deep], 'R058', { ...publishedSettings, discountShare: 0.5 })).toEqual({
      OCID: { [deep.id]: { R058: 99 } },
      Tenderer: { W: { R058: 0 } },
    })
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
