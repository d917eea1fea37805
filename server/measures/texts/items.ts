import type { itemsMeasures } from '../definitions/items.ts'
import type { MeasureText } from './text.ts'

/** The texts of `definitions/items.ts`. */
export const itemsTexts: Record<keyof typeof itemsMeasures, MeasureText> = {
  itemCount: {
    question: {
      zh: '期末有多少个事项进驻大厅？',
      en: 'How many items did the hall handle at the end of the period?',
    },
    formula: {
      zh: '期末有效的事项数',
      en: 'Items in force at the end of the period',
    },
    source: '平和县简报第46期（2012）',
  },
  instantCapableItems: {
    question: {
      zh: '期末有多少个事项可以即办？',
      en: 'How many items could be completed instantly at the end of the period?',
    },
    formula: {
      zh: '期末有效且可即办的事项数',
      en: 'Items in force and instant-capable at the end of the period',
    },
    source: '平和县简报第46期（2012）',
  },
  commitmentCompression: {
    question: {
      zh: '承诺时限比法定时限压缩了多大比例？',
      en: 'By what share are committed limits shorter than statutory ones?',
    },
    formula: {
      zh: '（Σ 法定时限－Σ 承诺时限）÷ Σ 法定时限，期末有法定时限的事项，工作日',
      en:
        '(Σ statutory − Σ committed) ÷ Σ statutory over items in force with a ' +
        'statutory limit, in working days',
    },
    source: '政务服务办件统计口径 A1',
  },
  commitmentRatio: {
    question: {
      zh: '承诺时限压缩为法定时限的百分之几？',
      en: 'To what share of the statutory limits are committed limits cut?',
    },
    formula: {
      zh: 'Σ 承诺时限 ÷ Σ 法定时限，期末有法定时限的事项，工作日；等于 1－压缩率',
      en: 'Σ committed ÷ Σ statutory over items in force with a statutory limit; equals 1 − compression',
    },
    source: '政务服务办件统计口径 A2',
  },
  meanItemCompression: {
    question: {
      zh: '逐个事项计算的压缩率，平均是多少？',
      en: 'What is the mean of the compression of each item?',
    },
    formula: {
      zh: '各事项（法定－承诺）÷ 法定的简单平均；与按总量计算的压缩率不同',
      en: 'Simple mean of (statutory − committed) ÷ statutory per item; not the pooled compression',
    },
    source: '政务服务办件统计口径 A3',
  },
  averageStatutoryLimit: {
    question: {
      zh: '期末事项的法定时限平均是多少个工作日？',
      en: 'How many working days does the law allow an item on average?',
    },
    formula: {
      zh: 'Σ 法定时限 ÷ 事项数，期末有法定时限的事项，工作日',
      en: 'Σ statutory limits ÷ items in force with a statutory limit, in working days',
    },
    source: '政务服务办件统计口径 A1',
  },
  averageCommittedLimit: {
    question: {
      zh: '期末事项的承诺时限平均是多少个工作日？',
      en: 'How many working days does the hall commit to for an item on average?',
    },
    formula: {
      zh: 'Σ 承诺时限 ÷ 事项数，期末有法定时限的事项，工作日',
      en: 'Σ committed limits ÷ items in force with a statutory limit, in working days',
    },
    source: '政务服务办件统计口径 A1',
  },
  oneVisitItemShare: {
    question: {
      zh: '进驻事项中，有多大比例最多到现场一次？',
      en: 'Of the items in the hall, what share needs at most one visit?',
    },
    formula: {
      zh: '期末到现场次数不超过一次的事项数 ÷ 次数已知的事项数',
      en: 'Items in force with at most one visit ÷ items whose visits are known, at the end of the period',
    },
    source: '政务服务办件统计口径 A18',
  },
  instantTypeItems: {
    question: {
      zh: '期末有多少事项按即办件办理？',
      en: 'How many items were of the instant type at the end of the period?',
    },
    formula: {
      zh: '期末类型为即办件的事项数',
      en: 'Items in force of the instant type, at the end of the period',
    },
    source: '政务服务办件统计口径 1.1',
  },
}
