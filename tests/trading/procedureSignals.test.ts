import type { Bid, Procedure } from '../../server/trading/signals/index.ts'
import { describe, expect, it } from 'vitest'
import { publishedSettings } from '../../server/trading/signals/index.ts'
import { bid, procedure, tableOf, times } from '../support/procedures.ts'

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
