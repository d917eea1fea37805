import type { casesMeasures } from '../definitions/cases.ts'
import type { Synonyms } from './synonym.ts'

/** Words for late cases, which are either open now or were completed late. */
const late = {
  zh:
    '超期、逾期、超时、过期、过期件、超过时限、超过承诺时限、超承诺时限、超期件、逾期件、超时件、' +
    '超期办件、逾期办件、超期的件、超期的办件、超期件数、超期数、超期量',
  en: 'overdue, overdue cases, late, late cases',
}
const lateCompletion = {
  zh: '超期办结、逾期办结、超时办结、超期完成、超期才办结',
  en: 'completed late, completed overdue, finished late, closed late',
}

/** Synonyms of the measures in `definitions/cases.ts`. */
export const casesSynonyms: Partial<Record<keyof typeof casesMeasures, Synonyms>> = {
  casesReceived: {
    zh: [
      '收件、收件数、收件总量、收件总数、申请量、申请数、收到申请、收到的申请、收到办件、办件量、办件数、业务量、接件、接件量、接收办件、收的件',
    ],
    en: [
      'cases received, received cases, applications received, applications, caseload, intake',
      'cases come in, busy, how busy, workload',
    ],
    verbs: [
      '收、收了、收到、收到了、接到、接了、办件、收得、收的',
      'received, receive, came in, come in, cases, handled, handle, process, processed',
      'dealt with, deal with',
    ],
  },
  casesAccepted: {
    zh: ['受理、受理数、受理件、受理件数、受理办件'],
    en: ['accepted, accept, cases accepted, accepted cases, acceptances'],
  },
  casesCompleted: {
    zh: [
      '办结、办结数、办结件、办结件数、办结总量、办结总数、办结办件、完成办件、办成、办件量、办件数、业务量',
    ],
    en: ['completions, cases completed, completed cases, finished cases, closed cases, caseload'],
    verbs: [
      '办、办了、办理、办理了、完成、完成了、做了、办完、办完了、办件、办得',
      'completed, complete, finished, finish, closed, close, cases, handled, handle, process, processed',
      'dealt with, deal with',
    ],
  },
  casesCompletedPerWorkingDay: {
    zh: ['日均办结、日均办结数、平均每个工作日办结、每个工作日平均办结、每工作日办结、每个工作日办结'],
    en: ['completed per working day, completions per working day, cases completed a working day'],
  },
  casesCompletedWithLimit: {
    zh: ['有时限办结、有承诺时限的办结量'],
    en: ['completed with a limit'],
  },
  openCases: {
    zh: [
      '在办、在办件、在办件数、在办办件、未办结、未办结件、未办结办件、积压、积压件、积压办件、没办完、还没办完、没办结、还没办结、还没有办结、尚未办结、正在办、正在办理',
    ],
    en: [
      'open, pending, pending cases, backlog, unfinished cases, cases in progress, still open',
      'not yet completed',
    ],
    verbs: ['办件', 'cases'],
  },
  overdueOpenCases: {
    zh: [
      late.zh,
      '在办超期件、在办超期量、超期在办、在办逾期、超期未办结、超期未办、逾期未办结、逾期未办、超时未办结、超期没办完、超期没办结、超期还没办完、超期还没办结',
    ],
    en: [late.en, 'open overdue cases, overdue open, late open cases'],
  },
  nearDueCases: {
    zh: ['临期、临期办件、临期件数、快到期、快到期的件、即将到期、快超期、即将超期、将要超期'],
    en: [
      'near overdue, near-overdue, near due, about to be overdue, about to become overdue',
      'near their limit, near the limit, close to their limit, almost due, due soon',
    ],
    near: ['到期、要到期、到期件、到期办件、要到期件', 'due, falling due, cases due, case due'],
  },
  onTimeRate: {
    zh: ['按时率、按时办结、按时办结比例、准时率、准时办结率、按时办理率'],
    en: ['on-time rate, on time rate, on time, on-time, completed on time, share on time', 'punctuality'],
    near: ['按期办结率、按期率、按期办结'],
  },
  overdueRate: {
    zh: ['超期率、逾期率、超时率、超期比例、超期办结比例、超期、逾期、超时', lateCompletion.zh],
    en: ['overdue rate, late rate, share overdue, late completion rate, overdue, late', lateCompletion.en],
  },
  overdueCompletions: {
    zh: [
      late.zh,
      lateCompletion.zh,
      '超期办结件、超期办结数、逾期办结件、逾期办结量、超时办结件、超期办结的件、超期办结件数',
    ],
    en: [late.en, lateCompletion.en, 'late completions, cases completed late, cases finished late'],
  },
  statutoryOverdueRate: {
    zh: ['法定时限超期率、超法定时限率、超过法定时限、法定超期、超法定时限'],
    en: ['statutory overdue, over the statutory limit, beyond the statutory limit'],
  },
  earlyRate: {
    zh: ['提前办结率、提前率、提前办结、承诺件提前率、提前办结比例'],
    en: ['early completion rate, early rate, early completion, completed early'],
  },
  instantItemShare: {
    zh: ['即办率、即办比例、即办事项比例、即办事项率、可即办事项占比、可即办事项比例、可即办率'],
    en: ['instant rate, instant share, share of instant items, instant-capable share'],
  },
  instantCaseShare: {
    zh: ['即办率、即办比例、即办件比例、即办件率'],
    en: ['instant rate, instant share, share of instant cases, instant case share'],
  },
  sameDayRate: {
    zh: ['即办率、即办比例、当日办结、当天办结率、当天办结、当日办结比例、当天办结比例'],
    en: ['instant rate, same-day rate, same day rate, same-day, same day, completed the same day'],
    near: ['当场办结率、当场办结', 'on the spot, completed on the spot, done on the spot'],
  },
}
