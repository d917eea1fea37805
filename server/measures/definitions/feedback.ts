import { feedback, trades } from '../../model/index.ts'
import { defineMeasure } from '../measure.ts'
import { count, distinct, sum } from '../part.ts'

/** What people say of the hall. */
export const feedbackMeasures = {
  banners: defineMeasure({
    kind: 'total',
    names: { zh: '锦旗', en: 'Banners' },
    unit: 'banners',
    better: 'higher',
    part: count(feedback, { during: 'given', when: ['banner'] }),
  }),
  letters: defineMeasure({
    kind: 'total',
    names: { zh: '感谢信', en: 'Letters of thanks' },
    unit: 'letters',
    better: 'higher',
    part: count(feedback, { during: 'given', when: ['letter'] }),
  }),
  complaints: defineMeasure({
    kind: 'total',
    names: { zh: '投诉', en: 'Complaints' },
    unit: 'complaints',
    better: 'lower',
    part: count(feedback, { during: 'given', when: ['complaint'] }),
  }),
  hotlineCalls: defineMeasure({
    kind: 'total',
    names: { zh: '12345 热线工单', en: 'Hotline calls' },
    unit: 'calls',
    better: 'neutral',
    part: count(feedback, { during: 'given', when: ['hotline'] }),
  }),
  reviews: defineMeasure({
    kind: 'total',
    names: { zh: '评价', en: 'Reviews' },
    unit: 'reviews',
    better: 'neutral',
    part: count(feedback, { during: 'given', when: ['review'] }),
  }),
  windowsThanked: defineMeasure({
    kind: 'distinct',
    names: { zh: '受表扬窗口', en: 'Windows thanked' },
    unit: 'windows',
    better: 'higher',
    part: distinct(feedback, 'window', { during: 'given', when: ['thanks'] }),
  }),
  ownGoodReviewRate: defineMeasure({
    kind: 'ratio',
    names: { zh: '主动评价好评率', en: 'Good share of own reviews' },
    unit: 'percent',
    better: 'higher',
    numerator: count(feedback, { during: 'given', when: ['goodOwnReview'] }),
    denominator: count(feedback, { during: 'given', when: ['ownReview'] }),
    population: count(feedback, { during: 'given', when: ['review'] }),
  }),
  tradeIntegrityComplaintRate: defineMeasure({
    kind: 'ratio',
    names: { zh: '交易廉洁投诉率', en: 'Integrity complaints per trade' },
    unit: 'percent',
    better: 'lower',
    numerator: count(feedback, { during: 'given', when: ['tradeIntegrity'] }),
    denominator: count(trades, { during: 'concluded', when: ['concluded'] }),
  }),
  averageReplyDays: defineMeasure({
    kind: 'mean',
    names: { zh: '平均回复天数', en: 'Mean days to reply' },
    unit: 'days',
    better: 'lower',
    numerator: sum(feedback, 'replyDays', { during: 'given', when: ['replied'] }),
    denominator: count(feedback, { during: 'given', when: ['replied'] }),
    scale: 1,
  }),
}
