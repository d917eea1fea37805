import type { Names } from '../../model/index.ts'
import type { LedgerFinding, LedgerSignal, SeenTrade } from './ledgerSignal.ts'
import { atTrade, tradeMeets, tradeNumber } from './ledgerSignal.ts'

const isAbove = tradeMeets('aboveCeiling')

/** The prices of accepted bids, highest first. */
const acceptedPrices = ({ bids }: SeenTrade): number[] =>
  bids
    .flatMap(bid => (bid.accepted && bid.amountFen !== null ? [bid.amountFen] : []))
    .toSorted((a, b) => b - a)

const hasCeiling = (trade: SeenTrade): boolean =>
  tradeMeets('bought')(trade) &&
  (trade.baseFen ?? 0) > 0 &&
  (tradeMeets('awarded')(trade) || acceptedPrices(trade).length > 0)

/** The names of the kinds of base in sentences. */
const baseWords: Record<string, Names> & { controlPrice: Names } = {
  budget: { zh: '预算', en: 'budget' },
  ceilingPrice: { zh: '最高限价', en: 'ceiling price' },
  controlPrice: { zh: '控制价', en: 'control price' },
}

/** By how much the award, or otherwise an accepted bid, exceeds the ceiling; null where none does. */
function excessOf(trade: SeenTrade): LedgerFinding | null {
  const prices = acceptedPrices(trade)
  const over = prices.filter(price => price > (trade.baseFen ?? 0)).length
  const [highest = null] = prices
  const excess = isAbove(trade)
    ? tradeNumber(trade, 'overCeiling')
    : over > 0
      ? tradeNumber({ ...trade, record: { ...trade.record, awardFen: highest } }, 'overCeiling')
      : null
  if (excess === null) return null
  const base = baseWords[trade.baseKind ?? ''] ?? baseWords.controlPrice
  const bids =
    over === prices.length
      ? {
          zh: `${over} 家有效报价均高于${base.zh}`,
          en: over === 1 ? 'so is the one accepted bid' : `so are all ${over} accepted bids`,
        }
      : {
          zh: `${prices.length} 家有效报价中 ${over} 家高于${base.zh}`,
          en: `${over} of ${prices.length} accepted bids above the ${base.en}`,
        }
  const note = isAbove(trade)
    ? { zh: `成交价高于${base.zh}`, en: `the award is above the ${base.en}` }
    : { zh: `成交价未超${base.zh}`, en: `the award is not above the ${base.en}` }
  return {
    ...atTrade(
      trade,
      excess,
      over > 0 ? { zh: `${note.zh}；${bids.zh}`, en: `${note.en}; ${bids.en}` } : note,
    ),
    currency: trade.currency,
  }
}

/** Signal: awards and accepted bids above the ceiling or the budget. */
export const aboveCeiling: LedgerSignal = {
  id: 'aboveCeiling',
  names: { zh: '超出控制价', en: 'Above the ceiling' },
  question: {
    zh: '哪些工程和采购的成交价或有效报价高于控制价（最高限价）或预算？',
    en:
      'In which works and procurement is the award, or an accepted bid, above the ' +
      'control price (ceiling) or budget?',
  },
  formula: {
    zh: '成交价 ＞ 基准价，或任一有效报价 ＞ 基准价',
    en: 'award above the base, or any accepted bid above the base',
  },
  source: '招标投标法实施条例 art. 51; 政府采购法 art. 36',
  unit: 'money',
  everyCurrency: true,
  lookedAt: trades => trades.filter(hasCeiling).length,
  find: trades =>
    trades
      .filter(hasCeiling)
      .flatMap(trade => excessOf(trade) ?? [])
      .toSorted((a, b) => b.value - a.value),
}

/** Signal: awards without a base, which cannot be compared with a ceiling. */
export const awardWithoutBase: LedgerSignal = {
  id: 'awardWithoutBase',
  names: { zh: '有成交价而无控制价', en: 'Award without a base' },
  question: {
    zh: '哪些按金额成交的工程和采购没有控制价或预算？',
    en: 'Which works and procurement were awarded at a price without a control price or budget?',
  },
  formula: {
    zh: '按金额成交，基准价缺失或不大于零',
    en: 'priced by amount, the base missing or not above zero',
  },
  source: '公共资源交易统计口径 C2',
  unit: 'trades',
  everyCurrency: true,
  lookedAt: trades =>
    trades.filter(trade => tradeMeets('savingCategory')(trade) && tradeMeets('awarded')(trade)).length,
  find: trades => trades.filter(tradeMeets('awardWithoutBase')).map(trade => atTrade(trade, 1)),
}

/** Signal: trades whose steps are not in their required order. */
export const datesOutOfOrder: LedgerSignal = {
  id: 'datesOutOfOrder',
  names: { zh: '日期先后颠倒', en: 'Dates out of order' },
  question: {
    zh: '哪些交易的公告、开标、公示、成交、合同日期先后颠倒？',
    en: 'In which trades are announcement, opening, publication, conclusion and contract out of order?',
  },
  formula: {
    zh: '公告日 ≤ 开标日 ≤ 公示日、成交日；成交日 ≤ 合同日',
    en: 'announced ≤ opened ≤ published and concluded; concluded ≤ contracted',
  },
  source: '招标投标法 art. 24, 34, 45, 46',
  unit: 'trades',
  everyCurrency: true,
  lookedAt: trades => trades.length,
  find: trades => trades.filter(tradeMeets('datesOutOfOrder')).map(trade => atTrade(trade, 1)),
}
