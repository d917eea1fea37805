import { comparableAmounts, isDecided, submitted, withStatus } from './procedure.ts'
import { defineSignal, onProcedure } from './signal.ts'

/** R036: the lowest bid was disqualified. */
export const lowestDisqualified = defineSignal({
  code: 'R036',
  names: { zh: '最低报价被否决', en: 'Lowest bid disqualified' },
  question: { zh: '最低报价是否被否决？', en: 'Was the lowest bid disqualified?' },
  formula: { zh: '已决定的交易中，被否决报价的最低者 ≤ 有效报价的最低者', en: 'in a decided procedure the lowest disqualified amount is not above the lowest valid one' },
  comparesPrices: true,
  find: procedures => procedures.filter((procedure) => {
    const bids = submitted(procedure)
    if (!isDecided(procedure) || bids.some(bid => bid.status === 'pending') || comparableAmounts(bids) === null)
      return false
    const lowest = (status: 'valid' | 'disqualified'): number => Math.min(...withStatus(procedure, status).map(bid => bid.amount ?? Number.POSITIVE_INFINITY))
    const out = lowest('disqualified')
    return Number.isFinite(out) && out <= lowest('valid')
  }).map(procedure => onProcedure(procedure, 1)),
})
