import type { Block } from '../document.ts'
import type { Writing } from './writing.ts'
import { tables } from './tables.ts'
import { heading, monthsOf, References, runningSince, say } from './words.ts'

interface Month {
  month: string
  from: string
  to: string
}

const monthName = ({ month, from, to }: Month): string => {
  const name = `${Number(month.slice(5))}月`
  const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate()
  if (!from.endsWith('-01')) return `${name}（${Number(from.slice(8))}日起）`
  return Number(to.slice(8)) < last ? `${name}（截至${Number(to.slice(8))}日）` : name
}

/** One month of an annual report: its sentences, figures and windows. */
function oneMonth(month: Month, comparison: string): Block[] {
  const f = new References(`${month.from}..${month.to}`, comparison)
  const name = monthName(month)
  return [
    heading(`${month.month.slice(0, 4)}年${name}`, 2),
    say(
      f.clause('casesAccepted', { before: `${name}受理` }),
      f.change('casesAccepted', { before: '，' }),
      '；',
      f.clause('casesCompleted', { before: '办结' }),
      f.clause('onTimeRate', { before: '，按时办结率' }),
      '。',
      f.clause('tradesConcluded', { before: '完成交易', zero: '无交易项目成交' }),
      f.clause('tradeAmount', { before: '，成交金额', zero: '' }),
      f.clause('savings', { before: '，节约资金', zero: '', below: { before: '，', after: '' } }),
      '。',
      f.clause('banners', { before: '收到锦旗', zero: '' }),
      f.clause('letters', { before: '，收到感谢信', zero: '' }),
      '。',
    ),
    f.ranking(`${name}受理件数居前的窗口`, 'casesAccepted', { by: 'window', most: 10 }),
  ]
}

/** The monthly part of an annual report, and its tables by unit, window, item and kind of trade. */
export function monthByMonth({ f, given }: Writing): Block[] {
  return [
    heading('七、逐月情况'),
    f.grid('各月主要指标', tables.months, { granularity: 'month' }),
    ...monthsOf(runningSince(given), given.to).flatMap(month => oneMonth(month, given.comparison)),
    heading('八、各单位办件'),
    f.grid('各单位办件指标', tables.units, { by: 'unit' }),
    heading('九、各窗口办件'),
    f.grid('各窗口办件指标', tables.units, { by: 'window' }),
    heading('十、各事项办件'),
    f.grid('各事项办件指标', tables.units, { by: 'item' }),
    heading('十一、交易分类'),
    f.grid('按交易方式', tables.ledger, { by: 'method' }),
    f.grid('按采购（招标）人', tables.ledger, { by: 'buyer' }),
  ]
}
