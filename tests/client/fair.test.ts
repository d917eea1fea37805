import type { Answer, Cell, Measure, Parts, Side } from '#measures'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measures, partKey, partsOf } from '#measures'
import { dumbbell } from '../../client/charts/dumbbell.ts'
import { funnel } from '../../client/charts/funnel.ts'
import { sharedRange, smallMultiples } from '../../client/charts/smallMultiples.ts'
import { themeFrom } from '../../client/charts/theme.ts'
import { trend } from '../../client/charts/trend.ts'
import { variation } from '../../client/charts/variation.ts'
import { waterfall } from '../../client/charts/waterfall.ts'
import { breaks, itemRows, limitRows, promoted, speedups, unused } from '../../client/items/itemRows.ts'
import { csvOf, textOf } from '../../client/ui/figureSheet.ts'
import { caseMixOf, funnelOf } from '../../client/windows/compare/rates.ts'
import { wholeBuckets } from '../../client/windows/compare/wholeBuckets.ts'
import { effectText, whyOf } from '../../client/windows/compare/whySteps.ts'
import { heatOf } from '../../client/windows/heat.ts'
import { chinese } from '../support/printing.ts'

const theme = themeFrom(token => ` ${token} `)
const keyOf = (part: Measure['population']): string => (part ? partKey(part) : '')

/** Parts of a ratio of k in n. */
function share(measure: Measure, k: number, n: number): Parts {
  const parts: Parts = Object.fromEntries(partsOf(measure).map(part => [partKey(part), n]))
  if (measure.kind === 'ratio') parts[partKey(measure.numerator)] = k
  return parts
}
const cell = (members: string[], parts: Parts): Cell => ({ bucket: 0, members, parts })
const side = (totals: Cell[], overall: Parts): Side => ({
  from: '2012-09-01',
  to: '2012-09-30',
  buckets: [],
  cells: totals,
  totals,
  overall,
  coverage: {},
  versions: {},
})
function answer(current: Side, more: Partial<Answer> = {}): Answer {
  const codes = [...new Set(current.totals.map(one => one.members[0]!))]
  return {
    members: [codes.map(code => ({ code, zh: `${code}窗口`, en: code }))],
    current,
    earlier: null,
    settingChanges: [],
    ...more,
  } as unknown as Answer
}
const say = {
  ...chinese,
  words: { mix: '构成变化', others: '其余', points: (size: string) => `${size} 个百分点` },
  ends: { before: '对比期', now: '本期' },
}
const late = measures.onTimeRate

describe('a funnel of an answer', () => {
  const found = funnelOf(
    answer(
      side(
        [
          ['A', 90, 100],
          ['B', 99, 100],
          ['C', 98, 100],
          ['', 1, 1],
        ].map(([code, k, n]) => cell([String(code)], share(late, Number(k), Number(n)))),
        share(late, 288, 301),
      ),
    ),
    late,
    'zh',
  )!

  it("leaves the nameless out, keeps the whole hall's share", () => {
    expect(found.members.map(member => [member.code, member.name])).toEqual([
      ['A', 'A窗口'],
      ['B', 'B窗口'],
      ['C', 'C窗口'],
    ])
    expect(found.theta).toBeCloseTo(288 / 301, 12)
  })

  it('is drawn with four limits, the dots last, and only what is far off in the accent colour', () => {
    const option = funnel(
      {
        measure: late,
        members: [{ ...found.members[0]!, verdict: 'worse' }, ...found.members.slice(1)],
        theta: found.theta,
        tau2: 0,
        printing: chinese,
        words: {
          hall: '全厅',
          n: '件数',
          verdict: { usual: '', better: '好于全厅', worse: '差于全厅' },
        },
      },
      theme,
    )
    const series = option.series as unknown as { id: string; data: { itemStyle: { color: string } }[] }[]
    expect(series.map(one => one.id)).toEqual(['low998', 'low95', 'high95', 'high998', 'members'])
    expect(series.at(-1)!.data.map(dot => dot.itemStyle.color)).toEqual(['--accent', '--data-1', '--data-1'])
  })
})

