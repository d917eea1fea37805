import type { feedbackMeasures } from '../definitions/feedback.ts'
import type { MeasureText } from './text.ts'

/** The texts of `definitions/feedback.ts`. */
export const feedbackTexts: Record<keyof typeof feedbackMeasures, MeasureText> = {
  banners: {
    question: {
      zh: '这一时期收到多少锦旗？',
      en: 'How many banners were received in the period?',
    },
    formula: {
      zh: '收到日在期内的锦旗数',
      en: 'Banners received in the period',
    },
    source: '政务服务评价统计口径 B',
    caution: {
      zh: '群众自发赠送，不代表满意度',
      en: 'Unsolicited and self-selected; not a satisfaction rate',
    },
  },
  letters: {
    question: {
      zh: '这一时期收到多少感谢信？',
      en: 'How many letters of thanks were received in the period?',
    },
    formula: {
      zh: '收到日在期内的感谢信数',
      en: 'Letters of thanks received in the period',
    },
    source: '政务服务评价统计口径 B',
    caution: {
      zh: '群众自发赠送，不代表满意度',
      en: 'Unsolicited and self-selected; not a satisfaction rate',
    },
  },
  complaints: {
    question: {
      zh: '这一时期收到多少投诉？',
      en: 'How many complaints were received in the period?',
    },
    formula: {
      zh: '收到日在期内的投诉数',
      en: 'Complaints received in the period',
    },
    source: '政务服务评价统计口径 B',
  },
  hotlineCalls: {
    question: {
      zh: '这一时期收到多少 12345 热线工单？',
      en: 'How many hotline calls were received in the period?',
    },
    formula: {
      zh: '收到日在期内的 12345 热线工单数',
      en: 'Hotline calls received in the period',
    },
    source: '政务服务评价统计口径 B',
  },
  reviews: {
    question: {
      zh: '这一时期收到多少评价？',
      en: 'How many reviews were received in the period?',
    },
    formula: {
      zh: '收到日在期内的评价数',
      en: 'Reviews received in the period',
    },
    source: '政务服务评价统计口径 B',
  },
  windowsThanked: {
    question: {
      zh: '有多少个窗口收到锦旗或感谢信？',
      en: 'How many windows received a banner or a letter?',
    },
    formula: {
      zh: '期内收到锦旗或感谢信的不同窗口数',
      en: 'Different windows with a banner or letter in the period',
    },
    source: '平和县简报第46期（2012）',
  },
  ownGoodReviewRate: {
    question: {
      zh: '办事人主动作出的评价中，三星及以上占多大比例？',
      en: 'Of the reviews made by applicants themselves, what share have three stars or more?',
    },
    formula: {
      zh: '主动评价中 3～5 星数 ÷ 主动评价数',
      en: 'Unprompted reviews with three to five stars ÷ unprompted reviews',
    },
    source: 'GB/T 39735-2020（B2）',
  },
  tradeIntegrityComplaintRate: {
    question: {
      zh: '每宗成交有多少件涉及廉洁或程序的投诉举报？',
      en: 'How many complaints about integrity or procedure were there per trade concluded?',
    },
    formula: {
      zh: '涉及廉洁自律或交易程序的投诉数 ÷ 成交宗数',
      en: 'Complaints about integrity or trading procedure ÷ trades concluded',
    },
    source: '平和县简报第46期（2012）',
    caution: {
      zh: '没有投诉不等于没有问题；为零时另列实际比例的上限（95% 把握）',
      en: 'No complaint does not mean no problem; where it is zero, an upper bound (95% confidence) is shown',
    },
  },
  thanksPerTenThousand: {
    question: {
      zh: '每办结一万件收到多少锦旗和感谢信？',
      en: 'How many banners and letters were received per 10,000 completed cases?',
    },
    formula: {
      zh: '锦旗与感谢信数 ÷ 办结量 × 10000',
      en: 'Banners and letters ÷ completed cases × 10,000',
    },
    source: '政务服务评价统计口径 B',
    caution: {
      zh: '群众自发赠送，不代表满意度；各窗口办件量不同，应比较比率',
      en: 'Unsolicited and self-selected; windows differ in volume, so compare rates',
    },
  },
  goodReviewRate: {
    question: {
      zh: '全部评价（含默认评价）中，三星及以上占多大比例？',
      en: 'Of all reviews, default reviews included, what share have three stars or more?',
    },
    formula: {
      zh: '3～5 星评价数 ÷ 全部评价数',
      en: 'Reviews with three to five stars ÷ all reviews',
    },
    source: 'GB/T 39735-2020（B1）',
    caution: {
      zh: '默认评价计入好评，应与主动评价好评率对照',
      en: 'Default reviews count as good; compare the share of good unprompted reviews',
    },
  },
  ownReviewShare: {
    question: {
      zh: '评价中有多大比例是办事人主动作出的？',
      en: 'What share of the reviews were made by applicants themselves?',
    },
    formula: {
      zh: '主动评价数 ÷ 全部评价数',
      en: 'Unprompted reviews ÷ all reviews',
    },
    source: 'GB/T 39735-2020（B3）',
  },
  badReviews: {
    question: {
      zh: '这一时期收到多少差评？',
      en: 'How many bad reviews were received in the period?',
    },
    formula: {
      zh: '收到日在期内的主动评价中 1～2 星数',
      en: 'Unprompted reviews with one or two stars received in the period',
    },
    source: '国办发〔2019〕51号（B4）',
  },
  badReviewReplyRate: {
    question: {
      zh: '差评中有多大比例已经回复？',
      en: 'What share of the bad reviews have been answered?',
    },
    formula: {
      zh: '有回复日的差评数 ÷ 差评数',
      en: 'Bad reviews with a day of reply ÷ bad reviews',
    },
    source: '国办发〔2019〕51号（B5）',
  },
  badReviewRectifiedRate: {
    question: {
      zh: '差评中有多大比例已经整改办结？',
      en: 'What share of the bad reviews have been rectified?',
    },
    formula: {
      zh: '有办结日的差评数 ÷ 差评数',
      en: 'Bad reviews with a closing day ÷ bad reviews',
    },
    source: '国办发〔2019〕51号（B6）',
  },
  complaintReplyRate: {
    question: {
      zh: '收到的投诉有多大比例已经答复？',
      en: 'What share of the complaints have been answered?',
    },
    formula: {
      zh: '有回复日的投诉数 ÷ 投诉数',
      en: 'Complaints with a day of reply ÷ complaints',
    },
    source: '政务服务评价统计口径 B5',
  },
  hotlineReplyRate: {
    question: {
      zh: '12345 热线工单有多大比例已经答复？',
      en: 'What share of the hotline calls have been answered?',
    },
    formula: {
      zh: '有回复日的热线工单数 ÷ 热线工单数',
      en: 'Hotline calls with a day of reply ÷ hotline calls',
    },
    source: '政务服务评价统计口径 B5',
  },
  badReviewCallBackRate: {
    question: {
      zh: '差评有多大比例已经回访？',
      en: 'What share of the bad reviews have been followed up by a call?',
    },
    formula: {
      zh: '有回访日的差评数 ÷ 差评数',
      en: 'Bad reviews with a day of call-back ÷ bad reviews',
    },
    source: '国办发〔2019〕51号（B6）',
  },
  badReviewSatisfiedRate: {
    question: {
      zh: '回访过的差评，有多大比例表示满意？',
      en: 'What share of the applicants called back about a bad review were satisfied?',
    },
    formula: {
      zh: '回访满意的差评数 ÷ 回访并记有结果的差评数',
      en: 'Bad reviews satisfied at call-back ÷ bad reviews called back with a recorded result',
    },
    source: '国办发〔2019〕51号（B6）',
    caution: {
      zh: '未回访的差评不计入，应与差评回访率对照',
      en: 'Bad reviews not called back are left out; compare the call-back rate',
    },
  },
}
