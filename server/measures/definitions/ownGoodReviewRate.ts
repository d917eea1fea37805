import { feedback } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count } from '../part.ts'

/** Good share of own reviews (GB/T 39735-2020（B2）). */
export const ownGoodReviewRate = defineMeasure({
  kind: 'ratio',
  names: { zh: '主动评价好评率', en: 'Good share of own reviews' },
  question: {
    zh: '办事人主动作出的评价中，三星及以上占多大比例？',
    en: 'Of the reviews made by applicants themselves, what share has three stars or more?',
  },
  formula: {
    zh: '主动评价中 3～5 星数 ÷ 主动评价数',
    en: 'Own reviews with three to five stars ÷ own reviews',
  },
  source: 'GB/T 39735-2020（B2）',
  unit: 'percent',
  better: 'higher',
  numerator: count(feedback, { during: 'given', when: ['goodOwnReview'] }),
  denominator: count(feedback, { during: 'given', when: ['ownReview'] }),
  population: count(feedback, { during: 'given', when: ['review'] }),
})
