import { feedback } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count, sum } from '../part.ts'

/** Mean days from a message to its reply. */
export const averageReplyDays = defineMeasure({
  kind: 'mean',
  names: { zh: '平均回复天数', en: 'Mean days to reply' },
  question: {
    zh: '收到的留言、投诉、热线平均多少天（自然日）得到回复？',
    en: 'How many calendar days passed on average from a message to its reply?',
  },
  formula: {
    zh: '（回复日 − 收到日）之和 ÷ 已回复件数',
    en: 'Reply day − day given, added up ÷ messages replied to',
  },
  source: '政务服务评价统计口径 B5',
  unit: 'days',
  better: 'lower',
  numerator: sum(feedback, 'replyDays', { during: 'given', when: ['replied'] }),
  denominator: count(feedback, { during: 'given', when: ['replied'] }),
  scale: 1,
})
