import { feedback } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count } from '../part.ts'

/** Complaints (政务服务评价统计口径 B). */
export const complaints = defineMeasure({
  kind: 'total',
  names: { zh: '投诉', en: 'Complaints' },
  question: {
    zh: '这一时期收到多少投诉？',
    en: 'How many complaints were received in the period?',
  },
  formula: {
    zh: '收到日在期内的投诉数',
    en: 'Complaints whose day falls in the period',
  },
  source: '政务服务评价统计口径 B',
  unit: 'complaints',
  better: 'lower',
  part: count(feedback, { during: 'given', when: ['complaint'] }),
})
