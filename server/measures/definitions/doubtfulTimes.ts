import { cases } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count } from '../part.ts'

/** Cases with doubtful times (数据质量规则). */
export const doubtfulTimes = defineMeasure({
  kind: 'total',
  names: { zh: '时间存疑件', en: 'Cases with doubtful times' },
  question: {
    zh: '办结的办件中，有多少件的办结时间早于收件或受理时间？',
    en: 'How many completed cases carry a completion earlier than their receipt or acceptance?',
  },
  formula: {
    zh: '期内办结且办结早于收件或受理的办件数；计入件数，不计入任何时长',
    en: 'Cases completed in the period whose completion precedes receipt or acceptance; counted, but in no duration',
  },
  source: '数据质量规则',
  unit: 'cases',
  better: 'lower',
  part: count(cases, { during: 'completed', when: ['clockFault'] }),
  population: count(cases, { during: 'completed' }),
})
