import { cases } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count } from '../part.ts'

/** Share of cases applied for online (政务服务办件统计口径 A17). */
export const onlineApplicationRate = defineMeasure({
  kind: 'ratio',
  names: { zh: '上网办理率', en: 'Online application rate' },
  question: {
    zh: '收到的办件中，有多大比例经网上或手机端申请？',
    en: 'Of the cases received, what share was applied for online or by mobile?',
  },
  formula: {
    zh: '网上和手机端收件数 ÷ 渠道已知的收件数',
    en: 'Received online or by mobile ÷ received with a known channel',
  },
  source: '政务服务办件统计口径 A17',
  unit: 'percent',
  better: 'higher',
  numerator: count(cases, { during: 'received', when: ['overNet'] }),
  denominator: count(cases, { during: 'received', when: ['channelKnown'] }),
  population: count(cases, { during: 'received' }),
})
