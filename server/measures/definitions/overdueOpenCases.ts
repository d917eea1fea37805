import { cases } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { balance, count } from '../part.ts'

/** Overdue open cases (政务服务办件统计口径 A12). */
export const overdueOpenCases = defineMeasure({
  kind: 'level',
  names: { zh: '在办超期', en: 'Overdue open cases' },
  question: {
    zh: '到期末有多少件仍未办结且已超过承诺时限？',
    en: 'How many open cases were past their committed limit at the end of the period?',
  },
  formula: {
    zh: '期末：已到超期起始日而尚未办结的办件数',
    en: 'At the end of the period: cases past their due time and not completed',
  },
  source: '政务服务办件统计口径 A12',
  unit: 'cases',
  better: 'lower',
  part: balance([count(cases, { during: 'breached', when: ['brokeLimit'] })], [count(cases, { during: 'completed', when: ['brokeLimit'] })]),
})
