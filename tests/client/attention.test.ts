import type { Answer } from '#measures'
import type { Outputs } from '../../client/data/trpc.ts'
import { describe, expect, it } from 'vitest'
import { figureOf, measures, partKey, partsOf } from '#measures'
import { lateReplyItem, reportsItem, reviewItem } from '../../client/overview/attention/followItems.ts'
import { goalItems } from '../../client/overview/attention/goalItems.ts'
import { ceilingItem, otherSignals } from '../../client/overview/attention/tradeItems.ts'
import { isOver, ofNow } from '../../client/overview/attention/useSources.ts'
import { i18n } from '../../client/words/index.ts'

const say = { t: i18n.global.t as never, language: 'zh', currency: 'CNY' } as const

type Open = Outputs['standards']['badReviews']['open'][number]
type Standing = Outputs['reporting']['standing']['standings'][number]

const review = (code: string, due: string, overdue: boolean): Open => ({
  code,
  given: '2026-05-27',
  window: { zh: `${code}窗口`, en: code },
  summary: '',
  step: 'callBack',
  due,
  overdue,
  passed: 20,
  late: overdue ? 17 : 0,
  left: 0,
  inDays: 0,
})
const reviews = (open: Open[]): Outputs['standards']['badReviews'] => {
  const none = { inTime: 0, late: 0, open: 0, overdue: 0 }
  return {
    total: open.length,
    read: open.length,
    lateReplies: null,
    counts: { reply: none, callBack: none, rectify: none },
    open,
    deadlines: { reply: 1, callBack: 3, rectify: 15 },
    deadlinesFrom: null,
  }
}

/** A daily report that two windows hand in; the states are those of the first one. */
function standing(states: readonly ('inTime' | 'missing')[], owed: string[]): Standing {
  const reports = states.map(state => ({ state, cameOn: null, resent: false, waiting: false }))
  const reporter = { code: 'A', zh: '甲窗口', en: 'A' }
  return {
    duty: { target: 'dailyReports', by: 'window', rhythm: 'daily', within: 1 },
    names: { zh: '日报', en: 'Daily reports' },
    periods: [],
    reporters: [{ ...reporter, reports }],
    unreported: owed.map(day => ({ ...reporter, day })),
    due: null,
  }
}
const asked = (standings: Standing[]): Outputs['reporting']['standing'] => ({
  duties: [],
  targets: [],
  setBy: null,
  setFrom: null,
  setAt: null,
  standings,
})

