import { cases } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count } from '../part.ts'

/** Same-day completion rate (政务服务办件统计口径 A7). */
export const sameDayRate = defineMeasure({
  kind: 'ratio',
  names: { zh: '当日办结率', en: 'Same-day completion rate' },
  question: {
    zh: '办结的办件中，有多大比例在受理当日办结？',
    en: 'Of the cases completed, what share was completed on the day of acceptance?',
  },
  formula: {
    zh: '受理当日办结数 ÷ 办结数，特殊件除外',
    en: 'Completed on the effective day of acceptance ÷ completed, special cases left out',
  },
  source: '政务服务办件统计口径 A7',
  unit: 'percent',
  better: 'higher',
  numerator: count(cases, { during: 'completed', when: ['notSpecial', 'sameDay'] }),
  denominator: count(cases, { during: 'completed', when: ['notSpecial', 'sameDayKnown'] }),
  population: count(cases, { during: 'completed' }),
})
