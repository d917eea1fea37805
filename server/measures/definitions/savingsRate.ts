import { trades } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count, sum } from '../part.ts'

/** Savings rate (of the base) (公共资源交易统计口径 C3). */
export const savingsRate = defineMeasure({
  kind: 'ratio',
  names: { zh: '节约率（按控制价或预算）', en: 'Savings rate (of the base)' },
  question: {
    zh: '节约资金占控制价或预算的多大比例？',
    en: 'What share of the control price or budget was saved?',
  },
  formula: {
    zh: 'Σ（控制价或预算－成交价）÷ Σ 控制价或预算',
    en: 'Σ(base − award) ÷ Σ base',
  },
  source: '公共资源交易统计口径 C3',
  unit: 'percent',
  better: 'higher',
  numerator: sum(trades, 'saving', { during: 'concluded', when: ['saving'] }),
  denominator: sum(trades, 'base', { during: 'concluded', when: ['saving'] }),
  population: count(trades, { during: 'concluded', when: ['savingCategory'] }),
  covered: count(trades, { during: 'concluded', when: ['saving'] }),
  caution: {
    zh: '仅含按金额计价、基准大于零的工程和采购；节约是对控制价或预算而言',
    en: 'Only works and procurement priced by amount against a positive base; a saving is against the buyer’s own estimate',
  },
})
