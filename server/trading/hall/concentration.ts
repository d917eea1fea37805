import type { LedgerSignal, SeenTrade } from './ledgerSignal.ts'
import { grouped, tradeMeets } from './ledgerSignal.ts'
import { hallLimits } from './limits.ts'

const { concentrationAwards: leastAwards, concentrationIndex: highIndex } = hallLimits
const isAwarded = tradeMeets('savingCategory')

const amount = (trades: readonly SeenTrade[]): number =>
  trades.reduce((sum, trade) => sum + (trade.awardFen ?? 0), 0)
const counted = (trades: readonly SeenTrade[]): SeenTrade[] =>
  trades.filter(trade => isAwarded(trade) && trade.winner !== null && (trade.awardFen ?? 0) > 0)
const buyersOf = (trades: readonly SeenTrade[]): [string, SeenTrade[]][] =>
  [...grouped(counted(trades), trade => trade.buyer)].filter(([, own]) => own.length >= leastAwards)

/**
 * The Herfindahl index of the winners' shares, and the same normalised for the number of awards: (H − 1/n) ÷
 * (1 − 1/n).
 */
export function concentrationOf(
  shares: readonly number[],
  awards: number,
): { index: number; normalised: number } {
  const index = shares.reduce((sum, share) => sum + share * share, 0)
  return { index, normalised: awards <= 1 ? 1 : Math.max(0, (index - 1 / awards) / (1 - 1 / awards)) }
}

/** Signal: buyers whose money goes to few suppliers. */
export const concentration: LedgerSignal = {
  id: 'concentration',
  names: { zh: '中标集中', en: 'Winner concentration' },
  question: { zh: '哪些采购人的成交额集中在少数中标人？', en: 'Which buyers’ awards go to few winners?' },
  formula: {
    zh: '按成交额的 HHI＝Σ 份额²，归一化（HHI－1/n）÷（1－1/n）≥ 0.25，且成交不少于 4 宗',
    en:
      'HHI of winners’ shares of the amount, normalised (HHI − 1/n) ÷ (1 − 1/n), of ' +
      '0.25 or more, with 4 awards at least',
  },
  source: 'US DOJ/FTC Merger Guidelines 2010 (0.15, 0.25); 公共资源交易统计口径 3.5',
  unit: 'percent',
  lookedAt: trades => buyersOf(trades).length,
  find: trades =>
    buyersOf(trades).flatMap(([buyer, own]) => {
      const winners = [...grouped(own, trade => trade.winner)].toSorted((a, b) => amount(b[1]) - amount(a[1]))
      const [top, most = []] = winners[0] ?? ['', []]
      const { index, normalised } = concentrationOf(
        winners.map(([, won]) => amount(won) / amount(own)),
        own.length,
      )
      const share = amount(most) / amount(own)
      const [hhi, free] = [index.toFixed(2), normalised.toFixed(2)]
      const note = {
        zh: `${top}；HHI ${hhi}，归一化 ${free}，n＝${own.length}`,
        en: `${top}; HHI ${hhi}, normalised ${free}, n = ${own.length}`,
      }
      return normalised >= highIndex
        ? [{ subject: buyer, value: share, note, trades: own.map(trade => trade.code) }]
        : []
    }),
}
