import { feedback } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count } from '../part.ts'

/** Hotline calls (政务服务评价统计口径 B). */
export const hotlineCalls = defineMeasure({
  kind: 'total',
  names: { zh: '12345 热线工单', en: 'Hotline calls' },
  question: {
    zh: '这一时期收到多少12345 热线工单？',
    en: 'How many hotline calls were received in the period?',
  },
  formula: {
    zh: '收到日在期内的12345 热线工单数',
    en: 'Hotline calls whose day falls in the period',
  },
  source: '政务服务评价统计口径 B',
  unit: 'calls',
  better: 'neutral',
  part: count(feedback, { during: 'given', when: ['hotline'] }),
})
