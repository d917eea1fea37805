import { soleWinner, withStatus } from './procedure.ts'
import { defineSignal, onProcedure, onTenderer } from './signal.ts'

/** R035: everybody but the winner was disqualified. */
export const onlyWinnerValid = defineSignal({
  code: 'R035',
  names: { zh: '除中标人外均被否决', en: 'All except winning bid disqualified' },
  question: { zh: '除中标人以外的投标是否全被否决？', en: 'Was every bid but the winner’s disqualified?' },
  formula: { zh: '有效投标人恰为中标人一家，且至少一家其他投标人被否决', en: 'exactly one valid tenderer, the winner, and at least one other disqualified' },
  comparesPrices: false,
  find: (procedures, { leastDisqualified }) => procedures.flatMap((procedure) => {
    const winner = soleWinner(procedure)
    const valid = new Set(withStatus(procedure, 'valid').flatMap(bid => bid.tenderers))
    const others = withStatus(procedure, 'disqualified').filter(bid => winner !== null && !bid.tenderers.includes(winner))
    if (winner === null || valid.size !== 1 || !valid.has(winner) || others.length < leastDisqualified || withStatus(procedure, 'pending').length > 0)
      return []
    return [onProcedure(procedure, others.length), onTenderer(winner, others.length, [procedure.id])]
  }),
})