describe('what needs action', () => {
  it('is not that of now where the page shows days that are over', () => {
    const until = (to: string, dataUntil: string | null) =>
      isOver({ current: { to }, dataUntil } as unknown as Answer)
    expect(until('2012-12-31', '2026-11-30')).toBe(true)
    expect(until('2026-11-30', '2026-11-30')).toBe(false)
    expect(until('2026-11-30', null)).toBe(false)
    expect(isOver(null)).toBe(false)
    expect([...ofNow]).toEqual(['due', 'late', 'reports'])
    const { t } = i18n.global
    expect(t('attention.calmNowPast', { first: '交易台账有信号待核查' })).toBe(
      '该时段没有紧急事项；交易台账有信号待核查',
    )
  })

  it('names the bad reviews that wait past their deadline, with owner, next step and evidence', () => {
    const [item] = reviewItem(
      reviews([
        review('甲', '2026-06-01', true),
        review('乙', '2026-06-18', true),
        review('丙', '2026-12-14', false),
      ]),
      say,
    )
    expect(item).toMatchObject({
      amount: '2',
      title: '2 件差评超期未办',
      detail: '超期最久的：甲窗口，5月27日收到，应于6月1日前回访。',
      owner: '甲窗口、乙窗口',
      urgent: true,
      to: { name: 'feedback', hash: '#follow-ups' },
    })
    expect(reviewItem(reviews([review('丙', '2026-12-14', false)]), say)).toEqual([])
  })

  it('names the reports by hand that have not come in any of the shown periods', () => {
    const [item] = reportsItem(asked([standing(['inTime', 'missing', 'inTime'], ['2026-11-24'])]), say)
    expect(item).toMatchObject({
      amount: '1',
      detail: '甲窗口11月24日日报',
      owner: '甲窗口',
      to: { name: 'reports' },
    })
  })

  it('names bad reviews that were mostly answered late, and leads to their follow-up', () => {
    const [item] = lateReplyItem({ ...reviews([]), read: 31, lateReplies: { late: 22, of: 31 } }, say)
    expect(item).toMatchObject({
      amount: '22',
      detail: '应答复 31 件，其中 22 件超过 1 个工作日。',
      subject: '31 件差评中，',
      fault: '22 件答复超期',
      to: { name: 'feedback', hash: '#follow-ups' },
    })
    expect(lateReplyItem(reviews([]), say)).toEqual([])
  })

  it('leads from several prices above their ceilings to all of them, from one to its trade', () => {
    const finding = (code: string, value: number) => ({
      trades: [code],
      subject: code,
      value,
      currency: 'CNY',
      note: null,
    })
    const signals = (id: string, codes: readonly string[]) =>
      ({
        id,
        names: { zh: id, en: id },
        findings: codes.map((code, index) => finding(code, 100 * (index + 1))),
      }) as never
    const four = {
      signals: [signals('aboveCeiling', ['A', 'B', 'C', 'D']), signals('split', ['A'])],
    } as never
    expect(ceilingItem(four, say)[0]).toMatchObject({
      title: '4 宗价格高于控制价',
      to: { name: 'trading', query: { signal: 'aboveCeiling' }, hash: '#signals' },
    })
    expect(ceilingItem({ signals: [signals('aboveCeiling', ['A'])] } as never, say)[0]?.to).toEqual({
      name: 'trade',
      params: { code: 'A' },
    })
    // Those told apart are counted in the sum, so that it is the number of the trading page.
    expect(otherSignals(four, say)[0]).toMatchObject({
      amount: '1',
      detail: 'split。本期共 2 项，其中已单独列出 1 项；晨间通知只核对近 30 天。',
    })
  })

  it('leads from a missed share of cases to the windows by it, and from a sum to what it counts', () => {
    const overall = (id: 'instantCaseShare' | 'tradesConcluded', values: readonly number[]) =>
      Object.fromEntries(partsOf(measures[id]).map((part, index) => [partKey(part), values[index] ?? 0]))
    const answer = {
      question: { period: 'yearToDate', filters: [] },
      current: {
        from: '2026-01-01',
        to: '2026-11-30',
        overall: { ...overall('instantCaseShare', [748, 1000, 1000]), ...overall('tradesConcluded', [223]) },
      },
      dataUntil: '2026-11-30',
    } as never as Parameters<typeof goalItems>[1][number]
    const goal = (measure: string, value: number) => ({
      measure,
      value,
      unit: null,
      window: null,
      from: '2026-01-01',
      to: '2026-12-31',
    })
    const items = goalItems([goal('instantCaseShare', 0.8), goal('tradesConcluded', 250)], [answer], say)
    expect(figureOf(measures.tradesConcluded, answer!.current.overall).value).toBe(223)
    // A sum of trades leads to the progress of its goal.
    expect(items.map(item => item.to)).toEqual([
      { name: 'windows', query: { rank: 'instantCaseShare' } },
      { name: 'trading', hash: '#pace' },
    ])
    expect(items[1]).toMatchObject({ measure: 'tradesConcluded' })
    expect(items[1]?.detail).toContain('已有 223 宗')
  })

  it('owes nothing where nobody reports by hand', () => {
    expect(reportsItem(asked([standing(['missing', 'missing'], ['2026-11-24', '2026-11-23'])]), say)).toEqual(
      [],
    )
  })
})
