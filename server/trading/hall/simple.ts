import type { LedgerSignal, SeenTrade } from './ledgerSignal.ts'
import { atTrade, grouped, tradeMeets, tradeNumber } from './ledgerSignal.ts'
import { hallLimits } from './limits.ts'

const { nearCeilingShare, tenderDays, soleAwards } = hallLimits
const isPriced = tradeMeets('saving')
const isCompetitive = tradeMeets('competitive')
const isTendered = tradeMeets('tendered')
const share = (trade: SeenTrade): number => (tradeNumber(trade, 'discountRate') ?? 0) / 100_000
const daysToBid = (trade: SeenTrade): number => tradeNumber(trade, 'daysToBid') ?? 0

/** Signal: awards that are hardly below their ceiling. */
export const nearCeiling: LedgerSignal = {
  id: 'nearCeiling',
  names: { zh: '成交价贴近控制价', en: 'Award close to the ceiling' },
  question: { zh: '哪些成交几乎没有下浮？', en: 'Which trades were awarded at almost the ceiling?' },
  formula: { zh: '0 ≤ 下浮率 ＜ 0.5%', en: 'discount from 0 to under 0.5%' },
  source: 'Dozorro / Prozorro, “winner changed price insignificantly”',
  unit: 'percent',
  lookedAt: trades => trades.filter(isPriced).length,
  find: trades =>
    trades
      .filter(trade => isPriced(trade) && share(trade) >= 0 && share(trade) < nearCeilingShare)
      .map(trade => atTrade(trade, share(trade))),
}

/** Signal: awards far below their base. */
export const deepDiscounts: LedgerSignal = {
  id: 'deepDiscounts',
  names: { zh: '下浮超过三成', en: 'Over 30% below the base' },
  question: {
    zh: '哪些成交下浮异常大？控制价如何确定？',
    en: 'Which trades went far below their base, and where did the base come from?',
  },
  formula: { zh: '下浮率 ＞ 30%', en: 'discount above 30%' },
  source: '公共资源交易统计口径 3.3',
  unit: 'percent',
  lookedAt: trades => trades.filter(isPriced).length,
  find: trades => trades.filter(tradeMeets('deepDiscount')).map(trade => atTrade(trade, share(trade))),
}

/** Signal: procedures with a single bidder. */
export const oneBidder: LedgerSignal = {
  id: 'oneBidder',
  names: { zh: '只有一家投标', en: 'Only one bidder' },
  question: { zh: '哪些应有竞争的成交只有一家投标？', en: 'Which competitive trades had only one bidder?' },
  formula: { zh: '投标家数＝1，方式不是单一来源', en: 'one bidder, and not a single source' },
  source: 'Cardinal R018; Open Contracting UC005',
  unit: 'bidders',
  lookedAt: trades => trades.filter(isCompetitive).length,
  find: trades => trades.filter(tradeMeets('oneBidder')).map(trade => atTrade(trade, 1)),
}

/** Signal: tenders with too little time to bid. */
export const shortTender: LedgerSignal = {
  id: 'shortTender',
  names: { zh: '投标期不足 20 日', en: 'Fewer than 20 days to bid' },
  question: {
    zh: '哪些招标从公告到开标不足二十日？',
    en: 'Which tenders opened fewer than twenty days after they were announced?',
  },
  formula: { zh: '开标日－公告日 ＜ 20 日（招标）', en: 'day opened − day announced below 20, for tenders' },
  source: '招标投标法 art. 24; Cardinal R003',
  unit: 'days',
  lookedAt: trades => trades.filter(isTendered).length,
  find: trades =>
    trades
      .filter(trade => isTendered(trade) && daysToBid(trade) < tenderDays)
      .map(trade => atTrade(trade, daysToBid(trade))),
}

const won = (trades: readonly SeenTrade[]): [string, SeenTrade[]][] =>
  [
    ...grouped(
      trades.filter(trade => tradeMeets('savingCategory')(trade) && trade.buyer !== null),
      trade => trade.winner,
    ),
  ].filter(([, own]) => own.length >= soleAwards)

/** The share of each buyer among all awards with a winner. */
function buyerShares(trades: readonly SeenTrade[]): number[] {
  const awarded = trades.filter(trade => tradeMeets('savingCategory')(trade) && trade.winner !== null)
  const buyers = [...grouped(awarded, trade => trade.buyer).values()]
  const all = buyers.reduce((sum, own) => sum + own.length, 0)
  return buyers.map(own => own.length / all)
}

/** Signal: suppliers with a single customer. */
export const soleCustomer: LedgerSignal = {
  id: 'soleCustomer',
  names: { zh: '只为一家供货', en: 'Supplier of one buyer' },
  question: {
    zh: '哪些中标人多次中标，却只来自同一采购人？',
    en: 'Which winners won several times, and always from the same buyer?',
  },
  formula: { zh: '中标不少于 3 宗，采购人只有 1 家', en: 'three awards or more, all from one buyer' },
  source: 'Dozorro / Prozorro, supplier working with one buyer only',
  unit: 'trades',
  lookedAt: trades => won(trades).length,
  find: trades => {
    const shares = buyerShares(trades)
    return won(trades)
      .filter(([, own]) => new Set(own.map(trade => trade.buyer)).size === 1)
      .map(([winner, own]) => ({
        subject: winner,
        value: own.length,
        note: { zh: own[0]?.buyer ?? '', en: own[0]?.buyer ?? '' },
        trades: own.map(trade => trade.code),
        // The probability that all of a supplier's awards come from one buyer, whichever it is.
        chance: shares.reduce((sum, share) => sum + share ** own.length, 0),
      }))
  },
}
