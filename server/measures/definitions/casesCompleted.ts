import { cases } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count } from '../part.ts'

/** Cases completed (政务服务办件统计口径). */
export const casesCompleted = defineMeasure({
  kind: 'total',
  names: { zh: '办结量', en: 'Cases completed' },
  question: {
    zh: '这一时期办结了多少件？',
    en: 'How many cases were completed in the period?',
  },
  formula: {
    zh: '办结日在期内的办件数，含不予许可等各种办结',
    en: 'Cases whose day of completion falls in the period, whatever the outcome',
  },
  source: '政务服务办件统计口径',
  unit: 'cases',
  better: 'neutral',
  part: count(cases, { during: 'completed' }),
})
