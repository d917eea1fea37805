import type { Figure } from '#measures'
import type { Point } from '../../client/charts/points.ts'
import { describe, expect, it } from 'vitest'
import { measures } from '#measures'
import { pointTexts, stepOf } from '../../client/charts/chartWalk.ts'
import { dumbbell } from '../../client/charts/dumbbell.ts'
import { funnel } from '../../client/charts/funnel.ts'
import { smallMultiples } from '../../client/charts/smallMultiples.ts'
import { themeFrom } from '../../client/charts/theme.ts'
import { trend } from '../../client/charts/trend.ts'
import { variation } from '../../client/charts/variation.ts'
import { waterfall } from '../../client/charts/waterfall.ts'
import { chinese } from '../support/printing.ts'

const theme = themeFrom(token => ` ${token} `)
const figure = (value: number | null): Figure => ({ value, numerator: value, n: null, coverage: null })
const points = (values: readonly (number | null)[]): Point[] =>
  values.map((value, index) => ({
    label: `${index + 1}月`,
    from: `2012-0${index + 1}-01`,
    to: `2012-0${index + 1}-28`,
    figure: figure(value),
  }))

const months = trend(
  {
    measure: measures.casesCompleted,
    current: points([5, null, 7]),
    earlier: points([4]),
    printing: chinese,
    words: { current: '本期', earlier: '上期 <i>' },
  },
  theme,
)
const dots = funnel(
  {
    measure: measures.onTimeRate,
    members: [
      { code: 'A', name: 'A窗口', n: 1200, value: 0.91, verdict: 'worse' },
      { code: 'B', name: 'B窗口', n: 80, value: 0.99, verdict: 'usual' },
    ],
    theta: 0.95,
    tau2: 0,
    printing: chinese,
    words: {
      hall: '全厅',
      n: '件数',
      verdict: { usual: '在正常范围', better: '好于全厅', worse: '差于全厅' },
    },
  },
  theme,
)

describe('a chart that is read aloud', () => {
  it('says both periods of a trend, a gap as a gap, and no markup', () => {
    expect(pointTexts(months)).toEqual([
      '本期 2012-01-01 – 2012-01-28，5 件，上期 <i> 2012-01-01 – 2012-01-28，4 件',
      '本期 2012-02-01 – 2012-02-28，—',
      '本期 2012-03-01 – 2012-03-28，7 件',
    ])
  })

  it('says name, share, size and verdict of the dots of a funnel, and nothing of its limits', () => {
    expect(pointTexts(dots)).toEqual([
      'A窗口，91.0%，n = 1,200，差于全厅',
      'B窗口，99.0%，n = 80，在正常范围',
    ])
  })

  it('says the steps of a waterfall', () => {
    const steps = [
      { kind: 'total' as const, name: '上期', code: '', from: 10, to: 10, text: '10 件' },
      { kind: 'member' as const, name: 'A窗口', code: 'A', from: 10, to: 7, text: '−3 件' },
    ]
    expect(
      pointTexts(waterfall({ measure: measures.casesCompleted, steps, printing: chinese }, theme)),
    ).toEqual(['上期，10 件', 'A窗口，−3 件'])
  })

  it('says the three limits of an item', () => {
    const items = [{ code: 'I', name: '补证', statutory: 20, committed: 7, actual: 2.5, n: 31 }]
    const words = { statutory: '法定', committed: '承诺', actual: '实际' }
    expect(pointTexts(dumbbell({ items, printing: chinese, words }, theme))).toEqual([
      '补证，法定 20 个工作日，承诺 7 个工作日，实际 2.50 个工作日，n = 31',
    ])
  })

  it('says all windows side by side at each point of time', () => {
    const multiples = [
      { code: 'A', name: 'A', value: '', points: points([598, 20]) },
      { code: 'B', name: 'B', value: '', points: points([3, 4]) },
    ]
    const option = smallMultiples(
      { measure: measures.casesCompleted, multiples, hall: [], columns: 2, printing: chinese },
      theme,
    )
    expect(pointTexts(option)).toEqual(['1月，A 598 件，B 3 件', '2月，A 20 件，B 4 件'])
  })

  it('says what is usual, and what is not', () => {
    const values = [...Array.from({ length: 8 }, () => 90), 20]
    const option = variation(
      {
        measure: measures.casesCompleted,
        points: points(values),
        limits: values.map(() => ({ mean: 85, low: 60, high: 110 })),
        signals: [{ at: 8, rule: 'outside', side: 'low' }],
        printing: chinese,
        words: { mean: '平均', high: '上限', low: '下限', range: '通常' },
      },
      theme,
    )
    const texts = pointTexts(option)
    expect(texts).toHaveLength(9)
    expect(texts.at(-1)).toContain('20 件')
    expect(texts.at(-1)).toContain('低于正常波动的下限')
    expect(texts.at(0)).not.toContain('低于')
  })
})

describe('keys on a chart', () => {
  it('lead to the next, the previous, the first and the last point, and stay within', () => {
    const walked = [
      'ArrowRight',
      'ArrowRight',
      'ArrowDown',
      'ArrowRight',
      'ArrowLeft',
      'Home',
      'ArrowUp',
      'End',
    ]
    let at = -1
    const places = walked.map(key => (at = stepOf(months, key, at)!.at))
    expect(places).toEqual([0, 1, 2, 2, 1, 0, 0, 2])
    expect(stepOf(months, 'ArrowRight', 0)).toMatchObject({
      text: '本期 2012-02-01 – 2012-02-28，—',
      action: { type: 'showTip', dataIndex: 1 },
    })
  })

  it('pick a point as a click does, and hide its words', () => {
    expect(stepOf(dots, 'Enter', 1)).toMatchObject({ at: 1, pick: 'B' })
    expect(stepOf(months, 'Enter', 2)?.pick).toBe('3月')
    expect(stepOf(months, 'Enter', -1)).toBeNull()
    expect(stepOf(months, 'Escape', 2)).toEqual({ at: -1, text: '', action: { type: 'hideTip' } })
    expect(stepOf(months, 'Escape', -1)).toBeNull()
  })

  it('do nothing else, and nothing on a chart without words', () => {
    expect(stepOf(months, 'a', 0)).toBeNull()
    expect(stepOf(months, 'Tab', 0)).toBeNull()
    expect(stepOf({ series: [] }, 'ArrowRight', -1)).toBeNull()
  })
})
