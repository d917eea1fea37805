import { priced, submitted } from './procedure.ts'
import { defineSignal, onProcedure } from './signal.ts'

/** R036: the lowest bid was disqualified. */
export const lowestDisqualified = defineSignal({
  code: 'R036',
  names: { zh: '最低报价被否决', en: 'Lowest bid disqualified' },
  question: { zh: '最低报价是否被否决？', en: 'Was the lowest bid disqualified?' },
  formula: {
    zh: '已有成交的交易中，最低报价被否决，且另有有效报价',
    en: 'in an awarded procedure the lowest submitted bid is disqualified, and another is valid',
  },
  comparesPrices: true,
  find: (procedures, { currency }) => {
    const awarded = procedures.filter(({ awards }) => awards.some(award => award.status === 'active'))
    const chosen = currency ?? awarded.flatMap(procedure => priced(submitted(procedure)))[0]?.currency
    return awarded
      .filter(procedure => {
        const bids = priced(submitted(procedure)).filter(bid => bid.currency === chosen)
        // Among equal amounts, the first in the list.
        const lowest = bids.toSorted((a, b) => a.amount - b.amount)[0]
        return lowest?.status === 'disqualified' && bids.some(bid => bid.status === 'valid')
      })
      .map(procedure => onProcedure(procedure, 1))
  },
})
