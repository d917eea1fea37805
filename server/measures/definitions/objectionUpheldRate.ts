import { objections } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count } from '../part.ts'

/** Share of decided objections that were upheld (公共资源交易统计口径 C9). */
export const objectionUpheldRate = defineMeasure({
  kind: 'ratio',
  names: { zh: '异议质疑投诉成立率', en: 'Share of objections upheld' },
  question: {
    zh: '作出结论的异议、质疑和投诉中，有多大比例成立或部分成立？',
    en: 'Of the objections, queries and complaints decided, what share was upheld, wholly or in part?',
  },
  formula: {
    zh: '成立、部分成立件数 ÷ 已有结论的件数',
    en: 'Upheld or partly upheld ÷ decided',
  },
  source: '公共资源交易统计口径 C9',
  unit: 'percent',
  better: 'lower',
  numerator: count(objections, { during: 'filed', when: ['upheld'] }),
  denominator: count(objections, { during: 'filed', when: ['decided'] }),
  population: count(objections, { during: 'filed' }),
})
