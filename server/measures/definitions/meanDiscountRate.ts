import { trades } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count, sum } from '../part.ts'

/** Mean discount (公共资源交易统计口径 C4). */
export const meanDiscountRate = defineMeasure({
  kind: 'mean',
  names: { zh: '平均下浮率', en: 'Mean discount' },
  question: {
    zh: '逐宗计算的下浮率，平均是多少？',
    en: 'What is the mean of the discount of each trade?',
  },
  formula: {
    zh: '各宗（基准－成交）÷ 基准的简单平均；与节约率不同',
    en: 'Simple mean of (base − award) ÷ base per trade; not the savings rate',
  },
  source: '公共资源交易统计口径 C4',
  unit: 'percent',
  better: 'neutral',
  numerator: sum(trades, 'discountRate', { during: 'concluded', when: ['saving'] }),
  denominator: count(trades, { during: 'concluded', when: ['saving'] }),
  scale: 0.00001,
  population: count(trades, { during: 'concluded', when: ['savingCategory'] }),
  caution: {
    zh: '仅含按金额计价、基准大于零的工程和采购；节约是对控制价或预算而言',
    en: 'Only works and procurement priced by amount against a positive base; a saving is against the buyer’s own estimate',
  },
})
