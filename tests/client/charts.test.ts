import type { Answer, Side } from '#measures'
import { describe, expect, it } from 'vitest'
import { measures } from '#measures'
import { cumulative } from '../../client/charts/cumulative.ts'
import { escapeHtml } from '../../client/charts/parts/tooltip.ts'
import { earlierPointsOf, pointsOf } from '../../client/charts/points.ts'
import { sparkline } from '../../client/charts/sparkline.ts'
import { themeFrom } from '../../client/charts/theme.ts'
import { trend } from '../../client/charts/trend.ts'
import { rankMembers } from '../../client/ui/rankMembers.ts'
import { hasEarlierDots, rankRows } from '../../client/ui/rankRows.ts'
import { rankScale } from '../../client/ui/rankScale.ts'
import { chinese } from '../support/printing.ts'

const theme = themeFrom(token => ` ${token} `)
const key = 'cases.completed.count'
const rateParts = (k: number, n: number) => ({
  'cases.completed.count[judged,inTime]': k,
  'cases.completed.count[judged]': n,
  [key]: n,
})

function side(parts: Side['overall'][], overall: Side['overall']): Side {
  return {
    from: '2012-08-01',
    to: '2012-10-31',
    buckets: parts.map((_, index) => ({
      key: `2012-${index + 8}`,
      from: `2012-0${index + 8}-01`,
      to: `2012-0${index + 8}-28`,
    })),
    cells: parts.map((part, bucket) => ({ bucket, members: [], parts: part })),
    totals: [],
    overall,
    coverage: {},
    versions: {},
  }
}

describe('points and lines', () => {
  it('keep a gap where nothing was counted', () => {
    const points = pointsOf(
      side([rateParts(1, 2), rateParts(0, 0), rateParts(2, 2)], rateParts(3, 4)),
      measures.onTimeRate,
    )
    expect(points.map(point => point.figure.value)).toEqual([0.5, null, 1])
    const drawn = sparkline(
      points.map(point => point.figure.value),
      { width: 100, height: 10, band: null },
    )
    expect(drawn.pieces).toEqual([])
    expect(drawn.dots).toEqual(['0.0,10.0 0.0,10.0', '100.0,0.0 100.0,0.0'])
    expect(sparkline([1, 2, null, 3, 4], { width: 100, height: 10, band: null }).pieces).toHaveLength(2)
  })

  const coverage = (known: 'known' | 'partly' | 'unknown', missing: { from: string; to: string }[] = []) => ({
    cases: {
      from: '2012-08-01',
      to: '2012-10-31',
      known,
      missing,
      until: null,
      since: null,
      openDays: 60,
    },
  })

  it('draw a known zero as zero, and no line for a period of which nothing is known', () => {
    const none = side([{ [key]: 0 }], { [key]: 0 })
    expect(pointsOf(none, measures.casesCompleted).map(point => point.figure.value)).toEqual([0])
    const unknown = { ...none, coverage: coverage('unknown') }
    expect(pointsOf(unknown, measures.casesCompleted)).toEqual([])
  })

  it('leave out an earlier bucket of which not all days are known, and what would add up over it', () => {
    const parts = [{ [key]: 1 }, { [key]: 2 }, { [key]: 4 }]
    const gap = coverage('partly', [{ from: '2012-09-10', to: '2012-09-12' }])
    const earlier = { ...side(parts, { [key]: 7 }), coverage: gap }
    const answer = { current: side(parts, { [key]: 7 }), earlier, knownDays: {} } as unknown as Answer
    const points = earlierPointsOf(answer, measures.casesCompleted)
    expect(points.map(point => point.figure.value)).toEqual([1, null, 4])
    const totals = cumulative(points, { wholeOnly: true })
    expect(totals.map(point => point.figure.value)).toEqual([1, null, null])
  })

  it('add up for a running total', () => {
    const points = pointsOf(
      side([{ [key]: 1 }, { [key]: 2 }, { [key]: 4 }], { [key]: 7 }),
      measures.casesCompleted,
    )
    expect(cumulative(points).map(point => point.figure.value)).toEqual([1, 3, 7])
  })
})

