import { cases } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count } from '../part.ts'

/** Statutory overdue rate (行政许可法 art. 42, 82; 政务服务办件统计口径 A11). */
export const statutoryOverdueRate = defineMeasure({
  kind: 'ratio',
  names: { zh: '法定超期率', en: 'Statutory overdue rate' },
  question: {
    zh: '办结的办件中，有多大比例超过了法定时限？',
    en: 'Of the cases completed, what share exceeded the statutory limit?',
  },
  formula: {
    zh: '超过法定到期时间的办结数 ÷ 有法定到期时间的办结数',
    en: 'Completed after the statutory due time ÷ completed with one',
  },
  source: '行政许可法 art. 42, 82; 政务服务办件统计口径 A11',
  unit: 'percent',
  better: 'lower',
  numerator: count(cases, { during: 'completed', when: ['statutoryJudged', 'statutoryOverdue'] }),
  denominator: count(cases, { during: 'completed', when: ['statutoryJudged'] }),
  population: count(cases, { during: 'completed' }),
})
