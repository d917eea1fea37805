import { cases } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count } from '../part.ts'

/** Cases completed through the green channel (政务服务办件统计口径 1.1 预约服务／绿色通道). */
export const greenChannelCases = defineMeasure({
  kind: 'total',
  names: { zh: '绿色通道办结量', en: 'Green-channel cases' },
  question: {
    zh: '这一时期经绿色通道办结了多少件？',
    en: 'How many cases were completed through the green channel?',
  },
  formula: {
    zh: '办结日在期内且走绿色通道的办件数',
    en: 'Cases of the green channel whose day of completion falls in the period',
  },
  source: '政务服务办件统计口径 1.1 预约服务／绿色通道',
  unit: 'cases',
  better: 'neutral',
  part: count(cases, { during: 'completed', when: ['greenChannel'] }),
})
