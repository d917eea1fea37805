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
      en: 'Banners whose day falls in the period',
    },
    source: '政务服务评价统计口径 B',
    caution: {
      zh: '自发、自选，不是满意度',
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
      en: 'Letters of thanks whose day falls in the period',
    },
    source: '政务服务评价统计口径 B',
    caution: {
      zh: '自发、自选，不是满意度',
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
      en: 'Complaints whose day falls in the period',
    },
    source: '政务服务评价统计口径 B',
  },
  hotlineCalls: {
    question: {
      zh: '这一时期收到多少12345 热线工单？',
      en: 'How many hotline calls were received in the period?',
    },
    formula: {
      zh: '收到日在期内的12345 热线工单数',
      en: 'Hotline calls whose day falls in the period',
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
      en: 'Reviews whose day falls in the period',
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
      en: 'Of the reviews made by applicants themselves, what share has three stars or more?',
    },
    formula: {
      zh: '主动评价中 3～5 星数 ÷ 主动评价数',
      en: 'Own reviews with three to five stars ÷ own reviews',
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
      zh: '零投诉不等于没有问题；为零时另列 95% 单侧上限',
      en: 'None reported is not none; where it is zero, the one-sided 95 % upper bound stands beside it',
    },
  },
  averageReplyDays: {
    question: {
      zh: '收到的留言、投诉、热线平均多少天（自然日）得到回复？',
      en: 'How many calendar days passed on average from a message to its reply?',
    },
    formula: {
      zh: '（回复日 − 收到日）之和 ÷ 已回复件数',
      en: 'Reply day − day given, added up ÷ messages replied to',
    },
    source: '政务服务评价统计口径 B5',
  },
}
