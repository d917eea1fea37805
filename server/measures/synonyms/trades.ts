import type { procedureMeasures } from '../definitions/procedure.ts'
import type { tradesMeasures } from '../definitions/trades.ts'
import type { Synonyms } from './synonym.ts'

/** Synonyms of the measures in `definitions/trades.ts`. */
export const tradesSynonyms: Partial<Record<keyof typeof tradesMeasures, Synonyms>> = {
  tradesConcluded: {
    zh: [
      '成交、交易、成交数、成交项目、成交项目数、交易宗数、宗数、交易数、交易量、完成交易、成交量、成交标段、交易项目、成交笔数、交易项目数、项目成交、成交宗、交易完成',
    ],
    en: [
      'trades, trade, concluded trades, number of trades, deals, trades concluded, trading volume',
      'tenders, tenders concluded, number of tenders, projects, number of projects',
    ],
    verbs: ['完成、完成了', 'completed, complete, concluded, closed, close'],
  },
  tradeAmount: {
    zh: [
      '成交、交易、成交金额、交易额、交易金额、总成交额、成交总额、交易总额、中标金额、交易量、成交量、总成交金额、成交总金额、交易总金额、中标额、成交价',
    ],
    en: [
      'trade amount, amount, turnover, trade value, value of trades, amount of trades',
      'total amount, trade volume, trading volume, awarded amount, contract value',
    ],
    near: ['花钱、花费、花了多少钱、花的钱', 'spending, money spent, spent'],
  },
  savings: {
    zh: [
      '节约、节约了、节约额、节约金额、节省、节省资金、节约的资金、省、省了、省下、节约政府资金、节约资金额、节省金额、省钱、节约财政资金、节约公共资金、节约了资金',
    ],
    en: ['savings, saved, save, money saved, amount saved, public money saved, saving'],
  },
  savingsBelowBase: {
    zh: ['低于控制价的节约'],
    en: ['saved under the base'],
  },
  overrunAboveBase: {
    zh: ['超出控制价部分、超支、超出控制价的部分、超支部分、超支额'],
    en: ['overrun, overspent, spent above base'],
  },
  savingsRate: {
    zh: ['节约率、资金节约率、节约率按控制价、按控制价的节约率、按预算的节约率、控制价节约率、预算节约率'],
    en: ['savings rate, saving rate, rate of savings, savings rate of the base', 'savings rate by budget'],
  },
  savingsRateOnAward: {
    zh: ['节约率、资金节约率、节约率按成交额、按成交额的节约率、成交额节约率、按成交价的节约率'],
    en: ['savings rate, saving rate, rate of savings, savings rate of award', 'savings rate on the award'],
  },
  meanDiscountRate: {
    zh: ['下浮率、平均下浮、下浮'],
    en: ['discount, average discount, discount rate'],
  },
  medianDiscountRate: {
    zh: ['下浮率、下浮中位数、下浮'],
    en: ['discount, discount rate'],
  },
  landGain: {
    zh: ['增值、增值金额、土地增值、增值了'],
    en: ['gain, gains, land gain, gain on land'],
  },
  premiumRate: {
    zh: ['溢价、土地溢价率、增值率'],
    en: ['premium, land premium'],
  },
  tradeFailureRate: {
    zh: ['流标废标比例、流废标率、流标和废标率、交易失败率'],
    en: ['failure rate, trade failure rate, failed trades rate'],
    near: ['流标率、废标率、流标比例、流标、废标', 'failed trades, fail, failed, failure'],
  },
  tradesPerWorkingDay: {
    zh: [
      '日均成交宗数、每个工作日成交、平均每个工作日成交、每工作日宗数、日均成交、每个工作日平均成交、平均每个工作日完成交易、工作日均宗数、平均每个工作日交易',
    ],
    en: ['trades a working day, trades per workday'],
  },
  activeTradingDays: {
    zh: ['有交易天数、有成交的天数、有交易的日子、交易天数'],
    en: ['days with trades, active trading days, trading days'],
  },
  tradesPerActiveDay: {
    zh: ['每个有交易日宗数、有交易日平均宗数、宗数/有交易日'],
    en: ['trades an active day'],
  },
  peakTradesPerDay: {
    zh: ['单日最多、一天最多成交、一天最多、单日最高宗数、一天最多成交宗数、单日最多成交'],
    en: ['most trades in a day, most trades in one day, peak trades, peak trades per day'],
  },
  biddersPerTrade: {
    zh: [
      '平均投标人数、几家投标、平均几家投标、多少家投标、投标家数、平均投标家、每宗投标家数、平均投标单位数、平均竞标家数',
    ],
    en: [
      'average bidders, mean bidders, bidders, bidders a trade, bidders per trade, bidders per tender',
      'bidders are there per tender, bidders are there per trade, bidders does a tender get',
      'bids per tender, bids per trade, bids a tender, bidders a tender',
    ],
    near: ['投标数', 'bid, bids'],
  },
  otherCurrencyTrades: {
    zh: ['外币成交宗数、外币交易宗数'],
    en: ['foreign currency trades'],
  },
  tradeAmountByCurrency: {
    zh: ['原币成交额、分币种成交额'],
    en: ['amount by currency'],
  },
}