it('case mix is read from windows and classes, best first', () => {
  const cells = [
    ['A', 'instant', 896, 900],
    ['A', 'complex', 79, 100],
    ['B', 'instant', 49, 50],
    ['B', 'complex', 371, 450],
    ['C', 'instant', 8955, 9050],
    ['C', 'complex', 350, 450],
  ] as const
  const { rows } = caseMixOf(
    answer(
      side(
        cells.map(([member, group, k, n]) => cell([member, group], share(late, k, n))),
        {},
      ),
    ),
    late,
    'en',
  )
  expect(rows.map(row => [row.name, row.ratio.toFixed(3)])).toEqual([
    ['B', '1.026'],
    ['A', '1.004'],
    ['C', '0.998'],
  ])
})

describe('why a figure changed, on the screen', () => {
  const counted = fc
    .integer({ min: 1, max: 900 })
    .chain(n => fc.record({ n: fc.constant(n), k: fc.integer({ min: 0, max: n }) }))
  const members = fc.array(fc.record({ now: counted, before: counted }), { minLength: 1, maxLength: 14 })

  it('runs from the earlier figure to the present one, and its printed steps add up exactly', () => {
    fc.assert(
      fc.property(members, rows => {
        const whole = (of: 'now' | 'before'): Parts =>
          share(
            late,
            rows.reduce((sum, row) => sum + row[of].k, 0),
            rows.reduce((sum, row) => sum + row[of].n, 0),
          )
        const cells = (of: 'now' | 'before'): Cell[] =>
          rows.map((row, place) => cell([`W${place}`], share(late, row[of].k, row[of].n)))
        const why = whyOf(
          answer(side(cells('now'), whole('now')), { earlier: side(cells('before'), whole('before')) }),
          late,
          say,
        )!
        const steps = why.steps.slice(1, -1)
        why.steps
          .slice(1)
          .forEach((step, place) =>
            expect(
              step.kind === 'total'
                ? Math.abs(step.from - why.steps[place]!.to)
                : step.from - why.steps[place]!.to,
            ).toBeLessThan(1e-9),
          )
        const printed = (text: string): number =>
          Math.round(Number(text.replace('−', '-').replaceAll(/[^\d.-]/g, '')) * 100)
        expect(printed(why.before) + steps.reduce((sum, step) => sum + printed(step.text), 0)).toBe(
          printed(why.now),
        )
      }),
    )
  })

  it('says sums in their unit, and nothing where there is nothing to compare', () => {
    const total = (n: number): Parts => ({ [keyOf(measures.casesCompleted.part)]: n })
    const now = side([cell(['A'], total(30)), cell(['B'], total(10))], total(40))
    const why = whyOf(
      answer(now, { earlier: side([cell(['A'], total(50)), cell(['C'], total(5))], total(55)) }),
      measures.casesCompleted,
      say,
    )!
    expect(why.steps.map(step => [step.kind, step.name, step.text])).toEqual([
      ['total', '对比期', '55 件'],
      ['member', 'A窗口', '−20 件'],
      ['member', 'C', '−5 件'],
      ['member', 'B窗口', '+10 件'],
      ['total', '本期', '40 件'],
    ])
    expect(why.top).toEqual({ code: 'A', name: 'A窗口', text: '−20 件' })
    // The rise of one is no reason for the fall of all, however large it was.
    const mixed = whyOf(
      answer(side([cell(['A'], total(60)), cell(['B'], total(10)), cell(['C'], total(10))], total(80)), {
        earlier: side([cell(['A'], total(30)), cell(['B'], total(35)), cell(['C'], total(35))], total(100)),
      }),
      measures.casesCompleted,
      say,
    )!
    expect(mixed.top!.text).toBe('−25 件')
    expect(whyOf(answer(now), measures.casesCompleted, say)).toBeNull()
    expect(whyOf(answer(now, { earlier: now }), measures.medianHandlingTime, say)).toBeNull()
    expect(effectText(late, -12, say)).toBe('−0.12 个百分点')
  })

  it('draws a rise filled and a fall hollow', () => {
    const steps = [
      { kind: 'total' as const, name: '', code: '', from: 1, to: 1, text: '' },
      { kind: 'member' as const, name: 'A', code: 'A', from: 1, to: 2, text: '+1' },
      { kind: 'member' as const, name: 'B', code: 'B', from: 2, to: 1, text: '−1' },
    ]
    const [series] = waterfall({ measure: measures.casesCompleted, steps, printing: chinese }, theme)
      .series as unknown as {
      renderItem: (params: object, api: object) => { children: { style: { fill: string } }[] }
    }[]
    const api = {
      value: (index: number) => [1, 0, 2][index],
      coord: ([x, y]: number[]) => [x! * 10, y! * 10],
      size: () => [10, 20],
    }
    expect(
      [0, 1, 2].map(dataIndex => series!.renderItem({ dataIndex }, api).children[0]!.style.fill),
    ).toEqual(['--ink-1', '--data-1', '--panel'])
  })
})

