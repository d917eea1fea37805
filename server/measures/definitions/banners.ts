import { feedback } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count } from '../part.ts'

/** Banners (政务服务评价统计口径 B). */
export const banners = defineMeasure({
  kind: 'total',
  names: { zh: '锦旗', en: 'Banners' },
  question: {
    zh: '这一时期收到多少锦旗？',
    en: 'How many banners were received in the period?',
  },
  formula: {
    zh: '收到日在期内的锦旗数',
    en: 'Banners whose day falls in the period',
  },
  source: '政务服务评价统计口径 B',
  unit: 'banners',
  better: 'higher',
  part: count(feedback, { during: 'given', when: ['banner'] }),
  caution: {
    zh: '自发、自选，不是满意度',
    en: 'Unsolicited and self-selected; not a satisfaction rate',
  },
})
