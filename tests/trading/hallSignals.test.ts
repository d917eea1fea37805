import type { SeenTrade } from '../../server/trading/hall/index.ts'
import { describe, expect, it } from 'vitest'
import { concentrationOf } from '../../server/trading/hall/concentration.ts'
import { ledgerSignals } from '../../server/trading/hall/index.ts'
import { thresholdOf } from '../../server/trading/hall/splitting.ts'

let number = 0
function trade(more: Partial<SeenTrade> = {}): SeenTrade {
  number++
  const seen = {
    code: `T${number}`,
    name: `项目${number}`,
    category: 'works',
    method: 'openTender',
    outcome: 'concluded',
    buyer: '住建局',
    winner: `公司${number}`,
    baseFen: 10_000,
    awardFen: 9000,
    discountRate: 10_000,
    bidders: 4,
    announced: 100,
    opened: 125,
    concluded: 126,
    currency: 'CNY',
    isHome: true,
    baseKind: 'ceilingPrice',
    bids: [],
    ...more,
  }
  const { announced: announcedDay, opened: openedDay, concluded: concludedDay, ...columns } = seen
  const { category, method, outcome, baseFen, awardFen, discountRate, bidders, isHome } = columns
  return {
    ...seen,
    record: {
      ...{ category, method, outcome, baseFen, awardFen, discountRate, bidders },
      ...{ announcedDay, openedDay, concludedDay, publishedDay: null, contractedDay: null },
      homeCurrency: isHome,
      priceForm: 'amount',
      ...more.record,
    },
  }
}
function found(id: string, trades: SeenTrade[]) {
  const signal = ledgerSignals.find(signal => signal.id === id)!
  return {
    of: signal.lookedAt(trades),
    findings: signal
      .find(trades)
      .map(({ subject, value, trades: evidence }) => [subject, Number(value.toFixed(4)), evidence.length]),
  }
}

