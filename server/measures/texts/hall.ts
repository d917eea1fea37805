import type { hallMeasures } from '../definitions/hall.ts'
import type { MeasureText } from './text.ts'

/** The texts of `definitions/hall.ts`. */
export const hallTexts: Record<keyof typeof hallMeasures, MeasureText> = {
  unitCount: {
    question: {
      zh: '期末有多少进驻单位？',
      en: 'How many units were in the hall at the end of the period?',
    },
    formula: {
      zh: '期末有效的进驻单位数',
      en: 'Units in the hall valid at the end of the period',
    },
    source: '平和县简报第46期（2012）',
  },
  windowCount: {
    question: {
      zh: '期末有多少窗口？',
      en: 'How many windows were there at the end of the period?',
    },
    formula: {
      zh: '期末有效的窗口数',
      en: 'Windows valid at the end of the period',
    },
    source: '平和县简报第46期（2012）',
  },
  staffCount: {
    question: {
      zh: '期末有多少窗口工作人员？',
      en: 'How many window staff were there at the end of the period?',
    },
    formula: {
      zh: '期末有效的窗口工作人员数',
      en: 'Window staff valid at the end of the period',
    },
    source: '平和县简报第46期（2012）',
  },
  managerCount: {
    question: {
      zh: '期末有多少管理人员？',
      en: 'How many managers were there at the end of the period?',
    },
    formula: {
      zh: '期末有效的管理人员数',
      en: 'Managers valid at the end of the period',
    },
    source: '平和县简报第46期（2012）',
  },
  hallRules: {
    question: {
      zh: '期末有多少日常管理制度？',
      en: 'How many daily management rules were there at the end of the period?',
    },
    formula: {
      zh: '期末有效的日常管理制度数',
      en: 'Daily management rules in force at the end of the period',
    },
    source: '平和县简报第46期（2012）',
  },
  tradingRules: {
    question: {
      zh: '期末有多少交易制度？',
      en: 'How many trading rules were there at the end of the period?',
    },
    formula: {
      zh: '期末有效的交易制度数',
      en: 'Trading rules in force at the end of the period',
    },
    source: '平和县简报第46期（2012）',
  },
}
