import type { Block, BriefingDocument } from '../document.ts'
import type { Given } from './index.ts'
import { dateInWords, References, say } from './words.ts'

function cases(f: References): Block[] {
  return [
    { kind: 'heading', text: '一、办件情况' },
    say`受理办件${f.plain('casesReceived')}，${f.change('casesReceived')}；办结${f.plain('casesCompleted')}，${f.change('casesCompleted')}。按时办结率${f.plain('onTimeRate')}，${f.change('onTimeRate')}；平均用时${f.plain('averageHandlingTime')}，${f.change('averageHandlingTime')}。期末在办${f.plain('openCases')}，其中超期${f.plain('overdueOpenCases')}。`,
    f.table('办件主要指标', ['casesReceived', 'casesAccepted', 'casesCompleted', 'onTimeRate', 'earlyRate', 'instantCaseShare', 'sameDayRate', 'averageHandlingTime', 'medianHandlingTime', 'p90HandlingTime', 'openCases', 'overdueOpenCases']),
  ]
}

function trades(f: References): Block[] {
  return [
    { kind: 'heading', text: '二、公共资源交易' },
    say`完成交易${f.plain('tradesConcluded')}，${f.change('tradesConcluded')}；成交金额${f.plain('tradeAmount')}，${f.change('tradeAmount')}；节约资金${f.plain('savings')}，${f.change('savings')}，节约率（按控制价或预算）${f.plain('savingsRate')}，${f.change('savingsRate')}。土地与产权增值${f.plain('landGain')}，不计入节约。${f.noneOr('tradeIntegrityComplaintRate', { zero: '没有接到廉洁类举报和投诉', before: '廉洁类举报投诉占成交宗数的' })}。`,
    f.table('交易主要指标', ['tradesConcluded', 'tradeAmount', 'savings', 'savingsRate', 'savingsRateOnAward', 'landGain', 'premiumRate', 'tradesPerWorkingDay', 'peakTradesPerDay', 'tradeFailureRate', 'medianBidders', 'exactlyThreeShare', 'medianTradeCycle']),
  ]
}

function people(f: References): Block[] {
  return [
    { kind: 'heading', text: '三、群众评价' },
    say`收到锦旗${f.plain('banners')}、感谢信${f.plain('letters')}，涉及窗口${f.plain('windowsThanked')}；收到投诉${f.plain('complaints')}，${f.change('complaints')}。`,
    { kind: 'heading', text: '四、事项与队伍' },
    say`期末进驻单位${f.plain('unitCount')}、事项${f.plain('itemCount')}，可即办事项占${f.plain('instantItemShare')}，承诺时限为法定时限的${f.plain('commitmentRatio')}；窗口工作人员${f.plain('staffCount')}。`,
  ]
}

/** 月报, 季报, 半年报, 年报 and any other period: the four fields of work, each against the compared period. */
export function regular(given: Given, title: string): BriefingDocument {
  const f = new References(`${given.from}..${given.to}`, given.comparison)
  return {
    masthead: { name: '政务服务简报', issue: given.issue, unit: given.centreName, date: dateInWords(given.date) },
    title,
    subtitle: `（${dateInWords(given.from)}至${dateInWords(given.to)}）`,
    blocks: [...cases(f), ...trades(f), ...people(f)],
    ending: { copyTo: '', distributeTo: '', printed: `${dateInWords(given.date)}印发` },
  }
}
