import { cases } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count, sum } from '../part.ts'

/** Mean working time of committed cases (政务服务办件统计口径 A13). */
export const averageHandlingTime = defineMeasure({
  kind: 'mean',
  names: { zh: '承诺件平均用时', en: 'Mean working time of committed cases' },
  question: {
    zh: '承诺件从受理到办结平均用了多少个工作日？',
    en: 'How many working days did committed cases take on average, from acceptance to completion?',
  },
  formula: {
    zh: '办结承诺件的工作时间之和 ÷ 件数；挂起的天数不计',
    en: 'Working time of committed cases completed ÷ their number; suspended days left out',
  },
  source: '政务服务办件统计口径 A13',
  unit: 'workingDays',
  better: 'lower',
  numerator: sum(cases, 'workedMilliDays', { during: 'completed', when: ['committedType', 'worked'] }),
  denominator: count(cases, { during: 'completed', when: ['committedType', 'worked'] }),
  scale: 0.001,
  population: count(cases, { during: 'completed', when: ['committedType'] }),
})
