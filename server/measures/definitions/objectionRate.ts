import { objections, trades } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count } from '../part.ts'

/** Objections, queries and complaints a hundred procedures (公共资源交易统计口径 C9). */
export const objectionRate = defineMeasure({
  kind: 'ratio',
  names: { zh: '每百宗异议质疑投诉', en: 'Objections per hundred procedures' },
  question: {
    zh: '每一百宗有结果的交易有多少件异议、质疑和投诉？',
    en: 'How many objections, queries and complaints were there per hundred procedures that ended?',
  },
  formula: {
    zh: '异议、质疑、投诉件数 ÷（流标、废标＋成交）× 100',
    en: 'Objections, queries and complaints ÷ (failed or annulled + concluded) × 100',
  },
  source: '公共资源交易统计口径 C9',
  unit: 'times',
  better: 'lower',
  numerator: count(objections, { during: 'filed' }),
  denominator: count(trades, { during: 'concluded', when: ['concludedOrFailed'] }),
  scale: 100,
})