describe('the trend', () => {
  const current = pointsOf(side([{ [key]: 5 }, { [key]: 7 }], { [key]: 12 }), measures.casesCompleted)
  const words = { current: '本期', earlier: '对比期' }

  it('shows both periods, the compared one behind and lighter, every series with an id', () => {
    const option = trend(
      { measure: measures.casesCompleted, current, earlier: current, printing: chinese, words },
      theme,
    )
    const series = option.series as { id: string; connectNulls: boolean; lineStyle: { color: string } }[]
    expect(series.map(one => one.id)).toEqual(['earlier', 'current'])
    expect(series.map(one => one.lineStyle.color)).toEqual(['--compare-mark', '--data-1'])
    expect(series.every(one => !one.connectNulls)).toBe(true)
  })

  it('draws the compared period thin and whole, and a goal alone dashed, as the wall does', () => {
    const option = trend(
      {
        measure: measures.casesCompleted,
        current,
        earlier: current,
        goal: [6, 6],
        printing: chinese,
        words: { ...words, goal: '目标' },
      },
      theme,
    )
    const series = option.series as {
      id: string
      lineStyle: { type: string; width: number; color: string }
    }[]
    expect(series.map(({ id, lineStyle }) => [id, lineStyle.type, lineStyle.width, lineStyle.color])).toEqual(
      [
        ['earlier', 'solid', 1.5, '--compare-mark'],
        ['goal', 'dashed', 1.5, '--target'],
        ['current', 'solid', 2.5, '--data-1'],
      ],
    )
  })

  it('draws the way to an unfinished month dotted, names the line once, and stars the month', () => {
    const option = trend(
      { measure: measures.casesCompleted, current, earlier: [], unfinished: true, printing: chinese, words },
      theme,
    )
    const series = option.series as {
      id: string
      data: (number | null)[]
      lineStyle: { type: string }
      endLabel: { show: boolean }
    }[]
    expect(
      series.map(({ id, data, lineStyle, endLabel }) => [id, data, lineStyle.type, endLabel.show]),
    ).toEqual([
      ['current', [5, null], 'solid', false],
      ['unfinished', [5, 7], 'dotted', true],
    ])
    const { axisLabel } = option.xAxis as { axisLabel: { formatter: (key: string) => string } }
    expect(current.map(({ label }) => axisLabel.formatter(label))).toEqual(['2012-8', '2012-9*'])
  })

  it('says value and dates of both in the tooltip, with nothing that could be markup', () => {
    const option = trend(
      {
        measure: measures.casesCompleted,
        current,
        earlier: [],
        printing: chinese,
        words: { ...words, current: '<b>' },
      },
      theme,
    )
    const { formatter } = option.tooltip as { formatter: (params: unknown) => string }
    expect(formatter([{ dataIndex: 1 }])).toBe('&lt;b&gt; 2012-09-01 – 2012-09-28<br>7 件')
    expect(escapeHtml('<img src="x">&')).toBe('&lt;img src=&quot;x&quot;&gt;&amp;')
  })
})

describe('the ranking', () => {
  const answer = {
    members: [
      [
        { code: 'A', zh: '甲', en: 'A' },
        { code: 'B', zh: '乙', en: 'B' },
        { code: 'C', zh: '丙', en: 'C' },
        { code: '', zh: '无', en: 'none' },
      ],
    ],
    current: {
      ...side([], {}),
      totals: [
        ['A', 10, 10],
        ['B', 950, 1000],
        ['C', 90, 100],
        ['', 5, 5],
      ].map(([code, k, n]) => ({
        bucket: 0,
        members: [String(code)],
        parts: rateParts(Number(k), Number(n)),
      })),
    },
  } as unknown as Parameters<typeof rankMembers>[0]

  it('puts ten of ten behind 950 of 1000, and leaves out rows without a member', () => {
    const members = rankMembers(answer, measures.onTimeRate, 'zh')
    expect(members.map(member => [member.code, member.small])).toEqual([
      ['B', false],
      ['C', false],
      ['A', true],
    ])
    expect(members[0]?.interval?.low).toBeCloseTo(0.935, 3)
  })

  it('ranks what is better low the other way round, and never calls a count a small sample', () => {
    expect(rankMembers(answer, measures.overdueRate, 'zh').map(member => member.code)).toEqual([])
    expect(
      rankMembers(answer, measures.casesCompleted, 'en').map(member => [member.name, member.small]),
    ).toEqual([
      ['B', false],
      ['C', false],
      ['A', false],
    ])
  })

  it('puts who differs first, then the others by size, and judges no small sample', () => {
    const members = rankMembers(answer, measures.onTimeRate, 'zh')
    const say = { ...chinese, t: (key: string) => key }
    const rows = rankRows(members, answer, { measure: measures.onTimeRate, say })
    expect(rows.at(-1)?.group).toBe('small')
    expect(rows.every(row => row.change === '' && row.was === null)).toBe(true)
    const shares = [0.8, ...Array.from({ length: 19 }, () => 0.97)].map((share, at) => ({
      code: `${at}`,
      k: share * 1000,
      n: 1000,
    }))
    const many = {
      ...answer,
      current: {
        ...answer.current,
        overall: rateParts(19_230, 20_000),
        totals: shares.map(share => ({
          bucket: 0,
          members: [share.code],
          parts: rateParts(share.k, share.n),
        })),
      },
    }
    const judged = rankRows(rankMembers(many, measures.onTimeRate, 'zh'), many, {
      measure: measures.onTimeRate,
      say,
    })
    expect(judged.map(row => [row.code, row.group])[0]).toEqual(['0', 'worse'])
    expect(judged[0]?.failing).toBe(200)
  })
})

