import type { tradesMeasures } from '../definitions/trades.ts'
import type { MeasureText } from './text.ts'

/** The texts of `definitions/trades.ts`. */
export const tradesTexts: Record<keyof typeof tradesMeasures, MeasureText> = {
  tradesConcluded: {
    question: {
      zh: '这一时期成交了多少宗交易？',
      en: 'How many trades were concluded in the period?',
    },
    formula: {
      zh: '成交日在期内的标段数；流标、废标、终止不计',
      en: 'Lots concluded in the period; failed, annulled and terminated ones left out',
    },
    source: '公共资源交易平台系统数据规范（标段为单位）',
  },
  tradeAmount: {
    question: {
      zh: '这一时期成交总金额是多少？',
      en: 'What was the total amount of concluded trades?',
    },
    formula: {
      zh: '按金额成交的成交价之和；费率和单价不计入',
      en: 'Sum of awards priced by amount; rates and unit prices left out',
    },
    source: '公共资源交易统计口径 C1',
  },
  savings: {
    question: {
      zh: '这一时期工程和采购比控制价或预算节约了多少？',
      en: 'How much less than the ceiling price or budget did works and procurement cost?',
    },
    formula: {
      zh: 'Σ（控制价或预算－成交价）；负数保留',
      en: 'Σ(ceiling price or budget − award); negative values kept',
    },
    source: '公共资源交易统计口径 C2',
    caution: {
      zh: '仅含按金额计价、基准大于零的工程和采购；节约以控制价或预算为基准',
      en:
        'Only works and procurement priced by amount against a positive base; a saving ' +
        'is measured against the buyer’s own estimate',
    },
  },
  savingsBelowBase: {
    question: {
      zh: '成交价低于控制价或预算的交易共节约多少？',
      en: 'How much was saved by the trades awarded below the base?',
    },
    formula: {
      zh: 'Σ（控制价或预算－成交价），只计成交价较低的；减去超出部分即节约资金',
      en: 'Σ(base − award) of awards below the base; less the overruns, it is the money saved',
    },
    source: '公共资源交易统计口径 C2',
  },
  overrunAboveBase: {
    question: {
      zh: '成交价高于控制价或预算的交易共超出多少？',
      en: 'How much above the base did the trades cost that were awarded above it?',
    },
    formula: {
      zh: 'Σ（成交价－控制价或预算），只计成交价较高的',
      en: 'Σ(award − base) of awards above the base',
    },
    source: '公共资源交易统计口径 C2',
  },
  savingsRate: {
    question: {
      zh: '节约资金占控制价或预算的多大比例？',
      en: 'What share of the ceiling price or budget was saved?',
    },
    formula: {
      zh: 'Σ（控制价或预算－成交价）÷ Σ 控制价或预算',
      en: 'Σ(base − award) ÷ Σ base',
    },
    source: '公共资源交易统计口径 C3',
    caution: {
      zh: '仅含按金额计价、基准大于零的工程和采购；节约以控制价或预算为基准',
      en:
        'Only works and procurement priced by amount against a positive base; a saving ' +
        'is measured against the buyer’s own estimate',
    },
  },
  savingsRateOnAward: {
    question: {
      zh: '节约资金相当于成交额的多大比例？',
      en: 'What share of the award do the savings amount to?',
    },
    formula: {
      zh: 'Σ（控制价或预算－成交价）÷ Σ 成交价；仅用于与他处口径对照',
      en: 'Σ(base − award) ÷ Σ award; only to compare with others’ reports',
    },
    source: '公共资源交易统计口径 C3b',
    caution: {
      zh: '仅含按金额计价、基准大于零的工程和采购；节约以控制价或预算为基准',
      en:
        'Only works and procurement priced by amount against a positive base; a saving ' +
        'is measured against the buyer’s own estimate',
    },
  },
  meanDiscountRate: {
    question: {
      zh: '逐宗计算的下浮率，平均是多少？',
      en: 'What is the mean of the discount of each trade?',
    },
    formula: {
      zh: '各宗（基准－成交）÷ 基准的简单平均；与节约率不同',
      en: 'Simple mean of (base − award) ÷ base per trade; not the savings rate',
    },
    source: '公共资源交易统计口径 C4',
    caution: {
      zh: '仅含按金额计价、基准大于零的工程和采购；节约以控制价或预算为基准',
      en:
        'Only works and procurement priced by amount against a positive base; a saving ' +
        'is measured against the buyer’s own estimate',
    },
  },
  medianDiscountRate: {
    question: {
      zh: '一半的交易下浮率不超过多少？',
      en: 'What discount do half of the trades not exceed?',
    },
    formula: {
      zh: '各宗下浮率的中位数，30 宗以内为精确值，更多时按固定分组估计，相对误差不超过 2%（简报中均为精确值）',
      en:
        'Median of the discount per trade; exact for up to 30 trades, otherwise estimated ' +
        'from fixed bins with a relative error of at most 2% (in briefings always exact)',
    },
    source: '公共资源交易统计口径 C4',
    caution: {
      zh: '仅含按金额计价、基准大于零的工程和采购；节约以控制价或预算为基准',
      en:
        'Only works and procurement priced by amount against a positive base; a saving ' +
        'is measured against the buyer’s own estimate',
    },
  },
  landGain: {
    question: {
      zh: '土地、矿业权和产权交易比起始价增值多少？',
      en: 'How much more than the starting price did land, mining rights and property fetch?',
    },
    formula: {
      zh: 'Σ（成交价－起始价）',
      en: 'Σ(award − starting price)',
    },
    source: '公共资源交易统计口径 C5',
    caution: {
      zh: '土地、矿业权和产权的增值不称为节约',
      en: 'Gains on land, mining rights and property are never called savings',
    },
  },
  premiumRate: {
    question: {
      zh: '增值额占起始价的多大比例？',
      en: 'What share of the starting price do the gains amount to?',
    },
    formula: {
      zh: 'Σ（成交价－起始价）÷ Σ 起始价',
      en: 'Σ(award − starting price) ÷ Σ starting price',
    },
    source: '公共资源交易统计口径 C5',
    caution: {
      zh: '土地、矿业权和产权的增值不称为节约',
      en: 'Gains on land, mining rights and property are never called savings',
    },
  },
  tradeFailureRate: {
    question: {
      zh: '有结果的交易中，有多大比例流标或废标？',
      en: 'Of the trades that ended, what share failed or were annulled?',
    },
    formula: {
      zh: '流标、废标数 ÷（流标、废标＋成交）',
      en: 'Failed or annulled ÷ (failed or annulled + concluded)',
    },
    source: '招标投标法实施条例 art. 44; 公共资源交易统计口径 C7',
  },
  tradesPerWorkingDay: {
    question: {
      zh: '平均每个工作日成交多少宗？',
      en: 'How many trades were concluded per working day?',
    },
    formula: {
      zh: '成交宗数 ÷ 期内自揭牌运行起的全部工作日',
      en: 'Trades concluded ÷ all working days of the period from the opening on',
    },
    source: '公共资源交易统计口径 C11',
  },
  activeTradingDays: {
    question: {
      zh: '有多少天至少成交一宗？',
      en: 'On how many days was at least one trade concluded?',
    },
    formula: {
      zh: '期内至少成交一宗的天数',
      en: 'Days of the period with at least one trade concluded',
    },
    source: '公共资源交易统计口径 C11',
  },
  tradesPerActiveDay: {
    question: {
      zh: '在有交易的日子里，平均每天成交多少宗？',
      en: 'How many trades were concluded per day with at least one trade?',
    },
    formula: {
      zh: '成交宗数 ÷ 有交易的天数',
      en: 'Trades concluded ÷ days with at least one',
    },
    source: '公共资源交易统计口径 C11',
  },
  peakTradesPerDay: {
    question: {
      zh: '最多的一天成交多少宗？',
      en: 'How many trades were concluded on the busiest day?',
    },
    formula: {
      zh: '期内单日成交宗数的最大值',
      en: 'The largest number of trades concluded on one day',
    },
    source: '平和县简报第46期（2012）',
  },
  biddersPerTrade: {
    question: {
      zh: '每宗成交平均有几家投标？',
      en: 'How many bidders did a concluded trade have on average?',
    },
    formula: {
      zh: '投标家数之和 ÷ 家数已知的成交宗数',
      en: 'Number of bidders ÷ trades concluded whose bidders are known',
    },
    source: '公共资源交易统计口径 C8',
  },
  otherCurrencyTrades: {
    question: {
      zh: '有多少宗成交不是以本中心的币种计价（因此不计入任何金额合计）？',
      en:
        'How many trades were concluded in a currency other than the centre’s own, and so ' +
        'are in no sum of money?',
    },
    formula: {
      zh: '成交、按金额计价、币种与中心不同的宗数',
      en: 'Trades concluded and priced by amount whose currency is not the centre’s own',
    },
    source: '公共资源交易统计口径 C1',
  },
  tradeAmountByCurrency: {
    question: {
      zh: '每个币种各成交多少金额？',
      en: 'How much was concluded in each currency?',
    },
    formula: {
      zh: '同一币种按金额成交的成交价之和；不同币种不相加',
      en: 'Sum of awards priced by amount within one currency; currencies are never added',
    },
    source: '公共资源交易统计口径 C1',
  },
}
