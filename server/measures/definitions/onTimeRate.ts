import { cases } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count } from '../part.ts'

/** On-time completion rate (政务服务办件统计口径 A8). */
export const onTimeRate = defineMeasure({
  kind: 'ratio',
  names: { zh: '按时办结率', en: 'On-time completion rate' },
  question: {
    zh: '办结的办件中，有多大比例在承诺时限内办结？',
    en: 'Of the cases completed, what share was completed within the committed limit?',
  },
  formula: {
    zh: '（即办＋提前＋按期）办结数 ÷ 有承诺到期时间的办结数',
    en: 'Completed by the committed due time ÷ completed with a committed due time',
  },
  source: '政务服务办件统计口径 A8',
  unit: 'percent',
  better: 'higher',
  numerator: count(cases, { during: 'completed', when: ['judged', 'inTime'] }),
  denominator: count(cases, { during: 'completed', when: ['judged'] }),
  population: count(cases, { during: 'completed' }),
})
