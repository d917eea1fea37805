import type { LedgerFinding, LedgerSignal, SeenTrade } from './ledgerSignal.ts'
import { atTrade, tradeMeets } from './ledgerSignal.ts'
import { hallLimits } from './limits.ts'

interface Prices {
  won: number
  /** The prices of all accepted bids, including the winner's. */
  accepted: number[]
}

/**
 * The winner's price and those of all accepted bids of a purchase. Null where the winner's bid is not on
 * record or there are too few prices.
 */
function pricesOf(trade: SeenTrade): Prices | null {
  if (!tradeMeets('savingCategory')(trade)) return null
  const bids = trade.bids.flatMap(({ accepted, amountFen, won }) =>
    accepted && amountFen !== null && amountFen > 0 ? [{ amount: amountFen, won }] : [],
  )
  const own = bids.filter(({ won }) => won).map(({ amount }) => amount)
  return own.length === 1 && own[0] !== undefined && bids.length >= hallLimits.comparedBids
    ? { won: own[0], accepted: bids.map(({ amount }) => amount) }
    : null
}

/** A finding where the winner's price is higher than every other; an equal highest price is none. */
function findingOf(trade: SeenTrade): LedgerFinding[] {
  const prices = pricesOf(trade)
  if (!prices) return []
  const { won, accepted } = prices
  if (accepted.filter(price => price >= won).length > 1) return []
  const more = won / Math.min(...accepted) - 1
  const share = (more * 100).toFixed(1)
  return [
    atTrade(trade, more, {
      zh: `${accepted.length} 家有效报价中最高，比最低报价高 ${share}%`,
      en: `the highest of ${accepted.length} accepted bids, ${share}% above the lowest`,
    }),
  ]
}

/** Signal: awards to the highest of all accepted bids. */
export const highestWinner: LedgerSignal = {
  id: 'highestWinner',
  names: { zh: '中标人报价最高', en: 'Winner is the highest bidder' },
  question: {
    zh: '哪些工程和采购由有效报价中最高的一家中标？评审理由是什么？',
    en: 'Which works and procurement went to the highest of all accepted bidders, and why?',
  },
  formula: {
    zh: `有效报价不少于 ${hallLimits.comparedBids} 家，中标人的报价高于其余各家`,
    en: `${hallLimits.comparedBids} accepted bids or more, the winner’s above all others`,
  },
  source: '招标投标法 art. 41; 政府采购法 art. 38, 40',
  unit: 'percent',
  everyCurrency: true,
  lookedAt: trades => trades.filter(trade => pricesOf(trade) !== null).length,
  find: trades => trades.flatMap(findingOf).toSorted((a, b) => b.value - a.value),
}