/** Synonyms of the measures in `definitions/procedure.ts`. */
export const procedureSynonyms: Partial<Record<keyof typeof procedureMeasures, Synonyms>> = {
  medianBidders: {
    zh: ['投标家数'],
    en: ['median bidders, bidders'],
  },
  shortDocumentShare: {
    zh: ['发售不足五日比例、文件发售不足5日比例'],
    en: ['short document share'],
  },
  switchedShare: {
    zh: ['转谈判比例、重招转谈判比例'],
    en: ['switched to negotiation'],
  },
  objectionRate: {
    zh: ['异议率、每百宗异议、质疑投诉率、百宗异议质疑投诉'],
    en: ['objection rate, objections per hundred'],
    near: ['异议、质疑', 'objections'],
  },
  objectionUpheldRate: {
    zh: ['异议成立率、投诉成立率、质疑成立率'],
    en: ['objections upheld, upheld rate'],
  },
  expertAttendanceRate: {
    zh: ['专家到场率、专家出席率、评标专家到场率'],
    en: ['expert attendance'],
  },
  disqualifiedBidShare: {
    zh: ['否决率、废标投标率、否决投标比例'],
    en: ['disqualified bids, bids disqualified'],
  },
  tradeCycleDays: {
    zh: ['平均交易周期、交易周期'],
    en: ['trade cycle, mean trade cycle'],
  },
  medianTradeCycle: {
    zh: ['交易周期'],
    en: ['median trade cycle, trade cycle'],
  },
  p90TradeCycle: {
    zh: ['交易周期 P90、交易周期 90 分位'],
    en: ['p90 trade cycle, P90 of working days to contract'],
  },
  tradeBase: {
    zh: ['控制价合计、预算合计、控制价总额、控制价、总控制价'],
    en: ['total base, control price, sum of bases'],
  },
  exactlyThreeShare: {
    zh: ['恰三家比例、只有三家投标的比例、恰好三家率、只有三家投标、只有三家投标的项目、恰好三家投标'],
    en: ['exactly three bidders'],
  },
  singleBidderShare: {
    zh: [
      '单一投标比例、独家投标率、只有一家投标、只有一家投标的项目、仅一家投标、仅有一家投标、一家投标、独家投标、单一投标',
    ],
    en: ['single bidder, single-bid share, only one bidder, with one bidder, one bidder'],
  },
  repeatRoundShare: {
    zh: ['重新招标比例、重招率、重新招标'],
    en: ['repeat rounds, repeated rounds'],
  },
  deepDiscountShare: {
    zh: ['下浮超三成、下浮超过三成的比例、下浮超30%比例'],
    en: ['deep discounts, deep discount'],
  },
  awardsAboveCeiling: {
    zh: [
      '超控制价宗数、超控制价成交、超过控制价成交、超出控制价成交、超控制价、超过控制价、超出控制价、高于控制价',
      '超控制价项目、超过控制价项目、超出控制价项目、高于控制价项目、高于控制价成交、高于控制价成交项目',
      '超控制价成交项目、超过控制价成交项目、超出控制价成交项目',
    ],
    en: ['above the ceiling, awards above ceiling, awards above the ceiling, trades above the ceiling'],
  },
}