describe('members of whose unit some days are missing', () => {
  it('carry the days behind their names in the funnel and among alike cases', () => {
    const unit = { code: 'U1', zh: '房管所', en: 'Housing' }
    const missing = [{ from: '2012-09-10', to: '2012-09-12' }]
    const known = { known: 'known' as const, missing: [], until: null, since: null }
    const days = { from: '2012-09-01', to: '2012-09-30', openDays: 20 }
    const cases = {
      ...known,
      ...days,
      known: 'partly' as const,
      missing,
      apart: {
        units: [{ ...known, unit, codes: [['A'], []], known: 'partly' as const, missing }],
        rest: { known: 'known' as const, missing: [] },
        isTold: true,
      },
    }
    const totals = [cell(['A', 'I'], share(late, 900, 1000)), cell(['B', 'I'], share(late, 950, 1000))]
    const found = answer({ ...side(totals, share(late, 1850, 2000)), coverage: { cases } })
    const names = { A: 'A窗口（缺9月10日至9月12日）', B: 'B窗口' }
    expect(funnelOf(found, late, 'zh')?.members.map(({ name }) => name)).toEqual([names.A, names.B])
    expect(caseMixOf(found, late, 'zh').rows.map(({ name }) => name)).toEqual([names.B, names.A])
  })
})

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
    { code: 'A', name: 'A', points: points([598, 20]) },
    { code: 'B', name: 'B', points: points([3, 4]) },
  ]
  expect(sharedRange({ measure: measures.casesCompleted, multiples, hall: [] })).toEqual({ min: 0, max: 600 })
  const option = smallMultiples(
    { measure: measures.casesCompleted, multiples, hall: [], columns: 2, printing: chinese },
    theme,
  )
  const axes = option.yAxis as { min: number; max: number }[]
  expect(new Set(axes.map(axis => `${axis.min} ${axis.max}`)).size).toBe(1)
  expect(
    (option.series as { id: string; yAxisIndex: number }[]).map(one => [one.id, one.yAxisIndex]),
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
  const pins = (option.series as { id: string; data: (number | null)[] }[]).find(one => one.id === 'notes')
  expect(pins!.data).toEqual([null, 2])
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

describe('items', () => {
  const parts = (more: {
    received?: number
    completed?: number
    k?: number
    n?: number
    saved?: number
    statutory?: number
  }): Parts => ({
    ...share(late, more.k ?? 0, more.n ?? 0),
    ...share(measures.actualSpeedup, more.saved ?? 0, more.statutory ?? 0),
    [keyOf(measures.actualSpeedup.covered)]: more.n ?? 0,
    [keyOf(measures.casesReceived.part)]: more.received ?? 0,
    [keyOf(measures.casesCompleted.part)]: more.completed ?? 0,
    [keyOf(measures.averageHandlingTime.numerator)]: 2000 * (more.n ?? 0),
    [keyOf(measures.averageHandlingTime.denominator)]: more.n ?? 0,
  })
  const limit = (more: { instant: number; statutory: number; committed: number; there?: number }): Parts => ({
    [keyOf(measures.itemCount.part)]: more.there ?? 1,
    [keyOf(measures.instantTypeItems.part)]: more.instant,
    [keyOf(measures.averageStatutoryLimit.numerator)]: more.statutory,
    [keyOf(measures.averageStatutoryLimit.denominator)]: more.statutory > 0 ? 1 : 0,
    [keyOf(measures.averageCommittedLimit.numerator)]: more.committed,
  })
  const rows = itemRows(
    answer(
      side(
        [
          cell(['FAST'], parts({ received: 40, completed: 40, k: 40, n: 40, saved: 900, statutory: 1000 })),
          cell(['FEW'], parts({ received: 3, completed: 3, k: 3, n: 3, saved: 999, statutory: 1000 })),
          cell(['LATE'], parts({ received: 50, completed: 50, k: 45, n: 50, saved: 500, statutory: 1000 })),
        ],
        {},
      ),
    ),
    'zh',
  )
  const limits = answer(
    side(
      [
        cell(['FAST'], limit({ instant: 1, statutory: 10, committed: 6 })),
        cell(['FEW'], limit({ instant: 0, statutory: 0, committed: 0 })),
        cell(['IDLE'], limit({ instant: 0, statutory: 20, committed: 12 })),
      ],
      {},
    ),
  )

  it('with few cases are not called fastest; late ones are listed; unused ones are in force', () => {
    expect(speedups(rows).map(row => row.code)).toEqual(['FAST', 'LATE'])
    expect(breaks(rows).map(row => [row.code, row.late])).toEqual([['LATE', 5]])
    expect(unused(limits, rows, 'zh').map(row => row.code)).toEqual(['IDLE'])
  })

  it('are set against their limits; promoted ones were in force but not instant before', () => {
    expect(limitRows(limits, rows, 'zh')).toEqual([
      { code: 'FAST', name: 'FAST窗口', statutory: 10, committed: 6, actual: 2, n: 40 },
    ])
    const before = answer(
      side(
        [
          cell(['FAST'], limit({ instant: 0, statutory: 10, committed: 6 })),
          cell(['FEW'], limit({ instant: 0, statutory: 0, committed: 0 })),
        ],
        {},
      ),
    )
    expect(promoted(before, limits, 'zh').map(row => row.code)).toEqual(['FAST'])
    expect(promoted(answer(side([], {})), limits, 'zh')).toEqual([])
  })

  it('are drawn as three dots each', () => {
    const series = dumbbell(
      {
        items: limitRows(limits, rows, 'zh'),
        printing: chinese,
        words: { statutory: '法定', committed: '承诺', actual: '实际' },
      },
      theme,
    ).series as { id: string; data: { value: (number | null)[] }[] }[]
    expect(series.slice(1).map(one => [one.id, one.data[0]!.value[0]])).toEqual([
      ['statutory', 10],
      ['committed', 6],
      ['actual', 2],
    ])
  })
})

describe('figures that are taken away', () => {
  const sheet = {
    name: 'x',
    headers: ['窗口', '值'],
    rows: [
      ['=HYPERLINK("x")', '-3.5%'],
      ['甲,"乙"', '1,024 件'],
      ['+1+cmd', '+0.03 个百分点'],
      ['@x', '+cmd'],
    ],
  }

  it('are CSV that no spreadsheet takes for a formula', () => {
    expect(csvOf(sheet)).toBe(
      '\uFEFF窗口,值\r\n"\'=HYPERLINK(""x"")",-3.5%\r\n"甲,""乙""","1,024 件"\r\n1+cmd,' +
        "0.03 个百分点\r\n'@x,'+cmd\r\n",
    )
  })

  it('or text with the finding above', () => {
    expect(textOf(sheet, '结论').split('\n').slice(0, 2)).toEqual(['结论', '窗口\t值'])
  })
})