const answerWithoutEarlier = {
  current: { ...side([], {}), totals: [], overall: {} },
  earlier: null,
} as unknown as Parameters<typeof rankMembers>[0]
describe('the footnote on hollow dots', () => {
  it('is written only where one is drawn', () => {
    const [row] = rankRows(
      [{ code: 'A', name: 'A', value: 0.9, n: 100, interval: null, small: false, failing: 10 }],
      answerWithoutEarlier,
      { measure: measures.onTimeRate, say: { ...chinese, t: key => key } },
    )
    if (!row) throw new Error('no row')
    expect(hasEarlierDots([row], measures.onTimeRate)).toBe(false)
    expect(hasEarlierDots([{ ...row, was: 0.8 }], measures.onTimeRate)).toBe(true)
    expect(hasEarlierDots([{ ...row, was: 800 }], measures.casesCompleted)).toBe(false)
  })
})

describe('the order of a ranking', () => {
  const say = { ...chinese, t: (key: string) => key }
  const ordered = (sort: 'failing' | 'value' | 'n' | null) => {
    const cells = [
      ['LARGE', 985, 1000],
      ['MIDDLE', 392, 400],
      ['SHAKY', 96, 100],
      ['CLEAN', 300, 300],
    ] as const
    const answer = {
      members: [cells.map(([code]) => ({ code, zh: code, en: code }))],
      current: {
        ...side([], {}),
        overall: rateParts(1773, 1800),
        totals: cells.map(([code, k, n]) => ({ bucket: 0, members: [code], parts: rateParts(k, n) })),
      },
    } as unknown as Parameters<typeof rankMembers>[0]
    const members = rankMembers(answer, measures.onTimeRate, 'zh')
    return rankRows(members, answer, { measure: measures.onTimeRate, say, sort })
      .filter(row => row.group === 'same')
      .map(row => row.code)
  }

  it('puts the most late cases first, unless the share or the size was chosen', () => {
    expect(ordered(null)).toEqual(['LARGE', 'MIDDLE', 'SHAKY', 'CLEAN'])
    expect(ordered('failing')).toEqual(['LARGE', 'MIDDLE', 'SHAKY', 'CLEAN'])
    expect(ordered('value')).toEqual(['SHAKY', 'MIDDLE', 'LARGE', 'CLEAN'])
    expect(ordered('n')).toEqual(['LARGE', 'MIDDLE', 'CLEAN', 'SHAKY'])
  })
})

describe('the scale of a ranking', () => {
  const row = (value: number, small = false) => ({ value, was: null, interval: null, small })

  it('has whole ticks for counts, and bars from zero', () => {
    const { at, ticks } = rankScale([row(3), row(1)], { bars: true, whole: true, hall: null })
    expect(ticks).toEqual([0, 1, 2, 3])
    expect([at(0), at(3)]).toEqual([0, 100])
  })

  it('is not stretched by small samples, and keeps every mark within it', () => {
    const { at, ticks } = rankScale([row(0.99), row(0.97), row(0.4, true)], {
      bars: false,
      whole: false,
      hall: 0.98,
    })
    expect(at(0.4)).toBe(0)
    expect(at(0.97)).toBeGreaterThan(0)
    expect(ticks.every(tick => at(tick) >= 0 && at(tick) <= 100)).toBe(true)
  })

  it('stands still where all values are the same', () => {
    const { at } = rankScale([row(0)], { bars: true, whole: true, hall: null })
    expect(at(0)).toBe(0)
  })
})
