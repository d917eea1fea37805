import type { Names, QuantileMeasure } from '../measure.ts'
import { feedback } from '../../model/index.ts'
import { defineMeasure } from '../measure.ts'
import { count, histogram, sum } from '../part.ts'

/** A quantile of the days from receipt to reply, over the messages that meet a condition and have a reply. */
const quantileOfReplies = (
  names: Names,
  { when, quantile }: { when: 'replied' | 'complaintReplied' | 'hotlineReplied'; quantile: number },
): QuantileMeasure => ({
  kind: 'quantile',
  names,
  unit: 'days',
  better: 'lower',
  part: histogram(feedback, 'reply', { during: 'given', when: [when] }),
  quantile,
  scale: 1,
  whole: true,
})

/** The time until a reply. */
export const replyDaysMeasures = {
  averageReplyDays: defineMeasure({
    kind: 'mean',
    names: { zh: '平均回复天数', en: 'Mean days to reply' },
    unit: 'days',
    better: 'lower',
    numerator: sum(feedback, 'replyDays', { during: 'given', when: ['replied'] }),
    denominator: count(feedback, { during: 'given', when: ['replied'] }),
    scale: 1,
  }),
  medianReplyDays: quantileOfReplies(
    { zh: '回复天数中位数', en: 'Median days to reply' },
    { when: 'replied', quantile: 0.5 },
  ),
  p90ReplyDays: quantileOfReplies(
    { zh: '九成回复天数', en: '90th percentile of days to reply' },
    { when: 'replied', quantile: 0.9 },
  ),
  complaintReplyDays: defineMeasure({
    kind: 'mean',
    names: { zh: '投诉平均答复天数', en: 'Mean days to answer a complaint' },
    unit: 'days',
    better: 'lower',
    numerator: sum(feedback, 'replyDays', { during: 'given', when: ['complaintReplied'] }),
    denominator: count(feedback, { during: 'given', when: ['complaintReplied'] }),
    scale: 1,
  }),
  medianComplaintReplyDays: quantileOfReplies(
    { zh: '投诉答复天数中位数', en: 'Median days to answer a complaint' },
    { when: 'complaintReplied', quantile: 0.5 },
  ),
  p90ComplaintReplyDays: quantileOfReplies(
    { zh: '九成投诉答复天数', en: '90th percentile of days to answer a complaint' },
    { when: 'complaintReplied', quantile: 0.9 },
  ),
  hotlineReplyDays: defineMeasure({
    kind: 'mean',
    names: { zh: '热线平均答复天数', en: 'Mean days to answer a hotline call' },
    unit: 'days',
    better: 'lower',
    numerator: sum(feedback, 'replyDays', { during: 'given', when: ['hotlineReplied'] }),
    denominator: count(feedback, { during: 'given', when: ['hotlineReplied'] }),
    scale: 1,
  }),
  medianHotlineReplyDays: quantileOfReplies(
    { zh: '热线答复天数中位数', en: 'Median days to answer a hotline call' },
    { when: 'hotlineReplied', quantile: 0.5 },
  ),
  p90HotlineReplyDays: quantileOfReplies(
    { zh: '九成热线答复天数', en: '90th percentile of days to answer a hotline call' },
    { when: 'hotlineReplied', quantile: 0.9 },
  ),
}
