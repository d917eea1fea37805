import { trades } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count } from '../part.ts'

/** Share of documents that could be had for fewer than five days (招标投标法实施条例 art. 16). */
export const shortDocumentShare = defineMeasure({
  kind: 'ratio',
  names: { zh: '文件发售不足五日比例', en: 'Documents to be had for under five days' },
  question: {
    zh: '文件发售天数已知的交易中，有多大比例不足五日？',
    en: 'Of the trades whose document days are known, what share had fewer than five?',
  },
  formula: {
    zh: '发售天数＜5 的宗数 ÷ 天数已知的宗数',
    en: 'Fewer than 5 days ÷ trades whose days are known',
  },
  source: '招标投标法实施条例 art. 16',
  unit: 'percent',
  better: 'lower',
  numerator: count(trades, { during: 'concluded', when: ['documentsShort'] }),
  denominator: count(trades, { during: 'concluded', when: ['documentsKnown'] }),
})
