import type { replyDaysMeasures } from '../definitions/replyDays.ts'
import type { MeasureText } from './text.ts'

/** The texts of `definitions/replyDays.ts`. */
export const replyDaysTexts: Record<keyof typeof replyDaysMeasures, MeasureText> = {
  averageReplyDays: {
    question: {
      zh: '收到的留言、投诉、热线平均多少天（自然日）得到回复？',
      en: 'How many calendar days passed on average from a message to its reply?',
    },
    formula: {
      zh: '（回复日 − 收到日）之和 ÷ 已回复件数',
      en: '(Reply day − day received), added up ÷ messages replied to',
    },
    source: '政务服务评价统计口径 B5',
  },
  medianReplyDays: {
    question: {
      zh: '已回复的留言、投诉、热线，一半在多少天（自然日）内得到回复？',
      en: 'Within how many calendar days were half of the messages replied to?',
    },
    formula: {
      zh: '已回复件的（回复日 − 收到日）从小到大排列，居中的值',
      en: 'Median of (reply day − day received) of the messages replied to',
    },
    source: '政务服务评价统计口径 B5',
    caution: {
      zh: '未回复的不计入；按自然日计，次日回复为 1 天',
      en: 'Messages without a reply are left out; calendar days, so a reply the next day took one',
    },
  },
  p90ReplyDays: {
    question: {
      zh: '已回复的留言、投诉、热线，九成在多少天（自然日）内得到回复？',
      en: 'Within how many calendar days were nine tenths of the messages replied to?',
    },
    formula: {
      zh: '已回复件的（回复日 − 收到日）从小到大排列，90% 处的值',
      en: '90th percentile of (reply day − day received) of the messages replied to',
    },
    source: '政务服务评价统计口径 B5',
    caution: {
      zh: '未回复的不计入；按自然日计，次日回复为 1 天',
      en: 'Messages without a reply are left out; calendar days, so a reply the next day took one',
    },
  },
  complaintReplyDays: {
    question: {
      zh: '投诉平均多少天（自然日）得到答复？',
      en: 'How many calendar days passed on average from a complaint to its answer?',
    },
    formula: {
      zh: '（回复日 − 收到日）之和 ÷ 已答复投诉数',
      en: '(Reply day − day received), added up ÷ complaints answered',
    },
    source: '政务服务评价统计口径 B5',
    caution: {
      zh: '未答复的投诉不计入，应与投诉答复率对照',
      en: 'Complaints not yet answered are left out; compare the share answered',
    },
  },
  medianComplaintReplyDays: {
    question: {
      zh: '已答复的投诉，一半在多少天（自然日）内得到答复？',
      en: 'Within how many calendar days were half of the complaints answered?',
    },
    formula: {
      zh: '已答复投诉的（回复日 − 收到日）从小到大排列，居中的值',
      en: 'Median of (reply day − day received) of the complaints answered',
    },
    source: '政务服务评价统计口径 B5',
    caution: {
      zh: '未答复的投诉不计入，应与投诉答复率对照',
      en: 'Complaints not yet answered are left out; compare the share answered',
    },
  },
  p90ComplaintReplyDays: {
    question: {
      zh: '已答复的投诉，九成在多少天（自然日）内得到答复？',
      en: 'Within how many calendar days were nine tenths of the complaints answered?',
    },
    formula: {
      zh: '已答复投诉的（回复日 − 收到日）从小到大排列，90% 处的值',
      en: '90th percentile of (reply day − day received) of the complaints answered',
    },
    source: '政务服务评价统计口径 B5',
    caution: {
      zh: '未答复的投诉不计入，应与投诉答复率对照',
      en: 'Complaints not yet answered are left out; compare the share answered',
    },
  },
  hotlineReplyDays: {
    question: {
      zh: '12345 热线工单平均多少天（自然日）得到答复？',
      en: 'How many calendar days passed on average from a hotline call to its answer?',
    },
    formula: {
      zh: '（回复日 − 收到日）之和 ÷ 已答复的热线工单数',
      en: '(Reply day − day received), added up ÷ hotline calls answered',
    },
    source: '政务服务评价统计口径 B5',
    caution: {
      zh: '未答复的工单不计入，应与热线答复率对照',
      en: 'Calls not yet answered are left out; compare the share answered',
    },
  },
  medianHotlineReplyDays: {
    question: {
      zh: '已答复的 12345 热线工单，一半在多少天（自然日）内得到答复？',
      en: 'Within how many calendar days were half of the hotline calls answered?',
    },
    formula: {
      zh: '已答复热线工单的（回复日 − 收到日）从小到大排列，居中的值',
      en: 'Median of (reply day − day received) of the hotline calls answered',
    },
    source: '政务服务评价统计口径 B5',
    caution: {
      zh: '未答复的工单不计入，应与热线答复率对照',
      en: 'Calls not yet answered are left out; compare the share answered',
    },
  },
  p90HotlineReplyDays: {
    question: {
      zh: '已答复的 12345 热线工单，九成在多少天（自然日）内得到答复？',
      en: 'Within how many calendar days were nine tenths of the hotline calls answered?',
    },
    formula: {
      zh: '已答复热线工单的（回复日 − 收到日）从小到大排列，90% 处的值',
      en: '90th percentile of (reply day − day received) of the hotline calls answered',
    },
    source: '政务服务评价统计口径 B5',
    caution: {
      zh: '未答复的工单不计入，应与热线答复率对照',
      en: 'Calls not yet answered are left out; compare the share answered',
    },
  },
}
