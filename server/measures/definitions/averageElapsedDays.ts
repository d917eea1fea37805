import { cases } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count, sum } from '../part.ts'

/** Mean elapsed time (政务服务办件统计口径 A13). */
export const averageElapsedDays = defineMeasure({
  kind: 'mean',
  names: { zh: '平均历时', en: 'Mean elapsed time' },
  question: {
    zh: '办件从收到到办结平均历时多少天（自然日）？',
    en: 'How many calendar days passed on average from receipt to completion?',
  },
  formula: {
    zh: '办结办件的历时之和 ÷ 件数；时间存疑的不计',
    en: 'Elapsed time of completed cases ÷ their number; cases with doubtful times left out',
  },
  source: '政务服务办件统计口径 A13',
  unit: 'days',
  better: 'lower',
  numerator: sum(cases, 'elapsedSeconds', { during: 'completed', when: ['elapsed'] }),
  denominator: count(cases, { during: 'completed', when: ['elapsed'] }),
  scale: 1 / 86400,
  population: count(cases, { during: 'completed' }),
})
