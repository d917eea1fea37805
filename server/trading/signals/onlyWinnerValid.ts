import type { BidStatus } from './procedure.ts'
import { finalAwards, withStatus } from './procedure.ts'
import { defineSignal, onProcedure, onTenderer } from './signal.ts'

/** R035: all bidders except the winner were disqualified. */
export const onlyWinnerValid = defineSignal({
  code: 'R035',
  names: { zh: '除中标人外均被否决', en: 'All except winning bid disqualified' },
  question: { zh: '除中标人以外的投标是否全被否决？', en: 'Was every bid but the winner’s disqualified?' },
  formula: {
    zh: '有效投标人恰为中标人一家，且至少一家其他投标人被否决',
    en: 'exactly one valid tenderer, the winner, and at least one other disqualified',
  },
  comparesPrices: false,
  find: (procedures, { leastDisqualified }) =>
    procedures.flatMap(procedure => {
      const suppliers = new Set((finalAwards(procedure) ?? []).flatMap(award => award.suppliers))
      const tenderersOf = (status: BidStatus): Set<string> =>
        new Set(withStatus(procedure, status).flatMap(bid => bid.tenderers))
      const [winner, ...more] = tenderersOf('valid')
      const others = [...tenderersOf('disqualified')].filter(id => id !== winner).length
      return winner !== undefined &&
        more.length === 0 &&
        suppliers.size === 1 &&
        suppliers.has(winner) &&
        others >= Math.max(leastDisqualified, 1)
        ? [onProcedure(procedure, others), onTenderer(winner, 0, [procedure.id])]
        : []
    }),
})
