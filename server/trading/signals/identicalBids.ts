import { priced, submitted } from './procedure.ts'
import { defineSignal, onProcedure, onTenderer } from './signal.ts'

/** R028: different bidders offered the same price. */
export const identicalBids = defineSignal({
  code: 'R028',
  names: { zh: '报价相同', en: 'Identical bid prices' },
  question: { zh: '不同投标人是否报出同一价格？', en: 'Did different bidders offer the same price?' },
  formula: {
    zh: '同一交易中，不同投标人的报价金额与币种相同',
    en: 'within a procedure, different tenderers with the same amount and currency',
  },
  comparesPrices: true,
  find: procedures =>
    procedures.flatMap(procedure => {
      const byPrice = new Map<string, { amount: number; bidders: Set<string> }>()
      for (const { amount, currency, tenderers } of priced(submitted(procedure)).filter(
        bid => bid.tenderers.length > 0,
      )) {
        const price = `${amount} ${currency}`
        const same = byPrice.get(price) ?? { amount, bidders: new Set() }
        same.bidders.add([...new Set(tenderers)].toSorted((a, b) => a.localeCompare(b)).join('\n'))
        byPrice.set(price, same)
      }
      const alike = [...byPrice.values()]
        .filter(({ bidders }) => bidders.size > 1)
        .map(({ amount, bidders }) => ({
          amount,
          tenderers: [...bidders].flatMap(bidder => bidder.split('\n')),
        }))
      const tenderers = new Set(alike.flatMap(same => same.tenderers))
      return alike.length === 0
        ? []
        : [
            { ...onProcedure(procedure, 1), alike },
            ...Array.from(tenderers, id => onTenderer(id, 1, [procedure.id])),
          ]
    }),
})
