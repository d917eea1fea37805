import { trades } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count, histogram } from '../part.ts'

/** Median discount (公共资源交易统计口径 C4). */
export const medianDiscountRate = defineMeasure({
  kind: 'quantile',
  names: { zh: '下浮率中位数', en: 'Median discount' },
  question: {
    zh: '一半的交易下浮率不超过多少？',
    en: 'Which discount do half of the trades not exceed?',
  },
  formula: {
    zh: '各宗下浮率的中位数，按固定分组计，相对误差不超过 2%',
    en: 'Median of the discount per trade over fixed bins; relative error at most 2 %',
  },
  source: '公共资源交易统计口径 C4',
  unit: 'percent',
  better: 'neutral',
  part: histogram(trades, 'discount', { during: 'concluded', when: ['saving'] }),
  quantile: 0.5,
  scale: 0.00001,
  population: count(trades, { during: 'concluded', when: ['savingCategory'] }),
  caution: {
    zh: '仅含按金额计价、基准大于零的工程和采购；节约是对控制价或预算而言',
    en: 'Only works and procurement priced by amount against a positive base; a saving is against the buyer’s own estimate',
  },
})
