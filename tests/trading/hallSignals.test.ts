import type { SeenTrade } from '../../server/trading/hall/index.ts'
import { describe, expect, it } from 'vitest'
import { concentrationOf } from '../../server/trading/hall/concentration.ts'
import { ledgerSignals } from '../../server/trading/hall/index.ts'
import { thresholdOf } from '../../server/trading/hall/splitting.ts'

let number = 0
function trade(more: Partial<SeenTrade> = {}): SeenTrade {
  number++
  return { code: `T${number}`, name: `项目${number}`, category: 'works', method: 'openTender', outcome: 'concluded', buyer: '住建局', winner: `公司${number}`, baseFen: 10_000, awardFen: 9000, discountRate: 10_000, bidders: 4, announced: 100, opened: 125, concluded: 126, ...more }
}
function found(id: string, trades: SeenTrade[]) {
  const signal = ledgerSignals.find(one => one.id === id)!
  return { of: signal.lookedAt(trades), findings: signal.find(trades).map(({ subject, value, trades: evidence }) => [subject, Number(value.toFixed(4)), evidence.length]) }
}

describe('signals of the ledger', () => {
  it('concentration: three of four awards to one is high, four to four is not', () => {
    // Shares 0.75 and 0.25: HHI 0.625; freed from n = 4: (0.625 − 0.25) ÷ 0.75 = 0.5.
    expect(concentrationOf([0.75, 0.25], 4)).toEqual({ index: 0.625, normalised: 0.5 })
    expect(concentrationOf([0.25, 0.25, 0.25, 0.25], 4).normalised).toBe(0)
    const own = [1, 2, 3].map(() => trade({ winner: '甲' }))
    expect(found('concentration', [...own, trade({ winner: '乙' })])).toEqual({ of: 1, findings: [['住建局', 0.75, 4]] })
    expect(found('concentration', [1, 2, 3, 4].map(() => trade())).findings).toEqual([])
    expect(found('concentration', own).of).toBe(0)
  })

  it('near the ceiling, far below it', () => {
    const trades = [trade({ discountRate: 0 }), trade({ discountRate: 499 }), trade({ discountRate: 500 }), trade({ discountRate: -100 }), trade({ discountRate: 30_000 }), trade({ discountRate: 30_001 }), trade({ discountRate: 1, category: 'land' })]
    expect(found('nearCeiling', trades)).toMatchObject({ of: 6, findings: [[expect.any(String), 0, 1], [expect.any(String), 0.005, 1]] })
    expect(found('deepDiscounts', trades).findings.length).toBe(1)
  })

  it('one bidder, unless a single source was chosen; failed trades do not count', () => {
    expect(found('oneBidder', [trade({ bidders: 1 }), trade({ bidders: 1, method: 'singleSource' }), trade({ bidders: 2 }), trade({ bidders: null }), trade({ bidders: 1, outcome: 'tooFewBidders' })])).toMatchObject({ of: 2, findings: [[expect.any(String), 1, 1]] })
  })

  it('fewer than twenty days to bid', () => {
    expect(found('shortTender', [trade({ announced: 100, opened: 119 }), trade({ announced: 100, opened: 120 }), trade({ opened: null }), trade({ method: 'inquiry', announced: 100, opened: 101 })])).toMatchObject({ of: 2, findings: [[expect.any(String), 19, 1]] })
  })

  it('a winner of one buyer, three times', () => {
    const mine = [1, 2, 3].map(() => trade({ winner: '甲', buyer: '教育局' }))
    const many = ['教育局', '水利局', '住建局'].map(buyer => trade({ winner: '乙', buyer }))
    expect(found('soleCustomer', [...mine, ...many])).toEqual({ of: 2, findings: [['甲', 3, 3]] })
  })

  it('purchases just below the threshold within sixty days', () => {
    const near = (announced: number, more: Partial<SeenTrade> = {}) => trade({ announced, baseFen: 195_000_000, ...more })
    expect(thresholdOf(near(15_000))).toBe(200_000_000)
    expect(thresholdOf(near(18_000))).toBe(400_000_000)
    expect(thresholdOf(near(18_000, { category: 'procurement' }))).toBe(200_000_000)
    expect(found('splitting', [near(15_000), near(15_060), near(15_200), near(15_001, { buyer: '教育局' }), trade({ announced: 15_002, baseFen: 100_000_000 })])).toEqual({ of: 4, findings: [['住建局', 2, 2]] })
  })

  it('say nothing of nothing', () => {
    for (const signal of ledgerSignals)
      expect([signal.lookedAt([]), signal.find([])]).toEqual([0, []])
  })
})
