import { cases } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count } from '../part.ts'

/** Share of cases refused acceptance (政务服务办件统计口径 A15；行政许可法 art. 32). */
export const notAcceptedRate = defineMeasure({
  kind: 'ratio',
  names: { zh: '不予受理率', en: 'Rate of refused acceptance' },
  question: {
    zh: '收到的办件中，有多大比例不予受理？',
    en: 'Of the cases received, what share was not accepted?',
  },
  formula: {
    zh: '结果为不予受理的收件数 ÷ 收件数',
    en: 'Received cases that were not accepted ÷ cases received',
  },
  source: '政务服务办件统计口径 A15；行政许可法 art. 32',
  unit: 'percent',
  better: 'neutral',
  numerator: count(cases, { during: 'received', when: ['notTaken'] }),
  denominator: count(cases, { during: 'received' }),
})
