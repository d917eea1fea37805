import { trades } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count, sum } from '../part.ts'

/** Amount concluded in the currency of each trade: asked by currency, because amounts of several currencies add up to nothing. */
export const tradeAmountByCurrency = defineMeasure({
  kind: 'total',
  names: { zh: '成交额（原币，分币种）', en: 'Amount concluded, by currency' },
  question: {
    zh: '每个币种各成交多少金额？',
    en: 'How much was concluded in each currency?',
  },
  formula: {
    zh: '同一币种按金额成交的成交价之和；不同币种不相加',
    en: 'Sum of awards priced by amount within one currency; never over several',
  },
  source: '公共资源交易统计口径 C1',
  unit: 'hundredths',
  better: 'neutral',
  within: 'currency',
  part: sum(trades, 'award', { during: 'concluded', when: ['awarded'] }),
  population: count(trades, { during: 'concluded', when: ['concluded'] }),
  covered: count(trades, { during: 'concluded', when: ['awarded'] }),
})
