import type { Answer, MeasureId } from '#measures'
import { beforeAll, describe, expect, it } from 'vitest'
import { measureNamed, partKey, partsOf } from '#measures'
import { inSentence } from '../../client/ui/figureWords.ts'
import { changesTold } from '../../client/ui/pageFindings.ts'
import { i18n, loadPageWords } from '../../client/words/index.ts'

const say = { t: i18n.global.t as never, language: 'zh', currency: 'CNY' } as const

function side(from: string, to: string, counts: Partial<Record<MeasureId, number>>): Answer['current'] {
  const overall = Object.fromEntries(
    Object.entries(counts).flatMap(([id, count]) =>
      partsOf(measureNamed(id)).map(part => [partKey(part), count]),
    ),
  )
  const coverage = { from, to, days: 30, openDays: 20, missing: [] }
  return {
    from,
    to,
    buckets: [{ key: from.slice(0, 4), from, to }],
    cells: [],
    totals: [],
    overall,
    coverage: { feedback: coverage, cases: coverage } as never,
    versions: {},
  }
}

/** Complaints and letters of a June and of the one before. */
function answer(now: Partial<Record<MeasureId, number>>, before: Partial<Record<MeasureId, number>>): Answer {
  return {
    question: {
      measures: ['complaints', 'letters'],
      centres: ['pinghe'],
      period: '2026-06',
      granularity: 'none',
      comparison: 'lastYear',
      groupBy: [],
      filters: [],
      benchmark: false,
    },
    asOf: '2026-07-01T00:00:00Z',
    dataUntil: '2026-06-30',
    knownDays: {},
    openedOn: null,
    dataVersions: {},
    currency: 'CNY',
    demo: false,
    partial: false,
    members: [],
    current: side('2026-06-01', '2026-06-30', now),
    earlier: side('2025-06-01', '2025-06-30', before),
    settingChanges: [],
    sources: [],
  }
}

describe('the sentence on top of a page', () => {
  beforeAll(loadPageWords)
  const ids = ['complaints', 'letters'] as const

  it('tells the change that stands out, and underlines what became worse', () => {
    expect(
      changesTold(ids, answer({ complaints: 90, letters: 50 }, { complaints: 50, letters: 48 }), say),
    ).toEqual([{ text: '投诉', fault: '比去年同期多 40 件，升 80.0%' }])
    expect(
      changesTold(ids, answer({ complaints: 50, letters: 90 }, { complaints: 52, letters: 50 }), say),
    ).toEqual([{ text: '感谢信比去年同期多 40 封，升 80.0%' }])
  })

  it('says so where chance alone explains every change', () => {
    expect(
      changesTold(ids, answer({ complaints: 37, letters: 52 }, { complaints: 34, letters: 48 }), say),
    ).toEqual([{ text: '主要数字与对比期相比，都在正常波动之内' }])
  })

  it('says nothing where nothing is compared', () => {
    const alone = { ...answer({ complaints: 90 }, {}), earlier: null }
    expect(changesTold(ids, alone, say)).toEqual([])
  })
})

it('names a measure within an English sentence without its capital', () => {
  expect(inSentence('Attendance rate', 'en')).toBe('attendance rate')
  expect(inSentence('12345 hotline calls', 'en')).toBe('12345 hotline calls')
  expect(inSentence('P90 of days', 'en')).toBe('P90 of days')
  expect(inSentence('出勤率', 'zh')).toBe('出勤率')
})
