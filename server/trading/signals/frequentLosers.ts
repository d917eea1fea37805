import { fences, quantile } from './fences.ts'
import { isDecided, withStatus } from './procedure.ts'
import { defineSignal, onTenderer } from './signal.ts'

interface Tally { bids: number, wins: number, evidence: string[] }

/** R025: somebody bids often and hardly ever wins. */
export const frequentLosers = defineSignal({
  code: 'R025',
  names: { zh: '常投少中', en: 'Excessive unsuccessful bids' },
  question: { zh: '谁经常投标却几乎从不中标？', en: 'Who bids often and hardly ever wins?' },
  formula: { zh: '投标次数居前四分之一者中，中标 ÷ 有效投标 ≤ Q1－1.5 × IQR', en: 'among the quarter who bid most: wins ÷ valid bids ≤ Q1 − 1.5 × IQR' },
  comparesPrices: false,
  find: (procedures, { frequentPercentile, winShare, leastValues }) => {
    const tallies = new Map<string, Tally>()
    for (const procedure of procedures.filter(isDecided)) {
      const winners = new Set(procedure.awards.filter(award => award.status === 'active').flatMap(award => award.suppliers))
      for (const tenderer of new Set(withStatus(procedure, 'valid').flatMap(bid => bid.tenderers))) {
        const tally = tallies.get(tenderer) ?? { bids: 0, wins: 0, evidence: [] }
        tallies.set(tenderer, { bids: tally.bids + 1, wins: tally.wins + (winners.has(tenderer) ? 1 : 0), evidence: [...tally.evidence, procedure.id] })
      }
    }
    const enough = quantile(Array.from(tallies.values(), one => one.bids), frequentPercentile / 100) ?? 0
    const frequent = [...tallies].filter(([, one]) => one.bids >= enough).map(([id, one]) => ({ id, share: one.wins / one.bids, evidence: one.evidence }))
    const limit = winShare ?? fences(frequent.map(one => one.share), leastValues)?.lower ?? null
    // Whoever always wins is no frequent loser, wherever the fence lies.
    return limit === null ? [] : frequent.filter(one => one.share <= limit && one.share < 1).map(one => onTenderer(one.id, one.share, one.evidence))
  },
})
