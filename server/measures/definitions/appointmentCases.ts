import { cases } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count } from '../part.ts'

/** Cases received by appointment (政务服务办件统计口径 1.1 预约服务／绿色通道). */
export const appointmentCases = defineMeasure({
  kind: 'total',
  names: { zh: '预约办件量', en: 'Cases by appointment' },
  question: {
    zh: '这一时期收到了多少件预约办件？',
    en: 'How many cases were received by appointment?',
  },
  formula: {
    zh: '收件日在期内且经预约的办件数',
    en: 'Cases by appointment whose day of receipt falls in the period',
  },
  source: '政务服务办件统计口径 1.1 预约服务／绿色通道',
  unit: 'cases',
  better: 'neutral',
  part: count(cases, { during: 'received', when: ['appointment'] }),
})
