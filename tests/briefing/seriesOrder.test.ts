import type { Answer, SeriesRef } from '#measures'
import { describe, expect, it } from 'vitest'
import { partKey, partsOf } from '#measures'
import { seriesRows, totalRow } from '../../server/briefing/seriesRows.ts'
import { measures } from '../../server/measures/definitions/index.ts'

const [part] = partsOf(measures.casesCompleted)
const side = { from: '2012-01-01', to: '2012-12-31', known: 'known', missing: [], openDays: 200 }
const counts = { A: 40, B: 7, C: 99, D: 7 }
const answer = {
  question: { granularity: 'none' },
  currency: 'CNY',
  openedOn: null,
  members: [Object.keys(counts).map(code => ({ code, zh: code, en: code }))],
  settingChanges: [],
  current: {
    from: '2012-01-01',
    to: '2012-12-31',
    buckets: [],
    cells: [],
    totals: Object.entries(counts).map(([code, count]) => ({
      bucket: 0,
      members: [code],
      parts: { [partKey(part!)]: count },
    })),
    overall: { [partKey(part!)]: 153 },
    coverage: { cases: { ...side, until: null, since: null } },
    versions: {},
  },
  earlier: null,
} as unknown as Answer

const ref: SeriesRef = {
  measures: ['casesCompleted'],
  period: '2012-01-01..2012-12-31',
  comparison: 'none',
  granularity: 'none',
  by: 'unit',
  most: 12,
}
const codes = (more: Partial<SeriesRef>): string[] =>
  seriesRows({ ...ref, ...more }, answer, 'zh').map(({ code }) => code)

describe('the members of a series', () => {
  it.each<[Partial<SeriesRef>, string[]]>([
    [{}, ['C', 'A', 'B', 'D']],
    [{ most: 2 }, ['C', 'A']],
    [{ order: 'lowest' }, ['B', 'D', 'A', 'C']],
    [{ order: 'lowest', most: 3 }, ['B', 'D', 'A']],
    [{ limit: { is: 'below', value: 40 } }, ['B', 'D']],
    [{ limit: { is: 'atMost', value: 40 }, order: 'lowest' }, ['B', 'D', 'A']],
    [{ limit: { is: 'above', value: 40 } }, ['C']],
    [{ limit: { is: 'atLeast', value: 40 } }, ['C', 'A']],
  ])('with %j are %j', (more, wanted) => {
    expect(codes(more)).toEqual(wanted)
  })

  it('have no row of all together where a limit leaves some out', () => {
    const total = (more: Partial<SeriesRef>) => {
      const rows = seriesRows({ ...ref, ...more }, answer, 'zh')
      return totalRow({ ...ref, ...more }, answer, { rows, language: 'zh' })
    }
    expect(total({})?.cells[0]?.value).toBe(153)
    expect(total({ limit: { is: 'below', value: 99 } })).toBeNull()
  })
})
