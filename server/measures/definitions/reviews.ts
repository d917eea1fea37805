import { feedback } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count } from '../part.ts'

/** Reviews (政务服务评价统计口径 B). */
export const reviews = defineMeasure({
  kind: 'total',
  names: { zh: '评价', en: 'Reviews' },
  question: {
    zh: '这一时期收到多少评价？',
    en: 'How many reviews were received in the period?',
  },
  formula: {
    zh: '收到日在期内的评价数',
    en: 'Reviews whose day falls in the period',
  },
  source: '政务服务评价统计口径 B',
  unit: 'reviews',
  better: 'neutral',
  part: count(feedback, { during: 'given', when: ['review'] }),
})
