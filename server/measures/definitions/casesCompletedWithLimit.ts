import { cases } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count } from '../part.ts'

/** Completed cases with a limit (政务服务办件统计口径 A8). */
export const casesCompletedWithLimit = defineMeasure({
  kind: 'total',
  names: { zh: '有时限办结量', en: 'Completed cases with a limit' },
  question: {
    zh: '办结的办件中，有多少件有承诺到期时间可供评判？',
    en: 'How many completed cases had a committed due time to be judged by?',
  },
  formula: {
    zh: '期内办结且可与承诺到期时间比较的办件数',
    en: 'Cases completed in the period that can be compared with a committed due time',
  },
  source: '政务服务办件统计口径 A8',
  unit: 'cases',
  better: 'neutral',
  part: count(cases, { during: 'completed', when: ['judged'] }),
  population: count(cases, { during: 'completed' }),
})
