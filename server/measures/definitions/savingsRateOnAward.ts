import { trades } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count, sum } from '../part.ts'

/** Savings rate (of the award) (公共资源交易统计口径 C3b). */
export const savingsRateOnAward = defineMeasure({
  kind: 'ratio',
  names: { zh: '节约率（按成交额）', en: 'Savings rate (of the award)' },
  question: {
    zh: '节约资金相当于成交额的多大比例？',
    en: 'What share of the award do the savings amount to?',
  },
  formula: {
    zh: 'Σ（控制价或预算－成交价）÷ Σ 成交价；仅用于与他处口径对照',
    en: 'Σ(base − award) ÷ Σ award; only to compare with others’ reports',
  },
  source: '公共资源交易统计口径 C3b',
  unit: 'percent',
  better: 'higher',
  numerator: sum(trades, 'saving', { during: 'concluded', when: ['saving'] }),
  denominator: sum(trades, 'award', { during: 'concluded', when: ['saving'] }),
  population: count(trades, { during: 'concluded', when: ['savingCategory'] }),
  covered: count(trades, { during: 'concluded', when: ['saving'] }),
  caution: {
    zh: '仅含按金额计价、基准大于零的工程和采购；节约是对控制价或预算而言',
    en: 'Only works and procurement priced by amount against a positive base; a saving is against the buyer’s own estimate',
  },
})
