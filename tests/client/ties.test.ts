import type { Answer, Cell } from '#measures'
import type { Asked } from '../../client/questions/useAsked.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { measures, partKey, partsOf, splitTieWords } from '#measures'
import { comparedRows } from '../../client/questions/comparedRows.ts'
import { foundIn } from '../../client/questions/foundIn.ts'
import { i18n, loadPageWords } from '../../client/words/index.ts'

const measure = measures.casesReceived
const months = ['2026-01', '2026-02', '2026-03']

const asked: Asked = {
  measures: ['casesReceived'],
  period: '2026-10',
  comparison: 'none',
  granularity: 'none',
  groupBy: ['window'],
  filters: [],
  order: 'highest',
  top: null,
  threshold: null,
}

/** Windows A, B, C … with so many received cases each; of several times, one window in each. */
function answerOf(counts: readonly number[], isTimed = false): Answer {
  const codes = counts.map((_, place) => String.fromCharCode(65 + place))
  const cells: Cell[] = counts.map((count, place) => ({
    bucket: isTimed ? place : 0,
    members: [codes[place] ?? ''],
    parts: Object.fromEntries(partsOf(measure).map(part => [partKey(part), count])),
  }))
  const buckets = months.map(key => ({ key, from: `${key}-01`, to: `${key}-28` }))
  const days = { from: '2026-01-01', to: '2026-10-31' }
  return {
    question: { ...asked, measures: ['casesReceived'], centres: [], benchmark: false },
    asOf: '2026-11-27T00:00:00Z',
    dataUntil: '2026-10-31',
    knownDays: {},
    openedOn: '2012-08-08',
    dataVersions: {},
    currency: 'CNY',
    demo: false,
    partial: false,
    members: [codes.map(code => ({ code, zh: code, en: code }))],
    current: { ...days, buckets, cells, totals: cells, overall: {}, coverage: {}, versions: {} },
    earlier: null,
    settingChanges: [],
    sources: [],
  }
}

/** The headline of a list, and what is said of its end. */
function said(answer: Answer, how: Partial<Asked>, language: 'zh' | 'en' = 'zh'): [string, string] {
  i18n.global.locale.value = language
  const printing = { language, currency: 'CNY' } as const
  const list = comparedRows(answer, { ...asked, ...how }, { measure, language })
  const say = {
    t: (key: string, named: Record<string, string | number> = {}) => i18n.global.t(key, named),
    ...printing,
  }
  return [
    foundIn(answer, list, { asked: { ...asked, ...how }, limit: '', say }),
    splitTieWords(list.splitTie, measure, printing),
  ]
}

beforeAll(async () => {
  for (const language of ['zh', 'en'] as const) {
    i18n.global.locale.value = language
    await loadPageWords()
  }
})

describe('equal members of a list', () => {
  const seven = answerOf([9, 9, 4, 9, 9, 9, 9])

  it('are counted in all of it where the list shows the first of them', () => {
    expect(said(seven, { top: 5 })).toEqual([
      'A、B、D 等 6 项并列最多，9 件，列出前 5 项',
      '9 件的共 6 项并列，只列出其中 5 项',
    ])
    expect(said(seven, { top: 2 })[0]).toBe('A、B 等 6 项并列最多，9 件，列出前 2 项')
    expect(said(seven, { top: 1 }, 'en')).toEqual([
      'Most: A and others, 6 tied, 9 cases, the first is listed',
      '6 are equal at 9 cases, of which 1 is listed',
    ])
  })

  it('are all named or counted where none is left out', () => {
    expect(said(seven, { top: 6 })).toEqual(['A、B、D 等 6 项并列最多，9 件', ''])
    expect(said(seven, {})).toEqual(['A、B、D 等 6 项并列最多，9 件', ''])
    expect(said(answerOf([3, 3, 1]), { top: 2 })).toEqual(['A、B最多，3 件', ''])
  })

  it('are said where the list ends among them further down', () => {
    const lower = answerOf([9, 4, 4, 4, 1])
    expect(said(lower, { top: 3 })).toEqual(['A最多，9 件', '4 件的共 3 项并列，只列出其中 2 项'])
    expect(said(lower, { top: 4 })).toEqual(['A最多，9 件', ''])
    expect(said(lower, { order: 'lowest', top: 2 })).toEqual([
      '有记录的各项中，E最少，1 件',
      '4 件的共 3 项并列，只列出其中 1 项',
    ])
  })

  it('are none, nor is one the most, where times stand in their own order', () => {
    const timed = answerOf([1, 2, 3], true)
    expect(said(timed, { granularity: 'month', order: null, top: 2 })).toEqual(['', ''])
    expect(said(timed, { granularity: 'month' })[0]).toBe('2026年3月 · C最多，3 件')
  })
})
