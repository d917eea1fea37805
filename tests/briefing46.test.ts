import type { MeasureId, QuestionInput } from '#measures'
import { describe, expect, it } from 'vitest'
import { figureOf, measureNamed, upperBoundOfNone, valueOf } from '#measures'
import { claimsOf } from '../server/centres/claims.ts'
import { leaderScope } from '../server/measures/scope.ts'
import { ask } from '../server/query/ask.ts'
import { askRows } from '../server/query/rows.ts'
import { useDatabase } from './support/database.ts'

// The figures of 《平和县作风建设年活动简报》第46期, out of the demo county's records and nothing else.
const database = useDatabase('launch')
const now = new Date('2013-06-30T00:00:00Z')
const launch = '2012-08-08..2012-12-31'
const context = () => ({ database: database(), scope: leaderScope, now })

async function figure(id: MeasureId, more: Partial<QuestionInput> = {}) {
  const answer = await ask({ measures: [id], centres: ['pinghe'], period: launch, ...more }, context())
  return figureOf(measureNamed(id), answer.current.overall)
}
const value = async (id: MeasureId, more: Partial<QuestionInput> = {}): Promise<number> =>
  (await figure(id, more)).value ?? Number.NaN
const yuan = 100

describe('exact figures', () => {
  it.each([
    ['itemCount', 382, '进驻中心的事项有382项'],
    ['instantCapableItems', 317, '382项进驻事项中有83%的事项可实现即办件'],
    ['unitCount', 43, '40多个单位'],
    ['staffCount', 110, '110名工作人员'],
    ['managerCount', 8, '区区8个人'],
    ['hallRules', 19, '19项日常管理制度'],
    ['tradingRules', 17, '17项规范的制度'],
    ['tradesConcluded', 104, '已完成交易104宗'],
    ['peakTradesPerDay', 4, '最多时一天要完成4宗交易'],
    ['banners', 10, '锦旗10面'],
    ['letters', 4, '感谢信4封'],
    ['windowsThanked', 7, '7个窗口'],
    ['complaints', 0, '没有接到举报和投诉'],
    // On the first open day of each week: 13 August to 31 December are 21 Mondays, less the week of
    // the National Day holiday.
    ['weeklyMeetings', 20, '每周一次的例会'],
  ] as [MeasureId, number, string][])('%s is %i: %s', async (id, expected) =>
    expect(await value(id)).toBe(expected),
  )
})

describe('systems that the text names without a number', () => {
  const split = async (id: MeasureId, by: string) => {
    const answer = await ask(
      { measures: [id], centres: ['pinghe'], period: launch, groupBy: [by] },
      context(),
    )
    return answer.current.totals.filter(cell => (valueOf(measureNamed(id), cell.parts) ?? 0) > 0).length
  }

  it('six featured services, each of them given', async () => {
    const answer = await ask(
      { measures: ['featuredServices'], centres: ['pinghe'], period: launch, groupBy: ['serviceKind'] },
      context(),
    )
    const six = answer.current.totals.filter(
      cell => (valueOf(measureNamed('featuredServices'), cell.parts) ?? 0) > 0,
    )
    expect(six).toHaveLength(6)
  })

  it('township people who learn at windows, visits, attendance, checks and exams', async () => {
    expect(await value('townshipTrainees')).toBeGreaterThan(0)
    expect(await split('townshipOutings', 'township')).toBeGreaterThan(1)
    for (const id of ['attendanceRate', 'postCoverage', 'examPassRate'] as const) {
      expect(await value(id), id).toBeGreaterThan(0.8)
      expect(await value(id), id).toBeLessThan(1)
    }
  })
})

