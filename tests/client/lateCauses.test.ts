import type { Answer, Parts } from '#measures'
import { describe, expect, it } from 'vitest'
import { measures } from '#measures'
import { lateCauses, lateSince, shareOfLate, strongest } from '../../client/windows/lateCauses.ts'
import { lateSentence } from '../../client/windows/lateSentence.ts'
import { i18n, loadPageWords } from '../../client/words/index.ts'
import { answer, cell, share, side } from '../support/answerParts.ts'

type Row = readonly [code: string, late: number, done: number]
const partsOf = (late: number, done: number): Parts => ({
  ...share(measures.casesCompleted, 0, done),
  ...share(measures.overdueCompletions, 0, late),
})
/** Members of one split with their late and their completed cases. */
function split(rows: readonly Row[]): Answer {
  const sum = (at: 1 | 2): number => rows.reduce((all, row) => all + row[at], 0)
  const totals = rows.map(([code, late, done]) => cell([code], partsOf(late, done)))
  return answer(side(totals, partsOf(sum(1), sum(2))))
}
const items = split([
  ['LARGE', 12, 900],
  ['SMALL', 10, 50],
  ['RARE', 1, 1],
  ['FINE', 0, 49],
])

describe('where late cases come from', () => {
  it('puts first what has more of the late cases than of the work, not what is merely large', () => {
    const causes = lateCauses(items, 'zh')
    expect(causes.map(({ code }) => code)).toEqual(['SMALL', 'LARGE', 'RARE'])
    expect(causes[0]).toMatchObject({ name: 'SMALL窗口', late: 10, ofDone: 0.05 })
    expect(causes[0]?.ofLate).toBeCloseTo(10 / 23, 6)
  })

  it('puts the most late cases first where they gather in no place', () => {
    const spread = split([
      ['FEW', 9, 10],
      ['MANY', 18, 300],
      ['SOME', 22, 250],
    ])
    const even = split([
      ['LARGE', 18, 367],
      ['MIDDLE', 9, 184],
      ['SMALL', 4, 40],
    ])
    expect(lateCauses(spread, 'zh').map(({ code }) => code)).toEqual(['FEW', 'SOME', 'MANY'])
    expect(lateCauses(even, 'zh').map(({ code }) => code)).toEqual(['LARGE', 'MIDDLE', 'SMALL'])
  })

  it('sets a share beside that of the hall, and says nothing of a hall without late cases', () => {
    const hall = split([
      ['SMALL', 10, 50],
      ['OTHER', 30, 950],
    ])
    expect(shareOfLate(hall, 'SMALL')).toBe(0.25)
    expect(shareOfLate(hall, 'FINE')).toBe(0)
    expect(shareOfLate(split([['FINE', 0, 9]]), 'FINE')).toBeNull()
  })

  it('names a channel or an hour only where lateness gathers in it', () => {
    const even = split([
      ['hall', 11, 500],
      ['online', 12, 500],
    ])
    const afternoon = split([
      ['9', 5, 600],
      ['16', 18, 400],
    ])
    const of = (found: Answer) => lateCauses(found, 'zh')
    expect(strongest([{ split: 'channel', causes: of(even) }])).toBeNull()
    const causes = strongest([
      { split: 'channel', causes: of(even) },
      { split: 'hour', causes: of(afternoon) },
    ])
    expect([causes?.split, causes?.cause.code]).toEqual(['hour', '16'])
  })

  it('knows from which days on each item was late', () => {
    const months = {
      ...items,
      current: {
        ...items.current,
        buckets: ['2012-09-01', '2012-10-01'].map(from => ({ from, to: from })),
        cells: [
          { bucket: 0, members: ['SMALL'], parts: partsOf(0, 20) },
          { bucket: 1, members: ['SMALL'], parts: partsOf(10, 30) },
          { bucket: 0, members: ['LARGE'], parts: partsOf(2, 30) },
        ],
      },
    } as unknown as Answer
    expect(Object.fromEntries(lateSince(months))).toEqual({ SMALL: '2012-10-01', LARGE: '2012-09-01' })
  })
})

describe('the finding about late cases', () => {
  it('names the items of a few cases, without shares and without a contradiction', async () => {
    await loadPageWords()
    const say = { t: i18n.global.t as (key: string) => string, language: 'zh' as const, currency: 'CNY' }
    const said = (rows: readonly Row[]) => lateSentence(split(rows), null, say)
    expect(said([['A', 2, 60]])).toBe('超期办结 2 件：A窗口')
    const few: Row[] = [
      ['A', 1, 60],
      ['B', 2, 9],
    ]
    expect(said(few)).toBe('超期办结 3 件：B窗口（2 件）、A窗口（1 件）')
    const spread: Row[] = [
      ['A', 9, 100],
      ['B', 8, 90],
    ]
    expect(said(spread)).toBe(
      '超期办结 17 件，没有哪个事项明显偏多；最多的是A窗口，占 52.9%（其办结占 52.6%）',
    )
    expect(lateSentence(items, null, say)).toMatch(/^超期办结 23 件：SMALL窗口占 43.5%（其办结占 5.0%）$/)
  })
})
