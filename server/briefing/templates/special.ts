import type { Block, BriefingDocument } from '../document.ts'
import type { Given } from './index.ts'
import { proseMonths } from '#measures'
import { dateInWords, heading, monthsBetween, References, say } from './words.ts'

function running({ openedOn, to }: Given): string {
  const { months, days } = monthsBetween(openedOn ?? to, to)
  return openedOn === null || openedOn > to ? '' : `自${dateInWords(openedOn)}揭牌投入运行以来的${proseMonths(months, days)}里，`
}

function hall(f: References, given: Given): Block[] {
  const { speedup, openedOn, from } = given
  return [
    heading('一、进驻与队伍'),
    say`${running(given)}中心进驻单位${f.about('unitCount')}，进驻事项${f.plain('itemCount')}，窗口工作人员${f.plain('staffCount')}，管理人员${f.plain('managerCount')}；制定日常管理制度${f.plain('hallRules')}、交易管理制度${f.plain('tradingRules')}。`,
    heading('二、提速提效'),
    say`承诺时限压缩为法定时限的${f.on('commitmentRatio', openedOn !== null && openedOn >= from ? openedOn : from)}，此后再次压缩，期末为法定时限的${f.plain('commitmentRatio')}。进驻事项中有${f.whole('instantItemShare')}的事项可实现即办件（${f.plain('instantCapableItems')}）。`,
    say`已办结${f.about('casesCompleted')}，其中按时办结率${f.plain('onTimeRate')}，平均用时${f.plain('averageHandlingTime')}。`,
    ...speedup ? [say`${speedup.item}（${speedup.caseNumber}）走绿色通道，原本法定${String(speedup.statutory)}个工作日的审批事项，最终${String(speedup.worked)}个工作日办结。`] : [],
  ]
}

function trading(f: References, { claims, to, from }: Given): Block[] {
  return [
    heading('三、公共资源交易'),
    say`运行以来，已完成交易${f.plain('tradesConcluded')}，总成交金额${f.about('tradeAmount')}，节约政府资金${f.about('savings')}，${f.noneOr('tradeIntegrityComplaintRate', { zero: '没有接到群众反映违反廉洁自律等方面的举报和投诉', before: '廉洁类举报投诉占成交宗数的' })}。`,
    say`节约率按控制价或预算计为${f.plain('savingsRate')}，按成交价计为${f.plain('savingsRateOnAward')}；仅含按金额计价的工程与采购，土地与产权增值不计入节约。`,
    say`平均每个工作日完成交易${f.plain('tradesPerWorkingDay')}，有交易的日子平均${f.plain('tradesPerActiveDay')}，最多时一天完成${f.plain('peakTradesPerDay')}交易。`,
    ...claims.map((claim): Block => ({ kind: 'claim', sentence: claim.sentence, source: claim.source, stated: claim.value, figure: { measure: claim.measure, period: `${from}..${to}`, comparison: 'none', shows: 'value', form: 'plain' } })),
  ]
}

/** 专刊: what a hall has done since it opened, in the order and the words of the field. */
export function special(given: Given): BriefingDocument {
  const f = new References(`${given.from}..${given.to}`, 'none')
  return {
    language: 'zh',
    masthead: { name: '政务服务简报', issue: given.issue, unit: given.centreName, date: dateInWords(given.date) },
    title: '负重拼搏创新　打造亮丽窗口',
    subtitle: `——${given.centreName}运行情况`,
    blocks: [
      ...hall(f, given),
      ...trading(f, given),
      heading('四、群众评价'),
      say`运行至今，已有${f.plain('windowsThanked')}窗口收到群众自发送来锦旗${f.plain('banners')}、感谢信${f.plain('letters')}。`,
      f.trend('每月办结件数', 'casesCompleted', 'month'),
      f.table('主要指标', ['casesReceived', 'casesCompleted', 'onTimeRate', 'instantCaseShare', 'averageHandlingTime', 'tradesConcluded', 'tradeAmount', 'savings', 'savingsRate', 'tradeFailureRate', 'banners', 'letters', 'complaints']),
    ],
    ending: { copyTo: '', distributeTo: '', printed: `${dateInWords(given.date)}印发` },
  }
}
