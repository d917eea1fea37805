import type { Procedure } from './procedure.ts'
import { lowLimit, quantile } from './fences.ts'
import { onlyMember, soleWinner, withStatus } from './procedure.ts'
import { defineSignal, onTenderer } from './signal.ts'

interface BidRecord {
  bids: number
  wins: number
  evidence: string[]
}

/**
 * Valid bids and wins by tenderer, counted once per procedure, over procedures with a single winner; joint
 * bids are ignored.
 */
function tallied(procedures: readonly Procedure[]): Map<string, BidRecord> {
  const tallies = new Map<string, BidRecord>()
  for (const procedure of procedures) {
    const winner = soleWinner(procedure)
    if (winner === null) continue
    const alone = withStatus(procedure, 'valid').map(bid => onlyMember(bid.tenderers, bid.members))
    for (const tenderer of new Set(alone.filter(id => id !== null))) {
      const tally = tallies.get(tenderer) ?? { bids: 0, wins: 0, evidence: [] }
      tallies.set(tenderer, {
        bids: tally.bids + 1,
        wins: tally.wins + (tenderer === winner ? 1 : 0),
        evidence: [...tally.evidence, procedure.id],
      })
    }
  }
  return tallies
}

/** R025: a tenderer who bids often and hardly ever wins. */
export const frequentLosers = defineSignal({
  code: 'R025',
  names: { zh: '常投少中', en: 'Excessive unsuccessful bids' },
  question: { zh: '哪些投标人经常投标却几乎从不中标？', en: 'Which bidders bid often and hardly ever win?' },
  formula: {
    zh: '投标次数居前四分之一者中，中标 ÷ 有效投标明显低于全体的一般范围',
    en: 'among the quarter who bid most: wins ÷ valid bids, far below the usual range of all',
  },
  limit: '≤ Q1 − 1.5 × IQR',
  comparesPrices: false,
  find: (procedures, { frequentPercentile, winShare, leastValues }) => {
    const tallies = [...tallied(procedures)]
    const enough =
      quantile(
        tallies.map(([, { bids }]) => bids),
        frequentPercentile / 100,
      ) ?? 0
    const shareOf = ({ wins, bids }: BidRecord): number => wins / bids
    const limit = lowLimit(
      tallies.map(([, tally]) => shareOf(tally)),
      winShare,
      leastValues,
    )
    return tallies
      .filter(([, tally]) => limit !== null && tally.bids >= enough && shareOf(tally) <= limit)
      .map(([id, tally]) => onTenderer(id, shareOf(tally), tally.evidence))
  },
})