describe('signals of the ledger', () => {
  it('above the ceiling: by how much, also of one accepted bid, in any currency; land may go above', () => {
    const accepted = (amountFen: number | null) => ({ accepted: true, won: false, amountFen })
    const trades = [
      trade({ awardFen: 10_001 }),
      trade({ awardFen: 10_000, bids: [accepted(10_000), accepted(null)] }),
      trade({
        awardFen: 9000,
        bids: [accepted(9000), accepted(12_000), { accepted: false, won: false, amountFen: 99_000 }],
      }),
      trade({ awardFen: 15_000, currency: 'USD', isHome: false }),
      trade({ awardFen: 90_000, category: 'land' }),
      trade({ awardFen: 12_000, outcome: 'annulled' }),
      trade({ awardFen: null, outcome: 'annulled', bids: [accepted(11_000)] }),
    ]
    expect(found('aboveCeiling', trades)).toEqual({
      of: 5,
      findings: [
        [trades[3]!.name, 5000, 1],
        [trades[2]!.name, 2000, 1],
        [trades[6]!.name, 1000, 1],
        [trades[0]!.name, 1, 1],
      ],
    })
    const [first, second] = ledgerSignals[0]!.find(trades)
    expect(first?.currency).toBe('USD')
    expect(second?.note?.zh).toBe('成交价未超最高限价；2 家有效报价中 1 家高于最高限价')
  })

  it('a winner above all others; not one who shares the highest price, nor one of two', () => {
    const bid = (amountFen: number, won = false, accepted = true) => ({ accepted, won, amountFen })
    const trades = [
      trade({ bids: [bid(9000, true), bid(8000), bid(8500), bid(7500)] }),
      trade({ bids: [bid(9000, true), bid(9000), bid(8000)] }),
      trade({ bids: [bid(9000, true), bid(8000), bid(8500, false, false)] }),
      trade({ bids: [bid(7000, true), bid(8000), bid(8500)] }),
      trade({ bids: [bid(9000, true), bid(8000), bid(8500)], category: 'land' }),
      trade({ bids: [bid(9000), bid(8000), bid(8500)] }),
      trade({ bids: [bid(9000, true), bid(8000), bid(8500)], outcome: 'annulled' }),
    ]
    expect(found('highestWinner', trades)).toEqual({ of: 3, findings: [[trades[0]!.name, 0.2, 1]] })
    const note = ledgerSignals.find(signal => signal.id === 'highestWinner')!.find(trades)[0]?.note
    expect(note?.zh).toBe('4 家有效报价中最高，比最低报价高 20.0%')
    expect(note?.en).toBe('the highest of 4 accepted bids, 20.0% above the lowest')
  })

  it('an award without a base, and dates out of order', () => {
    const trades = [
      trade(),
      trade({ baseFen: null }),
      trade({ baseFen: 0 }),
      trade({ baseFen: null, category: 'land' }),
      trade({ opened: 99 }),
      trade({ opened: null, concluded: 99 }),
      trade({ record: { contractedDay: 125 } }),
      trade({ record: { publishedDay: 124, contractedDay: 126 } }),
    ]
    expect(found('awardWithoutBase', trades).findings.map(([name]) => name)).toEqual([
      trades[1]!.name,
      trades[2]!.name,
    ])
    expect(found('datesOutOfOrder', trades).findings.map(([name]) => name)).toEqual(
      trades.slice(4).map(trade => trade.name),
    )
  })

  it('concentration: three of four awards to one is high, four to four is not', () => {
    // Shares 0.75 and 0.25: HHI 0.625; freed from n = 4: (0.625 − 0.25) ÷ 0.75 = 0.5.
    expect(concentrationOf([0.75, 0.25], 4)).toEqual({ index: 0.625, normalised: 0.5 })
    expect(concentrationOf([0.25, 0.25, 0.25, 0.25], 4).normalised).toBe(0)
    const own = [1, 2, 3].map(() => trade({ winner: '甲' }))
    expect(found('concentration', [...own, trade({ winner: '乙' })])).toEqual({
      of: 1,
      findings: [['住建局', 0.75, 4]],
    })
    expect(
      found(
        'concentration',
        [1, 2, 3, 4].map(() => trade()),
      ).findings,
    ).toEqual([])
    expect(found('concentration', own).of).toBe(0)
  })

  it('near the ceiling, far below it', () => {
    const trades = [
      trade({ discountRate: 0 }),
      trade({ discountRate: 499 }),
      trade({ discountRate: 500 }),
      trade({ discountRate: -100 }),
      trade({ discountRate: 30_000 }),
      trade({ discountRate: 30_001 }),
      trade({ discountRate: 1, category: 'land' }),
    ]
    expect(found('nearCeiling', trades)).toMatchObject({
      of: 6,
      findings: [
        [expect.any(String), 0, 1],
        [expect.any(String), 0.005, 1],
      ],
    })
    expect(found('deepDiscounts', trades).findings.length).toBe(1)
  })

  it('one bidder, unless a single source was chosen; failed trades do not count', () => {
    expect(
      found('oneBidder', [
        trade({ bidders: 1 }),
        trade({ bidders: 1, method: 'singleSource' }),
        trade({ bidders: 2 }),
        trade({ bidders: null }),
        trade({ bidders: 1, outcome: 'tooFewBidders' }),
      ]),
    ).toMatchObject({ of: 2, findings: [[expect.any(String), 1, 1]] })
  })

  it('fewer than twenty days to bid', () => {
    expect(
      found('shortTender', [
        trade({ announced: 100, opened: 119 }),
        trade({ announced: 100, opened: 120 }),
        trade({ opened: null }),
        trade({ method: 'inquiry', announced: 100, opened: 101 }),
      ]),
    ).toMatchObject({ of: 2, findings: [[expect.any(String), 19, 1]] })
  })

  it('a winner of one buyer, three times', () => {
    const mine = [1, 2, 3].map(() => trade({ winner: '甲', buyer: '教育局' }))
    const many = ['教育局', '水利局', '住建局'].map(buyer => trade({ winner: '乙', buyer }))
    expect(found('soleCustomer', [...mine, ...many])).toEqual({ of: 2, findings: [['甲', 3, 3]] })
  })

  it('purchases just below the threshold within sixty days', () => {
    const near = (announced: number, more: Partial<SeenTrade> = {}) =>
      trade({ announced, baseFen: 195_000_000, ...more })
    expect(thresholdOf(near(15_000))).toBe(200_000_000)
    expect(thresholdOf(near(18_000))).toBe(400_000_000)
    expect(thresholdOf(near(18_000, { category: 'procurement' }))).toBe(200_000_000)
    expect(
      found('splitting', [
        near(15_000),
        near(15_060),
        near(15_200),
        near(15_001, { buyer: '教育局' }),
        trade({ announced: 15_002, baseFen: 100_000_000 }),
      ]),
    ).toEqual({ of: 4, findings: [['住建局', 2, 2]] })
  })

  it('say nothing of nothing', () => {
    for (const signal of ledgerSignals) expect([signal.lookedAt([]), signal.find([])]).toEqual([0, []])
  })
})
