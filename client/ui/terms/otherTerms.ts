import type { Term } from './term.ts'

const tendering = (zh: string, article: number) => ({
  zh: `《招标投标法实施条例》第${zh}条`,
  en: `Regulation Implementing the Bidding Law, art. ${article}`,
})

/** Terms of trades (docs/domain.md, section 5). */
const tradeTerms = {
  ceiling: {
    called: { zh: ['控制价', '最高限价'], en: ['ceiling prices', 'ceiling price', 'ceiling'] },
    means: {
      zh: '招标人公布的最高价格，工程中标价不得高于它。节约资金从它算起。',
      en:
        'The highest price that the buyer has published; no award for works may exceed it. Savings ' +
        'are counted from it.',
    },
    source: tendering('二十七', 27),
  },
  base: {
    called: { zh: ['基准价', '基准'], en: ['base price'] },
    means: {
      zh: '计算节约时与成交价相减的数：工程用控制价，采购用预算。节约率都注明基准。',
      en:
        'What an award is subtracted from to give a saving: the ceiling for works, the budget in ' +
        'procurement. It is always named.',
    },
    source: { zh: '本系统口径', en: 'Definition of this system' },
  },
  award: {
    called: { zh: ['中标'], en: ['awards', 'award'] },
    means: {
      zh: '评审后确定的供应方和价格，中标候选人要公示不少于三日。',
      en:
        'The supplier and the price chosen after evaluation; candidates are published for at least ' +
        'three days.',
    },
    source: tendering('五十四', 54),
  },
  failed: {
    called: { zh: ['流标'], en: ['failed tenders', 'failed tender'] },
    means: {
      zh: '投标人少于三家，或者没有有效投标，不能成交。不计入完成宗数。',
      en:
        'Fewer than three bidders, or no valid bid: nothing could be awarded. It is not among the ' +
        'concluded trades.',
    },
    source: tendering('四十四', 44),
  },
  objection: {
    called: { zh: ['异议', '质疑'], en: ['objections', 'objection'] },
    means: {
      zh: '投标人对招标文件、开标或者结果的意见：招标中称异议，采购中称质疑，各有答复期限。',
      en:
        'What a bidder brings against documents, opening or result; each kind has its own time for a ' +
        'reply.',
    },
    source: {
      zh: '《招标投标法实施条例》第二十二条、第四十四条、第五十四条',
      en: 'Regulation Implementing the Bidding Law, art. 22, 44, 54',
    },
  },
} as const satisfies Record<string, Term>

/** Terms of comparison and of the data themselves (docs/domain.md, section 8; docs/statistics.md). */
const figureTerms = {
  interval: {
    called: {
      zh: ['95% 区间', '置信区间'],
      en: ['95% interval', 'confidence interval'],
    },
    means: {
      zh: '件数少时比率波动大。真实水平有 95% 的把握落在这一范围内；件数越多，范围越窄。',
      en:
        'With few cases a rate swings by chance. With 95% confidence the true level lies in this ' +
        'range; the more cases, the narrower it is.',
    },
    source: { zh: '威尔逊（Wilson）得分区间', en: 'Wilson score interval' },
  },
  usual: {
    called: {
      zh: ['通常范围', '正常波动', '通常波动'],
      en: ['usual range', 'usual variation'],
    },
    means: {
      zh: '按本厅以往数据测算的正常高低，已考虑工作日、调休、春节和季节。在范围内的变化属正常波动，无需解释。',
      en:
        'How high and low a figure normally is here, by working days, holidays and season. Ups and ' +
        'downs within it need no explanation.',
    },
    source: {
      zh: '控制图（XmR）方法，见统计方法说明',
      en: 'Control chart (XmR) method, see the notes on statistics',
    },
  },
  significant: {
    called: { zh: ['显著'], en: ['clearly differs', 'differs clearly'] },
    means: {
      zh: '差异超出正常波动，难以用偶然解释。判断时已扣除窗口之间平常就有的高低，并防止因比较的窗口多而误判（被点名的窗口中，预计误判不超过 5%）。',
      en:
        'A difference too large to be put down to chance or to the usual spread between windows. Where ' +
        'many are compared, at most 5% of those named are expected to be false alarms.',
    },
    source: {
      zh: '错误发现率控制，见统计方法说明',
      en: 'Control of the false discovery rate, see the notes on statistics',
    },
  },
  funnel: {
    called: { zh: ['漏斗图'], en: ['funnel plot', 'funnel'] },
    means: {
      zh: '横轴为件数，两侧界线随件数收窄。落在界线外的窗口才算与全厅不同。',
      en: 'Limits narrow as cases grow in number. Only a window outside them differs from the hall.',
    },
    source: {
      zh: 'Spiegelhalter，《Statistics in Medicine》24:1185（2005）',
      en: 'Spiegelhalter, Statistics in Medicine 24:1185 (2005)',
    },
  },
  caseMix: {
    called: { zh: ['办件构成'], en: ['case mix'] },
    means: {
      zh: '各窗口办的事项难易不同。按相同事项的全厅水平推算应有的结果，再与实际相比。',
      en:
        'Windows handle easier and harder items. What the hall achieves on the same items is what a ' +
        'window is compared with.',
    },
    source: {
      zh: '观察值与期望值之比，不足 30 件不判断',
      en: 'Observed against expected; fewer than 30 cases are not judged',
    },
  },
  sample: {
    called: { zh: ['样本不足', '样本'], en: ['sample'] },
    means: {
      zh: '一个比率所依据的件数。不足 30 件时只列数字，不作判断。',
      en: 'How many cases a rate rests on. Below 30 the figure is shown and not judged.',
    },
    source: { zh: '本系统统计方法说明', en: 'Notes of this system on statistics' },
  },
  lastYear: {
    called: { zh: ['同比'], en: ['year on year'] },
    means: { zh: '与去年同一时期相比。', en: 'Compared with the same days of last year.' },
    source: { zh: '国家统计局统计用语', en: 'Usage of the National Bureau of Statistics' },
  },
  previous: {
    called: { zh: ['环比'], en: ['period on period'] },
    means: { zh: '与紧接着的上一期相比。', en: 'Compared with the period just before.' },
    source: { zh: '国家统计局统计用语', en: 'Usage of the National Bureau of Statistics' },
  },
  quarantine: {
    called: { zh: ['隔离区'], en: ['quarantine'] },
    means: {
      zh: '导入时不能识别的行放在这里，不计入数字；修正后可以重新载入。',
      en: 'Rows that could not be read on import. They are not counted until they are corrected and loaded.',
    },
    source: { zh: '本系统导入规则', en: 'Rules of this system on imports' },
  },
  frozen: {
    called: { zh: ['签发', '定稿'], en: ['signed', 'frozen', 'freeze'] },
    means: {
      zh: '签发后的简报连同数字、口径一并固定，不再改动；数据有更正时另附说明。',
      en:
        'An approved briefing is fixed with its figures and definitions. Later corrections of data ' +
        'are told beside it.',
    },
    source: { zh: '本系统简报规则', en: 'Rules of this system on briefings' },
  },
  standIn: {
    called: { zh: ['A岗', 'B岗'], en: ['stand-in'] },
    means: {
      zh: 'A岗是主办人，B岗在A岗离开时代办，权限和责任相同。两岗不得同时离开。',
      en:
        'The stand-in acts with the same powers and liability while the main handler is away. Both ' +
        'must not be away at once.',
    },
    source: { zh: 'AB岗工作制度', en: 'Rule on main posts and stand-ins' },
  },
} as const satisfies Record<string, Term>

export const otherTerms = { ...tradeTerms, ...figureTerms }
