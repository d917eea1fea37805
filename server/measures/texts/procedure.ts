import type { procedureMeasures } from '../definitions/procedure.ts'
import type { MeasureText } from './text.ts'

/** The texts of `definitions/procedure.ts`. */
export const procedureTexts: Record<keyof typeof procedureMeasures, MeasureText> = {
  medianBidders: {
    question: {
      zh: '成交的交易，投标家数的中位数是多少？',
      en: 'What is the median number of bidders of the trades concluded?',
    },
    formula: {
      zh: '家数已知的成交，按家数排列居中者（25 家以内为准确值）',
      en: 'Median over trades concluded whose bidders are known; exact up to 25 bidders',
    },
    source: '公共资源交易统计口径 C8',
  },
  shortDocumentShare: {
    question: {
      zh: '文件发售天数已知的交易中，有多大比例不足五日？',
      en: 'Of the trades whose document sale period is known, what share had fewer than five days?',
    },
    formula: {
      zh: '发售天数＜5 的宗数 ÷ 天数已知的宗数',
      en: 'Fewer than 5 days ÷ trades whose days are known',
    },
    source: '招标投标法实施条例 art. 16',
  },
  switchedShare: {
    question: {
      zh: '重新招标后成交的，有多大比例改为谈判、磋商、询价或单一来源？',
      en:
        'Of the trades concluded in a later round, what share became a negotiation, a ' +
        'quotation or a single source?',
    },
    formula: {
      zh: '第二次及以上、方式为谈判磋商询价或单一来源的成交宗数 ÷ 第二次及以上的成交宗数',
      en:
        'Later rounds concluded by negotiation, consultation, quotation or single ' +
        'source ÷ trades concluded in a later round',
    },
    source: '公共资源交易统计口径 3.5',
  },
  objectionRate: {
    question: {
      zh: '每一百宗有结果的交易有多少件异议、质疑和投诉？',
      en: 'How many objections, queries and complaints were there per hundred procedures that ended?',
    },
    formula: {
      zh: '异议、质疑、投诉件数 ÷（流标、废标＋成交）× 100',
      en: 'Objections, queries and complaints ÷ (failed or annulled + concluded) × 100',
    },
    source: '公共资源交易统计口径 C9',
  },
  objectionUpheldRate: {
    question: {
      zh: '作出结论的异议、质疑和投诉中，有多大比例成立或部分成立？',
      en: 'Of the objections, queries and complaints decided, what share were upheld, wholly or in part?',
    },
    formula: {
      zh: '成立、部分成立件数 ÷ 已有结论的件数',
      en: 'Upheld or partly upheld ÷ decided',
    },
    source: '公共资源交易统计口径 C9',
  },
  expertAttendanceRate: {
    question: {
      zh: '应到的评审专家中，有多大比例到场？',
      en: 'Of the experts who were expected, what share attended?',
    },
    formula: {
      zh: '（抽取－不参加－回避－缺席）÷（抽取－不参加－回避）',
      en: '(drawn − declined − recused − absent) ÷ (drawn − declined − recused)',
    },
    source: '公共资源交易统计口径 3.2',
  },
  disqualifiedBidShare: {
    question: {
      zh: '递交的报价中，有多大比例被否决？',
      en: 'Of the bids handed in, what share were disqualified?',
    },
    formula: {
      zh: '被否决的报价 ÷ 递交的报价（不含撤回）',
      en: 'Disqualified ÷ handed in, withdrawn ones left out',
    },
    source: 'Open Contracting Partnership, Cardinal R038',
  },
  tradeCycleDays: {
    question: {
      zh: '从公告到签订合同平均要多少个自然日？',
      en: 'How many calendar days passed on average from announcement to contract?',
    },
    formula: {
      zh: '（合同日－公告日）之和 ÷ 两个日期都有的成交宗数',
      en: 'Σ(contract day − announcement day) ÷ trades concluded with both days',
    },
    source: '公共资源交易统计口径 C10',
  },
  medianTradeCycle: {
    question: {
      zh: '一半的成交从公告到签订合同不超过多少个工作日？',
      en: 'Within how many working days of the announcement had half of the trades a contract?',
    },
    formula: {
      zh: '公告次日至合同日的工作日数，按大小排列居中者',
      en: 'Working days from the day after the announcement to the contract; the median',
    },
    source: '公共资源交易统计口径 C10',
  },
  p90TradeCycle: {
    question: {
      zh: '九成的成交在多少个工作日内签订合同？',
      en: 'Within how many working days of the announcement had nine tenths of trades a contract?',
    },
    formula: {
      zh: '公告次日至合同日的工作日数，第 90 百分位',
      en: 'Working days from the day after the announcement to the contract; the 90th percentile',
    },
    source: '公共资源交易统计口径 C10',
  },
  tradeBase: {
    question: {
      zh: '计入节约的成交，其控制价或预算合计是多少？',
      en: 'What do the ceiling prices and budgets of the trades that count as savings add up to?',
    },
    formula: {
      zh: '计入节约的成交的控制价、最高限价或预算之和',
      en: 'Sum of ceiling prices and budgets of the trades that count as savings',
    },
    source: '公共资源交易统计口径 C2',
  },
  exactlyThreeShare: {
    question: {
      zh: '成交的交易中，有多大比例恰好只有三家投标？',
      en: 'Of the trades concluded, what share had exactly three bidders?',
    },
    formula: {
      zh: '投标家数＝3 的成交宗数 ÷ 家数已知的成交宗数',
      en: 'Trades with exactly three bidders ÷ trades concluded whose bidders are known',
    },
    source: '招标投标法 art. 28; 公共资源交易统计口径 C8',
    caution: {
      zh: '三家是开标的法定下限；比例高说明竞争可能不足，值得核查',
      en: 'Three is the legal minimum to open bids; a high share suggests little competition',
    },
  },
  singleBidderShare: {
    question: {
      zh: '应有竞争的成交中，有多大比例只有一家投标？',
      en: 'Of the competitive trades concluded, what share had only one bidder?',
    },
    formula: {
      zh: '投标家数＝1 的宗数 ÷ 家数已知的成交宗数（不含单一来源）',
      en: 'Trades with one bidder ÷ trades concluded whose bidders are known, single source left out',
    },
    source: 'Open Contracting Partnership, UC005',
  },
  repeatRoundShare: {
    question: {
      zh: '有结果的交易中，有多大比例是第二次及以上招标？',
      en: 'Of the trades that ended, what share were in their second round or later?',
    },
    formula: {
      zh: '招标次数≥2 的宗数 ÷（流标、废标＋成交）',
      en: 'Trades in round 2 or later ÷ (failed or annulled + concluded)',
    },
    source: '招标投标法实施条例 art. 44; 公共资源交易统计口径 C7',
  },
  deepDiscountShare: {
    question: {
      zh: '计入节约的成交中，有多大比例下浮超过 30%？',
      en: 'Of the trades that count as savings, what share were awarded at over 30% below the base?',
    },
    formula: {
      zh: '下浮率＞30% 的宗数 ÷ 计入节约的宗数',
      en: 'Trades with a discount above 30% ÷ trades that count as savings',
    },
    source: '公共资源交易统计口径 C4',
    caution: {
      zh: '下浮以控制价为基准：控制价偏高时下浮也大，应核对控制价来源',
      en:
        'A saving is measured against an estimate: a generous estimate saves more, so ' +
        'check where it came from',
    },
  },
  awardsAboveCeiling: {
    question: {
      zh: '这一时期有几宗工程和采购的成交价高于控制价或预算？',
      en: 'How many works and procurement trades were awarded above the ceiling price or budget?',
    },
    formula: {
      zh: '成交日在期内、按金额计价、成交价大于控制价或预算的工程和采购宗数',
      en:
        'Works and procurement concluded in the period, priced by amount, whose award ' +
        'is above the ceiling price or budget',
    },
    source: '招标投标法实施条例 art. 51; 政府采购法 art. 36',
  },
}
