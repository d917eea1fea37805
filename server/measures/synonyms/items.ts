import type { hallMeasures } from '../definitions/hall.ts'
import type { itemsMeasures } from '../definitions/items.ts'
import type { Synonyms } from './synonym.ts'

/** Synonyms of the measures in `definitions/items.ts`. */
export const itemsSynonyms: Partial<Record<keyof typeof itemsMeasures, Synonyms>> = {
  itemCount: {
    zh: ['进驻事项数、事项数、事项总数、事项数量、进驻的事项、审批事项、服务事项'],
    en: ['number of items, service items, item count, number of service items'],
  },
  instantCapableItems: {
    zh: ['可即办事项数、可以即办的事项、能即办的事项、即办事项、即办事项数、可即办的事项、可当场办结的事项'],
    en: [
      'instant items, instant capable items, items that can be instant, items can be done on the spot',
      'items that can be done on the spot, items can be completed on the spot, items done on the spot',
    ],
  },
  commitmentCompression: {
    zh: ['压缩率、承诺压缩率、承诺提速率、时限压缩率、时限压缩、提速率、提速、压缩了多少'],
    en: ['compression, compression of limits, speed-up, speedup'],
  },
  commitmentRatio: {
    zh: ['承诺时限占法定时限、承诺占法定比例'],
    en: ['committed to statutory ratio'],
  },
  meanItemCompression: {
    zh: ['单项提速率、单项压缩率、提速率、提速'],
    en: ['mean item compression'],
  },
  averageStatutoryLimit: {
    zh: ['法定时限、法定期限、法定办结时限、平均法定期限'],
    en: ['statutory limit, statutory time limit'],
  },
  averageCommittedLimit: {
    zh: ['承诺时限、承诺期限、承诺办结时限、平均承诺期限'],
    en: ['committed limit, committed time limit, commitment'],
  },
  oneVisitItemShare: {
    zh: ['最多跑一次、最多跑一次占比、最多跑一次比例、最多跑一次率、跑一次事项占比'],
    en: ['one-visit share, one-visit item, one visit share, at most one visit'],
  },
  instantTypeItems: {
    zh: ['即办类事项'],
    en: ['items of instant type'],
  },
}

/** Synonyms of the measures in `definitions/hall.ts`. */
export const hallSynonyms: Partial<Record<keyof typeof hallMeasures, Synonyms>> = {
  unitCount: {
    zh: ['进驻单位数、单位数、进驻部门、进驻部门数、部门数、进驻的单位、进驻的部门、单位数量'],
    en: [
      'how many units, how many departments, how many agencies',
      'number of units, unit count, number of departments, number of agencies',
    ],
  },
  windowCount: {
    zh: ['窗口数、窗口数量、窗口总数、窗口个数'],
    en: ['number of windows, window count, number of counters'],
  },
  staffCount: {
    zh: ['工作人员、窗口人员、窗口工作人员数、工作人员数、窗口工作人员人数、窗口人数、工作人员人数'],
    en: [
      'employ, employed, staff, staff count, number of staff, people at the windows, employee',
      'people work at the windows, people working at the windows',
    ],
  },
  managerCount: {
    zh: ['管理人员数、管理人员人数'],
    en: ['number of managers, manager count'],
  },
  hallRules: {
    zh: ['日常制度、管理制度、制度、规章制度'],
    en: ['hall rules, management rules, rules'],
  },
  tradingRules: {
    zh: ['交易制度数、制度、规章制度'],
    en: ['rules of trading, rules'],
  },
}
