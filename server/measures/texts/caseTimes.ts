import type { caseTimesMeasures } from '../definitions/caseTimes.ts'
import type { MeasureText } from './text.ts'

/** The texts of `definitions/caseTimes.ts`. */
export const caseTimesTexts: Record<keyof typeof caseTimesMeasures, MeasureText> = {
  averageHandlingTime: {
    question: {
      zh: '承诺件从受理到办结平均用了多少个工作日？',
      en: 'How many working days did committed cases take on average, from acceptance to completion?',
    },
    formula: {
      zh: '办结承诺件的工作时间之和 ÷ 件数；挂起的天数不计',
      en: 'Working time of committed cases completed ÷ their number; suspended days left out',
    },
    source: '政务服务办件统计口径 A13',
  },
  medianHandlingTime: {
    question: {
      zh: '一半的承诺件在多少个工作日内办结？',
      en: 'Within how many working days were half of the committed cases completed?',
    },
    formula: {
      zh: '办结承诺件工作时间的中位数，30 件以内为精确值，更多时按固定分组估计，相对误差不超过 2%（简报中均为精确值）',
      en:
        'Median of the working time; exact for up to 30 cases, otherwise estimated from fixed bins ' +
        'with a relative error of at most 2% (in briefings always exact)',
    },
    source: '政务服务办件统计口径 A13',
  },
  p90HandlingTime: {
    question: {
      zh: '九成的承诺件在多少个工作日内办结？',
      en: 'Within how many working days were nine tenths of the committed cases completed?',
    },
    formula: {
      zh: '办结承诺件工作时间的第 90 百分位，30 件以内为精确值，更多时按固定分组估计，相对误差不超过 2%（简报中均为精确值）',
      en:
        '90th percentile of the working time; exact for up to 30 cases, otherwise estimated ' +
        'from fixed bins with a relative error of at most 2% (in briefings always exact)',
    },
    source: '政务服务办件统计口径 A13',
  },
  averageElapsedDays: {
    question: {
      zh: '办件从收到到办结平均历时多少天（自然日）？',
      en: 'How many calendar days passed on average from receipt to completion?',
    },
    formula: {
      zh: '办结办件的历时之和 ÷ 件数；时间存疑的不计',
      en: 'Elapsed time of completed cases ÷ their number; cases with doubtful times left out',
    },
    source: '政务服务办件统计口径 A13',
  },
  medianElapsedDays: {
    question: {
      zh: '一半的办件在收到后多少天内办结？',
      en: 'Within how many calendar days of receipt were half of the cases completed?',
    },
    formula: {
      zh: '办结办件历时的中位数，30 件以内为精确值，更多时按固定分组估计，相对误差不超过 2%（简报中均为精确值）；时间存疑的不计',
      en:
        'Median of the elapsed time; exact for up to 30 cases, otherwise estimated from fixed bins ' +
        'with a relative error of at most 2% (in briefings always exact); doubtful times left out',
    },
    source: '政务服务办件统计口径 A13',
  },
  p90ElapsedDays: {
    question: {
      zh: '九成的办件在收到后多少天内办结？',
      en: 'Within how many calendar days of receipt were nine tenths of the cases completed?',
    },
    formula: {
      zh: '办结办件历时的第 90 百分位，30 件以内为精确值，更多时按固定分组估计，相对误差不超过 2%（简报中均为精确值）；时间存疑的不计',
      en:
        '90th percentile of the elapsed time; exact for up to 30 cases, otherwise estimated ' +
        'from fixed bins with a relative error of at most 2% (in briefings always exact); ' +
        'doubtful times left out',
    },
    source: '政务服务办件统计口径 A13',
  },
  averageCalendarDays: {
    question: {
      zh: '办结日与收件日平均相差几天（按日期相减，当日为 0）？',
      en: 'By how many days do the dates of completion and receipt differ on average (0 on the same day)?',
    },
    formula: {
      zh: '（办结日 − 收件日）之和 ÷ 两个日期都有的办结件数',
      en: 'Day completed − day received, added up ÷ completed cases with both dates',
    },
    source: 'NYC Local Law 47/2005; 311 open data (DaysOpen)',
  },
  doubtfulTimes: {
    question: {
      zh: '办结的办件中，有多少件的办结时间早于收件或受理时间？',
      en: 'How many completed cases carry a completion earlier than their receipt or acceptance?',
    },
    formula: {
      zh: '期内办结且办结早于收件或受理的办件数；计入件数，不计入任何时长',
      en:
        'Cases completed in the period whose completion precedes receipt or ' +
        'acceptance; counted, but in no duration',
    },
    source: '数据质量规则',
  },
  actualSpeedup: {
    question: {
      zh: '承诺件的实际用时比法定时限少了多大比例？',
      en: 'By what share were committed cases faster than their statutory limits?',
    },
    formula: {
      zh: 'Σ（法定时限－实际用时）÷ Σ 法定时限，办结承诺件，工作日',
      en: 'Σ(statutory limit − actual) ÷ Σ statutory limit over committed cases completed, in working days',
    },
    source: '政务服务办件统计口径 A4',
  },
  throughputRatio: {
    question: {
      zh: '这一时期办结数与受理数之比是多少？',
      en: 'How does the number completed compare with the number accepted?',
    },
    formula: {
      zh: '期内办结数 ÷ 期内受理数；可以超过 100%',
      en: 'Completed in the period ÷ accepted in the period; may exceed 100%',
    },
    source: '政务服务办件统计口径 A14',
    caution: {
      zh: '两者不是同一批办件，可能超过 100%',
      en: 'The two are not the same cases, so it may exceed 100%',
    },
  },
  cohortCompletionRate: {
    question: {
      zh: '这一时期受理的办件，到目前已有多大比例办结？',
      en: 'Of the cases accepted in the period, what share has been completed by now?',
    },
    formula: {
      zh: '期内受理且已办结的办件数 ÷ 期内受理数',
      en: 'Accepted in the period and completed by now ÷ accepted in the period',
    },
    source: '政务服务办件统计口径 A14 (cohort)',
  },
}
