import type { casesMeasures } from '../definitions/cases.ts'
import type { MeasureText } from './text.ts'

/** The texts of `definitions/cases.ts`. */
export const casesTexts: Record<keyof typeof casesMeasures, MeasureText> = {
  casesReceived: {
    question: {
      zh: '这一时期收到多少件申请？',
      en: 'How many applications were received in the period?',
    },
    formula: {
      zh: '收件日在期内的办件数',
      en: 'Cases whose day of receipt falls in the period',
    },
    source: '行政许可法 art. 32',
  },
  casesAccepted: {
    question: {
      zh: '这一时期受理了多少件？',
      en: 'How many cases were accepted in the period?',
    },
    formula: {
      zh: '受理日在期内的办件数',
      en: 'Cases whose day of acceptance falls in the period',
    },
    source: '行政许可法 art. 32',
  },
  casesCompleted: {
    question: {
      zh: '这一时期办结了多少件？',
      en: 'How many cases were completed in the period?',
    },
    formula: {
      zh: '办结日在期内的办件数，含不予许可等各种办结',
      en: 'Cases whose day of completion falls in the period, whatever the outcome',
    },
    source: '政务服务办件统计口径',
  },
  casesCompletedPerWorkingDay: {
    question: {
      zh: '平均每个工作日办结多少件？',
      en: 'How many cases were completed per working day?',
    },
    formula: {
      zh: '办结量 ÷ 期内自揭牌运行起的工作日',
      en: 'Completed cases ÷ working days of the period from the opening on',
    },
    source: '政务服务月报通行口径',
  },
  casesCompletedWithLimit: {
    question: {
      zh: '办结的办件中，有多少件有承诺到期时间可供评判？',
      en: 'How many completed cases had a committed due time to be judged by?',
    },
    formula: {
      zh: '期内办结且可与承诺到期时间比较的办件数',
      en: 'Cases completed in the period that can be compared with a committed due time',
    },
    source: '政务服务办件统计口径 A8',
  },
  openCases: {
    question: {
      zh: '期末还有多少件没有办结？',
      en: 'How many cases were open at the end of the period?',
    },
    formula: {
      zh: '期末累计收件减累计办结（办结早于收件的存疑件不计）',
      en:
        'Received so far minus completed so far, at the end of the period; cases that ' +
        'end before they begin are left out',
    },
    source: '政务服务办件统计口径',
  },
  overdueOpenCases: {
    question: {
      zh: '期末有多少件仍未办结且已超过承诺时限？',
      en: 'How many open cases were past their committed limit at the end of the period?',
    },
    formula: {
      zh: '期末已超过承诺到期时间、尚未办结的办件数',
      en: 'Open cases past their committed due time at the end of the period',
    },
    source: '政务服务办件统计口径 A12',
  },
  nearDueCases: {
    question: {
      zh: '期末有多少件距承诺到期不超过一个工作日？',
      en: 'How many open cases had one working day or less left at the end of the period?',
    },
    formula: {
      zh: '期末距承诺到期不超过一个工作日、尚未办结也未超期的办件数',
      en: 'Open cases with at most one eligible working day left at the end of the period',
    },
    source: '政务服务办件统计口径 A12',
  },
  onTimeRate: {
    question: {
      zh: '办结的办件中，有多大比例在承诺时限内办结？',
      en: 'Of the cases completed, what share was completed within the committed limit?',
    },
    formula: {
      zh: '（即办＋提前＋按期）办结数 ÷ 有承诺到期时间的办结数',
      en: 'Completed by the committed due time ÷ completed with a committed due time',
    },
    source: '政务服务办件统计口径 A8',
  },
  overdueRate: {
    question: {
      zh: '办结的办件中，有多大比例超过了承诺时限？',
      en: 'Of the cases completed, what share was completed after the committed limit?',
    },
    formula: {
      zh: '超过承诺到期时间的办结数 ÷ 有承诺到期时间的办结数；与按时办结率之和为 100%',
      en: 'Completed after the committed due time ÷ completed with one; adds to 100% with the on-time rate',
    },
    source: '政务服务办件统计口径 A10',
  },
  overdueCompletions: {
    question: {
      zh: '这一时期办结的办件中，有多少件超过了承诺时限才办结？',
      en: 'Of the cases completed in the period, how many were completed after the committed limit?',
    },
    formula: {
      zh: '办结时间晚于承诺到期时间的办结数；加上按时办结的件数，即有时限办结量',
      en: 'Completed after the committed due time; with those on time, all completed with a limit',
    },
    source: '政务服务办件统计口径 A10',
  },
  statutoryOverdueRate: {
    question: {
      zh: '办结的办件中，有多大比例超过了法定时限？',
      en: 'Of the cases completed, what share exceeded the statutory limit?',
    },
    formula: {
      zh: '超过法定到期时间的办结数 ÷ 有法定到期时间的办结数',
      en: 'Completed after the statutory due time ÷ completed with one',
    },
    source: '行政许可法 art. 42, 82; 政务服务办件统计口径 A11',
  },
  earlyRate: {
    question: {
      zh: '办结的承诺件中，有多大比例早于承诺到期日办结？',
      en: 'Of the committed cases completed, what share was completed before the last day?',
    },
    formula: {
      zh: '早于承诺到期日办结的承诺件 ÷ 有承诺到期时间的办结承诺件',
      en: 'Committed cases completed before their last day ÷ committed cases completed with a due time',
    },
    source: '政务服务办件统计口径 A9',
  },
  instantItemShare: {
    question: {
      zh: '进驻事项中，有多大比例可以当场或当日办结？',
      en: 'Of the items in the hall, what share can be completed on the spot or the same day?',
    },
    formula: {
      zh: '期末可即办事项数 ÷ 期末进驻事项数',
      en: 'Instant-capable items in force ÷ items in force, at the end of the period',
    },
    source: '政务服务办件统计口径 A5',
    caution: {
      zh: '只说明事项可以即办，不是实际办件的结果',
      en: 'Says which items can be instant, not how cases were handled',
    },
  },
  instantCaseShare: {
    question: {
      zh: '收到的即办件和承诺件中，即办件占多大比例？',
      en: 'Of the instant and committed cases received, what share are of the instant type?',
    },
    formula: {
      zh: '收到的即办件 ÷（收到的即办件＋承诺件）',
      en: 'Instant cases received ÷ instant and committed cases received',
    },
    source: '政务服务办件统计口径 A6',
  },
  sameDayRate: {
    question: {
      zh: '办结的办件中，有多大比例在受理当日办结？',
      en: 'Of the cases completed, what share was completed on the day of acceptance?',
    },
    formula: {
      zh: '受理当日办结数 ÷ 办结数，特殊件除外',
      en: 'Completed on the effective day of acceptance ÷ completed, special cases left out',
    },
    source: '政务服务办件统计口径 A7',
  },
}