describe('approximate figures, within the bounds of their words', () => {
  it('3万多件: 30,000 to 40,000 cases completed', async () => {
    const completed = await value('casesCompleted')
    expect(completed).toBeGreaterThan(30_000)
    expect(completed).toBeLessThan(40_000)
  })

  it('3.5亿余元: between 3.5 and 3.6 亿', async () => {
    const amount = await value('tradeAmount')
    expect(amount).toBeGreaterThan(350_000_000 * yuan)
    expect(amount).toBeLessThan(360_000_000 * yuan)
  })

  it('3600余万元: between 3600 and 3700 万, from all 104 trades', async () => {
    const saved = await figure('savings')
    expect(saved.value).toBeGreaterThan(36_000_000 * yuan)
    expect(saved.value).toBeLessThan(37_000_000 * yuan)
    expect(saved.coverage).toEqual({ covered: 104, of: 104 })
  })

  it('savings are 9.1–9.6 % of the base and 10.0–10.6 % of the award, each under its own name', async () => {
    const [ofBase, ofAward] = [await value('savingsRate'), await value('savingsRateOnAward')]
    expect(ofBase).toBeGreaterThanOrEqual(0.091)
    expect(ofBase).toBeLessThanOrEqual(0.096)
    expect(ofAward).toBeGreaterThanOrEqual(0.1)
    expect(ofAward).toBeLessThanOrEqual(0.106)
  })

  it('83 % of items can be instant: 317 of 382', async () => {
    const share = await figure('instantItemShare')
    expect([share.numerator, share.n]).toEqual([317, 382])
    expect(Math.round((share.value ?? 0) * 100)).toBe(83)
  })

  it('承诺时限压缩为法定时限60%: exactly on the opening day, and lower after the further cuts', async () => {
    expect(await value('commitmentRatio', { period: '2012-08-08' })).toBe(0.6)
    expect(await value('commitmentCompression', { period: '2012-08-08' })).toBeCloseTo(0.4, 12)
    expect(await value('commitmentRatio', { period: '2012-12-31' })).toBeLessThan(0.6)
  })

  it('40多个单位', async () => {
    expect(await value('unitCount')).toBeGreaterThan(40)
    expect(await value('unitCount')).toBeLessThan(50)
  })
})

describe('what arithmetic says of the claims', () => {
  it('平均每个工作日2宗 cannot be: 104 over 100 working days is 1.04; on days with trading it is more', async () => {
    const perDay = await figure('tradesPerWorkingDay')
    expect([perDay.numerator, perDay.n, perDay.value]).toEqual([104, 100, 1.04])
    const active = await figure('tradesPerActiveDay')
    expect(active.value).toBeGreaterThan(1.3)
    expect(active.value).toBeLessThan(2)
    const claims = await claimsOf(database(), { centre: 'pinghe', from: '2012-08-08', to: '2012-12-31' })
    expect(claims.find(claim => claim.measure === 'tradesPerWorkingDay')).toMatchObject({
      value: 2,
      zh: '平均每个工作日完成2宗交易',
    })
  })

  it('没有接到举报和投诉: 0 of 104, whose 95 % upper bound is 2.8 %', async () => {
    const rate = await figure('tradeIntegrityComplaintRate')
    expect([rate.numerator, rate.n]).toEqual([0, 104])
    expect((upperBoundOfNone(rate.n ?? 0) ?? 0) * 100).toBeCloseTo(2.8, 1)
  })

  it('10 banners and 4 letters over 3万多件 are at most 4.7 per 万件', async () => {
    const thanks = (await value('banners')) + (await value('letters'))
    expect((thanks / (await value('casesCompleted'))) * 10_000).toBeLessThan(4.7)
  })
})

describe('the 30 → 1.5-day mortgage', () => {
  it("is found by drilling down from the green channel's item: 30 days by law, 1.5 in fact", async () => {
    const rows = await askRows(
      {
        measure: 'actualSpeedup',
        centres: ['pinghe'],
        period: launch,
        filters: [{ dimension: 'item', in: ['PH-FG-01'] }],
        orderBy: 'greenChannel',
        descending: true,
      },
      context(),
    )
    const at = (column: string) => rows.columns.findIndex(one => one.key === column)
    const row = rows.rows.find(row => row[at('workedMilliDays')] === 1500 && row[at('greenChannel')] === true)
    expect(row?.[at('statutoryMilliDays')]).toBe(30_000)
    expect(row?.[at('itemId')]).toMatchObject({ zh: '房产抵押登记办理' })
    expect(row?.[at('committedVerdict')]).toMatchObject({ zh: '提前' })
  })
})

describe('whole and parts', () => {
  it('windows, months and items add up to the hall', async () => {
    const whole = await value('casesCompleted')
    for (const groupBy of ['window', 'unit', 'item', 'channel', 'itemType']) {
      const answer = await ask(
        {
          measures: ['casesCompleted', 'onTimeRate'],
          centres: ['pinghe'],
          period: launch,
          granularity: 'month',
          groupBy: [groupBy],
        },
        context(),
      )
      const sum = answer.current.cells.reduce(
        (total, cell) => total + (valueOf(measureNamed('casesCompleted'), cell.parts) ?? 0),
        0,
      )
      expect(sum, groupBy).toBe(whole)
      expect(figureOf(measureNamed('onTimeRate'), answer.current.overall).n).toBe(whole)
    }
  })

  it('names of individuals are not among the rows that a leader sees', async () => {
    const rows = await askRows({ measure: 'staffCount', centres: ['pinghe'], period: launch }, context())
    expect(rows.total).toBe(110)
    expect(rows.columns.map(column => column.key)).not.toContain('name')
  })
})
