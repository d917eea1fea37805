import { cases } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count } from '../part.ts'

/** Overdue completion rate (政务服务办件统计口径 A10). */
export const overdueRate = defineMeasure({
  kind: 'ratio',
  names: { zh: '超期办结率', en: 'Overdue completion rate' },
  question: {
    zh: '办结的办件中，有多大比例超过了承诺时限？',
    en: 'Of the cases completed, what share was completed after the committed limit?',
  },
  formula: {
    zh: '超过承诺到期时间的办结数 ÷ 有承诺到期时间的办结数；与按时办结率之和为 100%',
    en: 'Completed after the committed due time ÷ completed with one; adds to 100 % with the on-time rate',
  },
  source: '政务服务办件统计口径 A10',
  unit: 'percent',
  better: 'lower',
  numerator: count(cases, { during: 'completed', when: ['judged', 'overdue'] }),
  denominator: count(cases, { during: 'completed', when: ['judged'] }),
  population: count(cases, { during: 'completed' }),
})
