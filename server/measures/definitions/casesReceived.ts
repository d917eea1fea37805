import { cases } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count } from '../part.ts'

/** Cases received (行政许可法 art. 32). */
export const casesReceived = defineMeasure({
  kind: 'total',
  names: { zh: '收件量', en: 'Cases received' },
  question: {
    zh: '这一时期收到多少件申请？',
    en: 'How many applications were received in the period?',
  },
  formula: {
    zh: '收件日在期内的办件数',
    en: 'Cases whose day of receipt falls in the period',
  },
  source: '行政许可法 art. 32',
  unit: 'cases',
  better: 'neutral',
  part: count(cases, { during: 'received' }),
})
