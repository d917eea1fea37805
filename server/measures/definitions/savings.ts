import { trades } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count, sum } from '../part.ts'

/** Public money saved (公共资源交易统计口径 C2). */
export const savings = defineMeasure({
  kind: 'total',
  names: { zh: '节约资金', en: 'Public money saved' },
  question: {
    zh: '这一时期工程和采购比控制价或预算节约了多少？',
    en: 'How much less than the control price or budget did works and procurement cost?',
  },
  formula: {
    zh: 'Σ（控制价或预算－成交价）；负数保留',
    en: 'Σ(control price or budget − award); negative ones kept',
  },
  source: '公共资源交易统计口径 C2',
  unit: 'fen',
  better: 'higher',
  part: sum(trades, 'saving', { during: 'concluded', when: ['saving'] }),
  population: count(trades, { during: 'concluded', when: ['savingCategory'] }),
  covered: count(trades, { during: 'concluded', when: ['saving'] }),
  caution: {
    zh: '仅含按金额计价、基准大于零的工程和采购；节约是对控制价或预算而言',
    en: 'Only works and procurement priced by amount against a positive base; a saving is against the buyer’s own estimate',
  },
})
