import type { LedgerSignal, SeenTrade } from './ledgerSignal.ts'
import { grouped, tradeMeets } from './ledgerSignal.ts'
import { hallLimits } from './limits.ts'

const { splittingDays: days, splittingShare: justBelow } = hallLimits
const isBought = tradeMeets('bought')
/**
 * 必须招标的工程项目规定 2018 raised the threshold for works from two to four million yuan on this day (days since
 * 1970-01-01).
 */
const since2018 = 17_683
const yuan = 100

/**
 * The amount from which an open tender is required, in 分: for works by the rules in force on the day, for
 * procurement by the usual threshold of counties.
 */
export function thresholdOf({ category, announced, concluded }: SeenTrade): number {
  const day = announced ?? concluded ?? 0
  return category === 'works' && day >= since2018 ? 4_000_000 * yuan : 2_000_000 * yuan
}

const dayOf = (trade: SeenTrade): number | null => trade.announced ?? trade.concluded
function isNear(trade: SeenTrade): boolean {
  const [base, threshold] = [trade.baseFen ?? 0, thresholdOf(trade)]
  return isBought(trade) && dayOf(trade) !== null && base < threshold && base >= threshold * (1 - justBelow)
}

/** The longest runs of consecutive trades within the number of days, with at least two trades. */
function runs(trades: readonly SeenTrade[]): SeenTrade[][] {
  const sorted = trades.toSorted((a, b) => (dayOf(a) ?? 0) - (dayOf(b) ?? 0))
  const groups: SeenTrade[][] = []
  for (const trade of sorted) {
    const last = groups.at(-1)
    if (last && (dayOf(trade) ?? 0) - (dayOf(last[0] ?? trade) ?? 0) <= days) last.push(trade)
    else groups.push([trade])
  }
  return groups.filter(run => run.length > 1)
}

/** Signal: purchases that may have been split to stay below the threshold. */
export const splitting: LedgerSignal = {
  id: 'splitting',
  names: { zh: '疑似拆分', en: 'Possible splitting below the threshold' },
  question: {
    zh: '哪些采购人在短期内多次采购，金额都略低于公开招标限额？',
    en: 'Which buyers bought repeatedly within weeks, each time just below the threshold of an open tender?',
  },
  formula: {
    zh: '同一采购人、同一类别，60 日内不少于 2 宗，基准价在限额以下 10% 之内（工程 400 万元，2018年6月前为 200 万元；采购 200 万元）',
    en:
      'one buyer and category, two or more within 60 days, each base within 10% below ' +
      'the threshold (works 4 million yuan, 2 million before June 2018; procurement 2 ' +
      'million)',
  },
  source: '招标投标法 art. 4; 必须招标的工程项目规定 2018',
  unit: 'trades',
  lookedAt: trades => trades.filter(isNear).length,
  find: trades =>
    [
      ...grouped(trades.filter(isNear), trade =>
        trade.buyer === null ? null : `${trade.buyer}\n${trade.category}`,
      ),
    ].flatMap(([key, own]) =>
      runs(own).map(run => ({
        subject: key.split('\n')[0] ?? '',
        value: run.length,
        note: null,
        trades: run.map(trade => trade.code),
      })),
    ),
}
