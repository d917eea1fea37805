import type { Answer, Measure, Side } from '#measures'
import type { ChartOption } from '../../client/charts/echarts.ts'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, describe, expect, it } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import { count, defineMeasure, definitionVersions, measures, partKey } from '#measures'
import { earlierPointsOf, pointsOf } from '../../client/charts/points.ts'
import { smallMultiples } from '../../client/charts/smallMultiples.ts'
import { themeFrom } from '../../client/charts/theme.ts'
import { trend } from '../../client/charts/trend.ts'
import { variation } from '../../client/charts/variation.ts'
import { held } from '../../client/gallery/fixtures.ts'
import { createPageRouter } from '../../client/routes.ts'
import DefinitionList from '../../client/ui/DefinitionList.vue'
import TrendPanel from '../../client/ui/TrendPanel.vue'
import { i18n, loadPageWords } from '../../client/words/index.ts'
import { cases } from '../../server/model/index.ts'

const id = 'casesReceived'
const original = measures[id]
const ordinary = count(cases, { during: 'received', when: ['notSpecial'] })
const { versions, counting } = definitionVersions(
  {
    owner: { zh: '业务科', en: 'Business office' },
    reason: { zh: '首版', en: 'first version' },
    formula: { zh: '全部收件', en: 'all cases received' },
  },
  {
    from: '2026-07-01',
    owner: { zh: '业务科', en: 'Business office' },
    reason: { zh: '特殊件不计', en: 'special cases left out' },
  },
)
const changed: Measure = defineMeasure({
  ...original,
  versions,
  part: counting(original.part, ordinary),
})
const [official, newer] = [partKey(counting(original.part, ordinary)), partKey(ordinary)]

/** May to August of a year: what was reported in each month, and what the second version counts. */
function sideOf(year: number, counts: [reported: number, newer: number][]): Side {
  const buckets = ['05', '06', '07', '08'].map((month, index) => ({
    key: `${year}-${month}`,
    from: `${year}-${month}-01`,
    to: `${year}-${month}-${[31, 30, 31, 31][index]}`,
  }))
  const partsOf = ([a, b]: [number, number]) => ({ [official]: a, [newer]: b })
  const all = partsOf(counts.reduce(([a, b], [c, d]) => [a + c, b + d]))
  return {
    from: `${year}-05-01`,
    to: `${year}-08-31`,
    buckets,
    cells: counts.map((pair, bucket) => ({ bucket, members: [], parts: partsOf(pair) })),
    totals: [{ bucket: 0, members: [], parts: all }],
    overall: all,
    coverage: {},
    versions: {},
  }
}

const answer: Answer = {
  question: {
    measures: [id],
    centres: [],
    period: '2026-05-01..2026-08-31',
    granularity: 'month',
    comparison: 'lastYear',
    groupBy: [],
    filters: [],
    benchmark: false,
  },
  asOf: '2026-09-15T00:00:00Z',
  dataUntil: '2026-08-31',
  knownDays: {},
  openedOn: null,
  dataVersions: {},
  currency: 'CNY',
  demo: false,
  partial: false,
  members: [],
  current: sideOf(2026, [
    [100, 90],
    [110, 95],
    [80, 80],
    [85, 85],
  ]),
  earlier: sideOf(2025, [
    [90, 70],
    [95, 75],
    [100, 75],
    [105, 80],
  ]),
  settingChanges: [],
  sources: [],
}

const day = '2026-07-01'
const text = '口径第2版，自2026年7月1日起：特殊件不计（业务科）'

afterEach(() => void Object.assign(measures, { [id]: original }))

const changes = [{ day, text }]
const printing = { language: 'zh', currency: 'CNY' } as const
const points = pointsOf(answer.current, changed)
const theme = themeFrom(token => token)

interface Drawn {
  id: string
  markLine?: { data: { xAxis?: number; label?: { formatter: string } }[] }
}

/** The upright lines of a chart by the series that carry them, and whether each place is said. */
function uprights(option: ChartOption): [id: string, places: number[], words: (string | undefined)[]][] {
  return (option.series as Drawn[]).flatMap(({ id: name, markLine }) => {
    const lines = (markLine?.data ?? []).filter(({ xAxis }) => xAxis !== undefined)
    return lines.length === 0
      ? []
      : [[name, lines.map(line => line.xAxis!), lines.map(line => line.label?.formatter)]]
  })
}

function saidAt(option: ChartOption, dataIndex: number): string {
  const { formatter } = option.tooltip as { formatter: (params: unknown) => string }
  return formatter([{ dataIndex }])
}

describe('the charts over time of a measure whose definition changed', () => {
  const multiples = ['A', 'B'].map(code => ({ code, name: code, value: '', points }))
  const limits = points.map(() => ({ mean: 81, low: 75, high: 87 }))
  const words = { mean: '平均', high: '上限', low: '下限', range: '通常范围', change: '口径调整' }
  it.each<[string, ChartOption, ReturnType<typeof uprights>]>([
    [
      'trend',
      trend(
        {
          ...{ measure: changed, current: points, earlier: [], changes, printing },
          words: { current: '本期', earlier: '对比期', change: '口径调整' },
        },
        theme,
      ),
      [['current', [2], ['口径调整']]],
    ],
    [
      'XmR chart',
      variation({ measure: changed, points, changes, printing, words, limits, signals: [] }, theme),
      [['points', [2], ['口径调整']]],
    ],
    [
      'small multiples',
      smallMultiples({ measure: changed, multiples, hall: [], columns: 2, changes, printing }, theme),
      [
        ['member-A', [2], ['']],
        ['member-B', [2], ['']],
      ],
    ],
  ])('%s: an upright line at the first month of the new version, said in the tooltip', (_, option, lines) => {
    expect(uprights(option)).toEqual(lines)
    expect(saidAt(option, 2)).toContain(text)
    expect(saidAt(option, 1)).not.toContain(text)
  })
})

describe('the trend of a measure whose definition changed', () => {
  it('stands beside the year before counted in the same way, month by month', () => {
    // Until June as it was reported, from July on by the new version.
    expect(earlierPointsOf(answer, changed).map(point => point.figure.value)).toEqual([90, 95, 75, 80])
  })

  it('leaves a gap in the year before where its records lack what is counted', () => {
    const later = { ...versions[1]!, recordedFrom: day }
    const refused = { ...changed, versions: [versions[0]!, later] }
    expect(earlierPointsOf(answer, refused).map(point => point.figure.value)).toEqual([90, 95, null, null])
  })
})

describe('panels of such a measure', () => {
  const mounted = async (component: unknown, props: Record<string, unknown>) => {
    Object.assign(measures, { [id]: changed })
    await loadPageWords()
    const page = mount(component as typeof DefinitionList, {
      props: props as { id: typeof id },
      global: { plugins: [createPinia(), i18n, createPageRouter(createMemoryHistory())] },
    })
    await flushPromises()
    return page
  }

  it('say under the chart what changed, and compare by the new version', async () => {
    const panel = await mounted(TrendPanel, { id, loaded: held(answer), choices: [id] })
    expect(panel.text()).toContain(text)
    // By the second version: 90 + 95 + 80 + 85 = 350 against 70 + 75 + 75 + 80 = 300.
    expect(panel.text()).toContain('两期均按口径第2版比较：300 件 → 350 件')
    panel.unmount()
  })

  it('list the versions in the definition, with how the former counted', async () => {
    const list = await mounted(DefinitionList, { id })
    expect(list.text()).toContain(text)
    expect(list.text()).toContain('全部收件')
    list.unmount()
  })
})
