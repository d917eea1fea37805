import type { Answer, Measure, Parts } from '#measures'
import { beforeAll, describe, expect, it } from 'vitest'
import { measures, partKey, partsOf } from '#measures'
import { centreItems } from '../../client/centres/centreItems.ts'
import { centresIn, divisionTree, shortNames } from '../../client/centres/divisionTree.ts'
import { columnOf } from '../../client/centres/matrixColumns.ts'
import { evidenceLines, treeLines } from '../../client/centres/matrixLines.ts'
import { behindOthers } from '../../client/centres/questions.ts'
import { reportedItem } from '../../client/centres/reportedItem.ts'
import { rollUp } from '../../client/centres/rollUp.ts'
import { inventedAnswer } from '../../client/gallery/fixtures.ts'
import { i18n, loadPageWords } from '../../client/words/index.ts'
import { dayFromText } from '../../server/measures/index.ts'

const { onTimeRate, casesReceived, overdueOpenCases, awardsAboveCeiling, tradesConcluded } = measures
const say = { t: i18n.global.t as never, language: 'zh', currency: 'CNY' } as const
const codes = Array.from({ length: 12 }, (_, place) => `c${place}`)

const ids = ['casesReceived', 'onTimeRate', 'overdueOpenCases', 'awardsAboveCeiling'] as const

/** The parts of one centre: so many of its cases in time, so many open past their limit. */
function parts(inTime: number, of: number, overdue = 0): Parts {
  const keyed = (measure: Measure, value: number) =>
    partsOf(measure).map(part => [partKey(part), value] as const)
  return Object.fromEntries([
    ...keyed(awardsAboveCeiling, 0),
    ...keyed(overdueOpenCases, overdue),
    ...keyed(casesReceived, of),
    ...keyed(onTimeRate, of),
    [partKey(partsOf(onTimeRate)[0]!), inTime],
  ])
}

function answerOf(byCentre: readonly Parts[]): Answer {
  const invented = inventedAnswer({ measures: ids, codes: codes.map(code => [code]), months: 1, seed: 1 })
  const keys = Object.keys(byCentre[0] ?? {})
  const overall = Object.fromEntries(
    keys.map(key => [key, byCentre.reduce((sum, parts) => sum + Number(parts[key]), 0)]),
  )
  const totals = byCentre.map((parts, place) => ({ bucket: 0, members: [codes[place] ?? ''], parts }))
  return { ...invented, earlier: null, current: { ...invented.current, cells: [], totals, overall } }
}
/** Twelve centres of a thousand cases; one is late, another has many open past their limit. */
const answer = answerOf(
  codes.map((_, place) => parts(place === 3 ? 800 : 970 + (place % 3), 1000, place === 7 ? 90 : 4)),
)

const divisions = [
  { code: '35', zh: '福建省', en: 'Fujian', parent: null },
  { code: '3505', zh: '泉州市', en: '泉州市', parent: '35' },
  { code: '3506', zh: '漳州市', en: 'Zhangzhou', parent: '35' },
  ...codes.map((code, place) => ({
    code: `350${place < 6 ? 5 : 6}${code}`,
    zh: `${code}县`,
    en: `${code} county`,
    parent: place < 6 ? '3505' : '3506',
  })),
]
const centres = codes.map((code, place) => ({
  code,
  zh: `${code}县政务服务中心`,
  en: `Centre ${code}`,
  division: `350${place < 6 ? 5 : 6}${code}`,
}))
const tree = divisionTree(divisions, centres)

beforeAll(async () => loadPageWords())

describe('which centre needs action first', () => {
  const items = () =>
    centreItems({ answer, goals: new Map() }, code => ({ short: `${code}县`, whole: code }), say)

  it('is the one with the strongest evidence, in words with owner and next step', () => {
    const [first, second, ...others] = items()
    expect([first?.title, first?.amount, first?.urgent]).toEqual([
      'c3县：按时办结率显著低于合计',
      '200',
      true,
    ])
    expect(first?.detail).toContain('80.0%')
    expect([first?.owner, first?.next]).toEqual(['c3负责人', '查看该中心的窗口和原因'])
    expect(second?.title).toBe('c7县：90 件在办超期')
    expect(others).toEqual([])
  })

  it('leads to that centre with the days of the page, without what limited another hall', () => {
    expect(items()[0]?.to).toMatchObject({ name: 'overview', query: { centre: 'c3', window: undefined } })
  })

  it('is none where chance explains all differences', () => {
    const alike = answerOf(codes.map((_, place) => parts(970 + (place % 4), 1000, 4)))
    expect(
      centreItems({ answer: alike, goals: new Map() }, code => ({ short: code, whole: code }), say),
    ).toEqual([])
  })

  it('names the window at which most is late', () => {
    const windows: Answer = {
      ...answer,
      members: [
        answer.members[0] ?? [],
        [
          { code: 'W1', zh: '驾照窗口', en: 'Licences' },
          { code: 'W2', zh: '工商窗口', en: 'Trade' },
        ],
      ],
      current: {
        ...answer.current,
        totals: [
          { bucket: 0, members: ['c3', 'W1'], parts: parts(320, 500) },
          { bucket: 0, members: ['c3', 'W2'], parts: parts(480, 500) },
        ],
      },
    }
    const [first] = centreItems(
      { answer, goals: new Map(), windows },
      code => ({ short: code, whole: code }),
      say,
    )
    expect(first?.detail).toContain('超期办结中 180 件（90.0%）在驾照窗口。')
  })
})

