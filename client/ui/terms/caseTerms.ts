import type { Term } from './term.ts'

const licensing = (zh: string, article: number) => ({
  zh: `《行政许可法》第${zh}条`,
  en: `Administrative Licensing Law, art. ${article}`,
})
const hallPractice = { zh: '政务服务大厅通行规定', en: 'Common practice of service halls' }

/** Terms of cases and their limits (docs/domain.md, sections 1 and 2). */
export const caseTerms = {
  received: {
    called: { zh: ['收件'], en: ['receipt'] },
    means: {
      zh: '窗口收到申请材料。收件后还要看材料是否齐全，齐全才受理。',
      en: 'The documents have been handed in. The case is accepted only once they are found complete.',
    },
    source: hallPractice,
  },
  accepted: {
    called: { zh: ['受理'], en: ['acceptance'] },
    means: {
      zh: '材料齐全、符合要求，正式开始办理。办理时限从受理的次日起算。',
      en:
        'The documents are complete and the case has begun. Limits are counted from the day after ' +
        'acceptance.',
    },
    source: licensing('三十二', 32),
  },
  completed: {
    called: { zh: ['办结'], en: ['completion'] },
    means: {
      zh: '办件已经有了结果，包括依法作出的不予许可决定。',
      en: 'The case has ended with a decision; a lawful refusal counts, too.',
    },
    source: hallPractice,
  },
  instant: {
    called: { zh: ['即办件'], en: ['instant cases', 'instant case'] },
    means: {
      zh: '程序简单、材料齐全，可以当场或者当天办结的办件。',
      en: 'A simple case with complete documents, decided on the spot or on the same day.',
    },
    source: hallPractice,
  },
  promised: {
    called: { zh: ['承诺件'], en: ['promised cases', 'promised case'] },
    means: {
      zh: '需要审核或者现场查看，由单位承诺在若干个工作日内办结的办件。',
      en: 'A case that needs review or a site visit; the unit commits to a number of working days.',
    },
    source: hallPractice,
  },
  joint: {
    called: { zh: ['联办件', '联办'], en: ['joint case', 'joint handling'] },
    means: {
      zh: '由几个单位同时办理、一个窗口牵头的办件。联合办理的法定时限为四十五日，经批准可延长十五日。',
      en:
        'A case that several units handle at once, led by one window. By law it may take 45 days, or ' +
        '15 more where approved.',
    },
    source: licensing('四十二', 42),
  },
  statutory: {
    called: { zh: ['法定时限'], en: ['statutory limits', 'statutory limit'] },
    means: {
      zh: '法律规定的最长办理时间，按工作日计算；一般为受理后二十日，经批准可延长十日。超过法定时限即为违法。',
      en:
        'The longest time that the law allows, in working days: ordinarily 20 from acceptance, 10 ' +
        'more where approved. To exceed it is unlawful.',
    },
    source: { zh: '《行政许可法》第四十二条、第八十二条', en: 'Administrative Licensing Law, art. 42, 82' },
  },
  committed: {
    called: { zh: ['承诺时限'], en: ['committed limits', 'committed limit'] },
    means: {
      zh: '本单位向社会承诺的办理时间，不长于法定时限。是否按时、是否超期，都以它为准。',
      en:
        'The time that the unit has promised to the public, no longer than the statutory limit. ' +
        'Whether a case is on time is judged by it.',
    },
    source: hallPractice,
  },
  suspended: {
    called: { zh: ['挂起', '停钟'], en: ['suspensions', 'suspension', 'stopped clock'] },
    means: {
      zh: '听证、检验、专家评审等所需的时间，不计入办理时限。',
      en:
        'Time for hearings, inspections, expert reviews and the like, which does not count towards a ' +
        'limit.',
    },
    source: licensing('四十五', 45),
  },
  supplement: {
    called: { zh: ['补正'], en: ['supplements', 'supplement'] },
    means: {
      zh: '材料不齐时，一次告知申请人需要补齐的全部内容；当场或五日内告知，逾期不告知的视为受理。',
      en:
        'Where documents are missing, the applicant is told all of them at once, within five days; ' +
        'otherwise the case counts as accepted.',
    },
    source: licensing('三十二', 32),
  },
  toldOnce: {
    called: { zh: ['一次性告知'], en: ['told once'] },
    means: {
      zh: '把需要补齐的材料一次全部告知，避免申请人多次往返。',
      en: 'All missing documents are named at once, so that applicants need not come several times.',
    },
    source: licensing('三十二', 32),
  },
  greenChannel: {
    called: { zh: ['绿色通道'], en: ['green channel'] },
    means: {
      zh: '对重点项目或者有特殊需要的申请人优先办理；材料和条件不减。',
      en:
        'Priority for key projects and for applicants in special need; documents and conditions stay ' +
        'the same.',
    },
    source: hallPractice,
  },
  nearDue: {
    called: { zh: ['临期'], en: ['due soon', 'nearly due', 'near due'] },
    means: {
      zh: '还没有办结，离承诺到期不超过一个工作日。',
      en: 'Not completed, with no more than one working day left of the committed limit.',
    },
    source: { zh: '本系统口径', en: 'Definition of this system' },
  },
  overdue: {
    called: { zh: ['超期'], en: ['overdue'] },
    means: {
      zh: '超过承诺时限。在办件过了时限即计为超期，不等到办结。',
      en:
        'Past the committed limit. An open case is overdue as soon as its time is up, not only when ' +
        'it ends.',
    },
    source: { zh: '本系统口径', en: 'Definition of this system' },
  },
  makeUpDay: {
    called: { zh: ['调休'], en: ['make-up days', 'make-up day'] },
    means: {
      zh: '因节假日安排而改为上班的周末，按工作日计算。每年由国务院办公厅公布。',
      en:
        'A weekend day that is worked in exchange for a holiday; it counts as a working day. ' +
        'Announced each year.',
    },
    source: { zh: '国务院办公厅每年放假安排的通知', en: 'Yearly holiday notice of the State Council' },
  },
  badReview: {
    called: { zh: ['差评'], en: ['bad review'] },
    means: {
      zh: '评价分五档，“不满意”和“非常不满意”为差评。差评应当回复、核实、整改并回访。',
      en:
        'The two lowest of five levels. A bad review is answered, looked into, put right, and ' +
        'followed by a call.',
    },
    source: {
      zh: '国办发〔2019〕51号；GB/T 39735-2020',
      en: 'General Office of the State Council, Guobanfa [2019] No. 51; GB/T 39735-2020',
    },
  },
} as const satisfies Record<string, Term>
