import { describe, expect, it } from 'vitest'
import { ladderOf } from '../../client/trading/ladder.ts'
import { nextSteps } from '../../client/trading/tradeNext.ts'

type Card = Parameters<typeof ladderOf>[0]
const bid = (amountFen: string | null, won = false) => ({
  bidder: amountFen,
  won,
  status: 'valid',
  amountFen,
  reason: null,
})
const cardOf = (more: object, trade: object = {}): Card =>
  ({
    trade: {
      baseKind: 'ceilingPrice',
      baseFen: '1000',
      awardFen: '1100',
      winner: 'A',
      buyer: 'B',
      agent: null,
      outcome: 'concluded',
      ...trade,
    },
    signals: [],
    timeline: [],
    objections: [],
    bids: [bid('900'), bid('1100', true), bid(null)],
    ...more,
  }) as unknown as Card
const say = { t: (key: string) => key, language: 'zh', currency: 'CNY' } as Parameters<typeof nextSteps>[1]

describe('the prices of one trade', () => {
  it('stand on one scale with the ceiling, and reach beyond it where they are above', () => {
    const { rows, base } = ladderOf(cardOf({}))
    expect(base?.at).toBeCloseTo(50)
    expect(rows.map(row => row.isAbove)).toEqual([false, true, false])
    expect(rows[1]?.over?.from).toBeCloseTo(50)
    expect(rows[2]?.at).toBeNull()
    for (const { at } of rows) if (at !== null) expect(at > 0 && at < 100).toBe(true)
  })

  it('are never above a price from which bids begin, and show the award where no bid is on record', () => {
    const land = ladderOf(cardOf({ bids: [] }, { baseKind: 'startingPrice' }))
    expect(land.rows).toHaveLength(1)
    expect(land.rows[0]).toMatchObject({ isAward: true, won: true, isAbove: false })
    expect(ladderOf(cardOf({ bids: [] }, { awardFen: null, baseFen: null })).rows).toEqual([])
  })
})

describe('what to do next about a trade', () => {
  it('is what its signals ask first, then open objections and dates that are not recorded', () => {
    const signals = [{ id: 'R038' }, { id: 'aboveCeiling' }]
    const steps = nextSteps(cardOf({ signals, objections: [{ result: 'pending' }] }), say)
    expect(steps.map(step => step.key)).toEqual(['aboveCeiling', 'others', 'open', 'lacking'])
    expect(steps.filter(step => step.urgent).map(step => step.key)).toEqual(['aboveCeiling', 'open'])
  })

  it('is nothing where all is recorded, and where a trade was not concluded', () => {
    const timeline = [{ step: 'publishedDay' }, { step: 'contractedDay' }]
    expect(nextSteps(cardOf({ timeline }), say)).toEqual([])
    expect(nextSteps(cardOf({}, { outcome: 'annulled' }), say)).toEqual([])
  })
})