describe('centres in the tree', () => {
  const all = { isOpen: () => true, isTold: () => false, search: '' }
  const worse = columnOf('onTimeRate', answer, say)

  it('stand under their city, each level with its sum', () => {
    const lines = treeLines(tree, all)
    expect(lines.map(({ code }) => code).slice(0, 3)).toEqual(['35+', '3505+', 'c0'])
    expect(lines).toHaveLength(15)
  })

  it('stay in sight where they stand out, although their city is folded', () => {
    const isTold = ({ code }: { code: string }) => worse.verdicts.get(code) === 'worse'
    const lines = treeLines(tree, { ...all, isOpen: () => false, isTold })
    expect(lines.map(({ code }) => code)).toEqual(['35+', '3505+', 'c3', '3506+'])
    expect(lines[1]).toMatchObject({ hidden: 5 })
  })

  it('are found by name, and ranked only where evidence allows', () => {
    expect(treeLines(tree, { ...all, search: 'C11' }).map(({ code }) => code)).toEqual([
      '35+',
      '3506+',
      'c11',
    ])
    const lines = evidenceLines(tree, worse, { search: '', isSmall: () => false })
    expect(lines.map(({ code }) => code)).toEqual([
      'worse',
      'c3',
      'same',
      ...codes.filter(code => code !== 'c3'),
    ])
  })

  it('wear no red without evidence', () => {
    expect(worse.cell(answer.current.totals[3]?.parts ?? null, 'c3')).toMatchObject({
      text: '80.0%',
      verdict: 'worse',
    })
    expect(worse.cell(answer.current.totals[4]?.parts ?? null, 'c4').verdict).toBeNull()
    expect(worse.cell(null, 'c4')).toMatchObject({ text: '—', mark: null })
  })

  it('are called by their county, in English only where it has an English name', () => {
    expect(shortNames(divisions, centres)[0]).toMatchObject({ zh: 'c0县', en: 'c0 county' })
    const city = [{ code: 'city', zh: '泉州市中心', en: 'City centre', division: '3505' }, ...centres]
    expect(shortNames(divisions, city)[0]).toMatchObject({ zh: '泉州市中心' })
  })

  it('begin at the smallest division that holds them, and keep those of no division', () => {
    expect(divisionTree(divisions.slice(1), centres.slice(0, 6)).division?.code).toBe('3505')
    const lost = divisionTree(divisions, [...centres, { code: 'x', zh: 'x', en: 'x', division: null }])
    expect([lost.division, centresIn(lost)[0]?.code]).toEqual([null, 'x'])
  })
})

it('a sum of what no centre keeps is unknown, and no nought', () => {
  const key = partKey(partsOf(tradesConcluded)[0]!)
  expect(rollUp([tradesConcluded], [{}, {}])[key]).toBeNull()
  expect(rollUp([tradesConcluded], [{}, { [key]: 3 }])[key]).toBe(3)
})

describe('reporting', () => {
  const reached = (code: string, until: string | null) => ({
    centre: { code, zh: code, en: code },
    until,
    expectedUntil: '2013-06-24',
    late: until === null || until < '2013-06-24',
  })
  const all = [
    reached('a', '2013-06-28'),
    reached('b', '2013-06-23'),
    reached('c', '2013-05-03'),
    reached('d', null),
  ]

  it('leaves out who would hold back the figures of all, but not for days before', () => {
    expect([...behindOthers(all, dayFromText('2013-06-30') ?? 0)]).toEqual(['c', 'd'])
    expect([...behindOthers(all, dayFromText('2013-04-30') ?? 0)]).toEqual(['d'])
  })

  it('tells those furthest behind first, in one line', () => {
    const [item] = reportedItem(all, code => ({ short: code, whole: code }), say)
    expect(item?.detail).toBe('d尚无记录、c报至5月3日、b报至6月23日')
    expect(item?.amount).toBe('3')
  })
})
