import type { MeasureId } from '#measures'
import type { Block, BriefingDocument } from '../document.ts'
import type { Given } from './index.ts'
import { dateInWords, granularityFor, heading, monthsOf, noteBlocks, References, runningSince, say } from './words.ts'

/** What the tables of a regular issue hold. */
export const tables: Record<'cases' | 'trades' | 'months' | 'units' | 'ledger', MeasureId[]> = {
  cases: ['casesReceived', 'casesAccepted', 'casesCompleted', 'onTimeRate', 'earlyRate', 'instantCaseShare', 'sameDayRate', 'averageHandlingTime', 'medianHandlingTime', 'p90HandlingTime', 'openCases', 'overdueOpenCases'],
  trades: ['tradesConcluded', 'tradeAmount', 'savings', 'savingsRate', 'savingsRateOnAward', 'landGain', 'premiumRate', 'tradesPerWorkingDay', 'peakTradesPerDay', 'tradeFailureRate', 'medianBidders', 'exactlyThreeShare', 'medianTradeCycle'],
  months: ['casesReceived', 'casesCompleted', 'onTimeRate', 'averageHandlingTime', 'tradesConcluded', 'savings'],
  ledger: ['tradesConcluded', 'tradeAmount', 'savings', 'savingsRate'],
  units: ['casesReceived', 'casesCompleted', 'onTimeRate', 'averageHandlingTime'],
}

/** How a regular issue is called, and whether each month has a part of its own. */
export interface RegularForm { title: string, byMonth: boolean }

function cases(f: References, given: Given): Block[] {
  return [
    heading('一、办件情况'),
    say`受理办件${f.plain('casesReceived')}，${f.change('casesReceived')}；办结${f.plain('casesCompleted')}，${f.change('casesCompleted')}。按时办结率${f.plain('onTimeRate')}，${f.change('onTimeRate')}；平均用时${f.plain('averageHandlingTime')}，${f.change('averageHandlingTime')}。期末在办${f.plain('openCases')}，其中超期${f.plain('overdueOpenCases')}。`,
    f.table('办件主要指标', tables.cases),
    f.trend('办结件数走势', 'casesCompleted', granularityFor(given.from, given.to)),
    f.ranking('办结件数居前的窗口', 'casesCompleted', { by: 'window', most: 12 }),
  ]
}

function trades(f: References): Block[] {
  return [
    heading('二、公共资源交易'),
    say`完成交易${f.plain('tradesConcluded')}，${f.change('tradesConcluded')}；成交金额${f.plain('tradeAmount')}，${f.change('tradeAmount')}；节约资金${f.plain('savings')}，${f.change('savings')}，节约率（按控制价或预算）${f.plain('savingsRate')}，${f.change('savingsRate')}。土地与产权增值${f.plain('landGain')}，不计入节约。${f.noneOr('tradeIntegrityComplaintRate', { zero: '没有接到廉洁类举报和投诉', before: '廉洁类举报投诉占成交宗数的' })}。`,
    f.table('交易主要指标', tables.trades),
  ]
}

function people(f: References): Block[] {
  return [
    heading('三、群众评价'),
    say`收到锦旗${f.plain('banners')}、感谢信${f.plain('letters')}，涉及窗口${f.plain('windowsThanked')}；收到投诉${f.plain('complaints')}，${f.change('complaints')}。`,
    heading('四、事项与队伍'),
    say`期末进驻单位${f.plain('unitCount')}、事项${f.plain('itemCount')}，可即办事项占${f.plain('instantItemShare')}，承诺时限为法定时限的${f.plain('commitmentRatio')}；窗口工作人员${f.plain('staffCount')}。`,
  ]
}

const monthName = (month: string): string => `${Number(month.slice(5))}月`

/** One month of a year: its sentences, its tables, its days. */
function oneMonth({ month, from, to }: { month: string, from: string, to: string }, comparison: string): Block[] {
  const f = new References(`${from}..${to}`, comparison)
  return [
    heading(`${month.slice(0, 4)}年${monthName(month)}`, 2),
    say`受理办件${f.plain('casesReceived')}，${f.change('casesReceived')}；办结${f.plain('casesCompleted')}，按时办结率${f.plain('onTimeRate')}，${f.change('onTimeRate')}。完成交易${f.plain('tradesConcluded')}，成交金额${f.plain('tradeAmount')}，节约资金${f.plain('savings')}。收到锦旗${f.plain('banners')}、感谢信${f.plain('letters')}。`,
    f.table(`${monthName(month)}主要指标`, [...tables.cases, ...tables.trades.slice(0, 4)]),
    f.trend(`${monthName(month)}每日办结件数`, 'casesCompleted', 'day'),
    f.ranking(`${monthName(month)}办结件数居前的窗口`, 'casesCompleted', { by: 'window', most: 10 }),
  ]
}

function byMonth(f: References, given: Given): Block[] {
  return [
    heading('五、逐月情况'),
    f.grid('各月主要指标', tables.months, { granularity: 'month' }),
    ...monthsOf(runningSince(given), given.to).flatMap(month => oneMonth(month, given.comparison)),
    heading('六、各单位办件'),
    f.grid('各单位办件指标', tables.units, { by: 'unit' }),
    heading('七、各窗口办件'),
    f.grid('各窗口办件指标', tables.units, { by: 'window' }),
    heading('八、各事项办件'),
    f.grid('各事项办件指标', tables.units, { by: 'item' }),
    heading('九、交易分类'),
    f.grid('按交易类别', tables.ledger, { by: 'category' }),
    f.grid('按交易方式', tables.ledger, { by: 'method' }),
    f.grid('按采购（招标）人', tables.ledger, { by: 'buyer' }),
  ]
}

/** 月报, 季报, 半年报, 年报 and any other period: the four fields of work, each against the compared period; a year month by month as well. */
export function regular(given: Given, form: RegularForm): BriefingDocument {
  const f = new References(`${given.from}..${given.to}`, given.comparison)
  return {
    language: 'zh',
    masthead: { name: '政务服务简报', issue: given.issue, unit: given.centreName, date: dateInWords(given.date) },
    title: form.title,
    subtitle: `（${dateInWords(given.from)}至${dateInWords(given.to)}）`,
    blocks: [...cases(f, given), ...trades(f), ...people(f), ...form.byMonth ? byMonth(f, given) : [], ...noteBlocks('备注', given.notes, dateInWords)],
    ending: { copyTo: '', distributeTo: '', printed: `${dateInWords(given.date)}印发` },
  }
}
