import type { Parts } from '#measures'
import { describe, expect, it } from 'vitest'
import { measures } from '#measures'
import { sharedRange, smallMultiples } from '../../client/charts/smallMultiples.ts'
import { trend } from '../../client/charts/trend.ts'
import { variation } from '../../client/charts/variation.ts'
import { wholeBuckets } from '../../client/windows/compare/wholeBuckets.ts'
import { heatOf } from '../../client/windows/heat.ts'
import { answer, cell, keyOf, late, side, theme } from '../support/answerParts.ts'
import { chinese } from '../support/printing.ts'

describe('usual variation', () => {
  const point = (from: string, to: string, value: number | null) => ({
    label: from,
    from,
    to,
    figure: { value, numerator: value, n: value, coverage: null },
  })

  it('looks at whole weeks and months that lie within the data alone', () => {
    const points = [
      point('2012-08-08', '2012-08-12', 1),
      point('2012-08-13', '2012-08-19', 2),
      point('2012-09-01', '2012-09-30', 3),
      point('2012-10-01', '2012-10-31', null),
      point('2012-11-01', '2012-11-30', 4),
    ]
    const of = (missing: { from: string; to: string }[]) => {
      const about = { from: '2012-08-08', to: '2012-11-20', until: null, since: null, openDays: null }
      const cases = {
        ...about,
        known: missing.length > 0 ? ('partly' as const) : ('known' as const),
        missing,
      }
      const current = { ...side([], {}), coverage: { cases } }
      const found = answer(current, { dataUntil: '2012-11-20' })
      const { points: kept, leftOut } = wholeBuckets(points, found, measures.casesReceived)
      return [kept, leftOut].map(all => all.map(one => one.figure.value))
    }
    expect(of([])).toEqual([[2, 3], []])
    // A month of which two days alone are known, and one in which a unit did not report.
    expect(of([{ from: '2012-09-01', to: '2012-09-28' }])).toEqual([[2], [3]])
    expect(of([{ from: '2012-08-15', to: '2012-08-16' }])).toEqual([[3], [2]])
  })

  it('marks a signal by colour and shape: concern or good news', () => {
    const points = Array.from({ length: 13 }, (_, at) =>
      point(`2012-${at}`, `2012-${at}`, at === 12 ? 0.2 : 0.9 + (at % 2) / 100),
    )
    const option = variation(
      {
        measure: late,
        points,
        limits: points.map(() => ({ mean: 0.85, low: 0.6, high: 1.1 })),
        signals: [{ at: 12, rule: 'outside', side: 'low' }],
        printing: chinese,
        words: { mean: '', high: '', low: '', range: '通常' },
      },
      theme,
    )
    const all = option.series as unknown as {
      id: string
      data: { symbol: string; itemStyle: { color: string } }[]
    }[]
    const series = all.find(({ id }) => id === 'points')
    expect([series!.data[0]!.symbol, series!.data[12]!.symbol, series!.data[12]!.itemStyle.color]).toEqual([
      'circle',
      'diamond',
      '--accent',
    ])
    // A share has no limit above 100 %.
    const edges = ['low', 'high'].map(name => Number(all.find(({ id }) => id === name)!.data[0]))
    expect([edges[0], edges[0]! + edges[1]!]).toEqual([0.6, 1])
    const { formatter } = option.tooltip as { formatter: (params: unknown) => string }
    expect(formatter([{ dataIndex: 12 }])).toContain('低于正常波动的下限')
  })
})

it('windows side by side have one scale, and each its own place', () => {
  const points = (values: number[]) =>
    values.map((value, at) => ({
      label: `${at}`,
      from: '',
      to: '',
      figure: { value, numerator: value, n: null, coverage: null },
    }))
  const multiples = [
    { code: 'A', name: 'A', value: '618 件', points: points([598, 20]) },
    { code: 'B', name: 'B', value: '7 件', points: points([3, 4]) },
  ]
  expect(sharedRange({ measure: measures.casesCompleted, multiples, hall: [] })).toEqual({ min: 0, max: 600 })
  const option = smallMultiples(
    { measure: measures.casesCompleted, multiples, hall: [], columns: 2, printing: chinese },
    theme,
  )
  const axes = option.yAxis as { min: number; max: number }[]
  expect(new Set(axes.map(axis => `${axis.min} ${axis.max}`)).size).toBe(1)
  // Each line says its value: of the period beside the name, of the last point at its end.
  expect((option.yAxis as { name: string }[]).map(axis => axis.name)).toEqual([
    'A  {value|618 件}',
    'B  {value|7 件}',
  ])
  const [first] = option.series as { label: { formatter: (at: { dataIndex: number }) => string } }[]
  expect([0, 1].map(dataIndex => first?.label.formatter({ dataIndex }))).toEqual(['', '20 件'])
  expect(
    (option.series as { id: string; yAxisIndex: number }[]).map(series => [series.id, series.yAxisIndex]),
  ).toEqual([
    ['member-A', 0],
    ['member-B', 1],
  ])
})

it('a note is pinned to its point and said in the tooltip', () => {
  const points = [1, 2].map(value => ({
    label: '',
    from: '2012-09',
    to: '2012-09',
    figure: { value, numerator: value, n: null, coverage: null },
  }))
  const option = trend(
    {
      measure: measures.casesCompleted,
      current: points,
      earlier: [],
      notes: [[], ['<调休>']],
      printing: chinese,
      words: { current: '', earlier: '' },
    },
    theme,
  )
  interface Pins {
    id: string
    data: (number | null)[]
    itemStyle: { color: string }
  }
  const pins = (option.series as Pins[]).find(series => series.id === 'notes')
  expect(pins!.data).toEqual([null, 2])
  // Ink, because vermilion is for what needs action.
  expect(pins!.itemStyle.color).toBe(theme.ink1)
  expect(
    (option.tooltip as { formatter: (params: unknown) => string }).formatter([{ dataIndex: 1 }]),
  ).toContain('✎ &lt;调休&gt;')
})

it('the busiest hour is found, hours without cases stay in the table', () => {
  const received = (n: number): Parts => ({ [keyOf(measures.casesReceived.part)]: n })
  const heat = heatOf(
    answer(
      side([cell(['1', '9'], received(5)), cell(['2', '11'], received(9)), cell(['', ''], received(50))], {}),
    ),
    measures.casesReceived,
  )
  expect([heat.weekdays, heat.hours, heat.most, heat.at('1', 10), heat.busiest]).toEqual([
    ['1', '2'],
    [9, 10, 11],
    9,
    0,
    { weekday: '2', hour: 11, count: 9 },
  ])
})
