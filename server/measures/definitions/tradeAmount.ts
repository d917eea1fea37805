import { trades } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count, sum } from '../part.ts'

/** Amount concluded (公共资源交易统计口径 C1). */
export const tradeAmount = defineMeasure({
  kind: 'total',
  names: { zh: '成交额', en: 'Amount concluded' },
  question: {
    zh: '这一时期成交总金额是多少？',
    en: 'What was the total amount of concluded trades?',
  },
  formula: {
    zh: '按金额成交的成交价之和；费率和单价不计入',
    en: 'Sum of awards priced by amount; rates and unit prices left out',
  },
  source: '公共资源交易统计口径 C1',
  unit: 'fen',
  better: 'neutral',
  part: sum(trades, 'award', { during: 'concluded', when: ['amountPriced'] }),
  population: count(trades, { during: 'concluded', when: ['concluded'] }),
  covered: count(trades, { during: 'concluded', when: ['amountPriced'] }),
})
