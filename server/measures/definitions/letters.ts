import { feedback } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count } from '../part.ts'

/** Letters of thanks (政务服务评价统计口径 B). */
export const letters = defineMeasure({
  kind: 'total',
  names: { zh: '感谢信', en: 'Letters of thanks' },
  question: {
    zh: '这一时期收到多少感谢信？',
    en: 'How many letters of thanks were received in the period?',
  },
  formula: {
    zh: '收到日在期内的感谢信数',
    en: 'Letters of thanks whose day falls in the period',
  },
  source: '政务服务评价统计口径 B',
  unit: 'letters',
  better: 'higher',
  part: count(feedback, { during: 'given', when: ['letter'] }),
  caution: {
    zh: '自发、自选，不是满意度',
    en: 'Unsolicited and self-selected; not a satisfaction rate',
  },
})
