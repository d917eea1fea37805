import { describe, expect, it } from 'vitest'
import {
  choiceOfFigure,
  figuresOfChoice,
  namedBy,
  proseRank,
  proseShare,
  rankAmong,
  shareOfWhole,
  spanWords,
} from '#measures'

const ref = {
  measure: 'casesCompleted' as const,
  period: '2012-10-01..2012-10-31',
  comparison: 'none',
  shows: 'value' as const,
  form: 'plain' as const,
}
const figure = (value: number | null) => ({ value, numerator: null, n: null, coverage: null })

describe('a number as it is chosen', () => {
  it('is the same reference again where nothing is changed', () => {
    for (const same of [
      ref,
      { ...ref, clause: { before: '共办结', after: '，', zero: '没有办结' } },
      { ...ref, shows: 'largest' as const, by: 'window', most: 3 },
      { ...ref, filters: [{ dimension: 'window', in: ['W1'] }], shows: 'share' as const, by: 'window' },
    ])
      expect(figuresOfChoice(choiceOfFigure(same), 'zh')).toEqual([same])
  })

  it('seeks the largest among all members of their dimension, and keeps the filter on another', () => {
    const filters = [
      { dimension: 'window', in: ['W1'] },
      { dimension: 'channel', in: ['online'] },
    ]
    const choice = { ...choiceOfFigure(ref), filters, shows: 'largest' as const, by: 'window', most: 3 }
    expect(figuresOfChoice(choice, 'zh')).toMatchObject([{ filters: [filters[1]], by: 'window', most: 3 }])
    const narrowed = { ...choice, filters: filters.slice(0, 1) }
    expect(figuresOfChoice(narrowed, 'zh')[0]).not.toHaveProperty('filters')
  })

  it('says 同比 and 环比 behind the value, each with the comma that goes where there is no change', () => {
    const both = { ...choiceOfFigure(ref), comparisons: ['lastYear', 'previous'] }
    const words = (language: 'zh' | 'en') =>
      figuresOfChoice(both, language).map(one => [one.shows, one.comparison, one.clause?.before ?? ''])
    expect(words('zh')).toEqual([
      ['value', 'none', ''],
      ['change', 'lastYear', '，'],
      ['change', 'previous', '，'],
    ])
    expect(words('en')[1]).toEqual(['change', 'lastYear', ', '])
    const alone = figuresOfChoice({ ...both, shows: 'change', subject: '办结量' }, 'zh')
    expect(alone.map(({ clause }) => clause?.before)).toEqual(['办结量', '，'])
  })

  it('keeps the words of a value, but not those for a value below zero once others stand before it', () => {
    const saved = {
      ...ref,
      measure: 'savings' as const,
      clause: { before: '节约', after: '', zero: null, below: { before: '超出', after: '' } },
    }
    const choice = choiceOfFigure(saved)
    expect(figuresOfChoice(choice, 'zh')[0]?.clause).toEqual(saved.clause)
    expect(figuresOfChoice({ ...choice, subject: '10月节约' }, 'zh')[0]?.clause).toEqual({
      before: '10月节约',
      after: '',
      zero: null,
    })
  })
})

describe('a member among all', () => {
  it('has a share: 2134 of 33264 is 6.4 per cent', () => {
    const share = shareOfWhole(figure(2134), figure(33264))
    expect([share.numerator, share.n]).toEqual([2134, 33264])
    expect(proseShare(share.value!, 'zh')).toBe('占6.4%')
    expect(proseShare(share.value!, 'en')).toBe('6.4% of all')
  })

  it('has none where the whole is nothing, the part is more than the whole, or one is not known', () => {
    for (const [part, whole] of [
      [0, 0],
      [3, 2],
      [-1, 2],
      [null, 2],
      [1, null],
    ] as const)
      expect(shareOfWhole(figure(part), figure(whole)).value).toBeNull()
  })

  it('has a place by size; equal values share one', () => {
    expect(rankAmong([9, 7, 7, 5], 9)).toEqual({ place: 1, of: 4 })
    expect(rankAmong([9, 7, 7, 5], 7)).toEqual({ place: 2, of: 4 })
    expect(rankAmong([9, 7, 7, 5], 5)).toEqual({ place: 4, of: 4 })
    expect(rankAmong([9, 7], 8)).toBeNull()
    expect(proseRank({ place: 3, of: 28 }, { zh: '窗口', en: 'Window' }, 'zh')).toBe('在28个窗口中居第3位')
    expect(
      [1, 2, 3, 4, 11, 21].map(place => proseRank({ place, of: 28 }, { zh: '', en: 'Window' }, 'en')),
    ).toEqual(['1st', '2nd', '3rd', '4th', '11th', '21st'].map(nth => `${nth} of 28 (window)`))
  })
})

describe('dates as a subject', () => {
  it.each([
    ['2012-10-01', '2012-10-31', '10月', 'October'],
    ['2012-01-01', '2012-10-31', '1—10月', 'January to October'],
    ['2012-01-01', '2012-12-31', '2012年', '2012'],
    ['2011-10-01', '2011-10-31', '2011年10月', 'October 2011'],
    ['2012-08-08', '2012-12-31', '8月8日至12月31日', '8 August to 31 December'],
    ['2012-08-08', '2013-01-14', '8月8日至2013年1月14日', '8 August to 14 January 2013'],
    ['2012-10-05', '2012-10-05', '10月5日', '5 October'],
  ])('%s to %s is %s', (from, to, zh, en) => {
    expect(spanWords({ from, to }, 'zh', '2012')).toBe(zh)
    expect(spanWords({ from, to }, 'en', '2012')).toBe(en)
  })
})

describe('by what members are named at first', () => {
  it('is what was chosen where the measure is counted by it, else what splits one hall', () => {
    expect(namedBy('window', ['centre', 'unit', 'window'])).toBe('window')
    expect(namedBy('window', ['centre', 'category', 'method'])).toBe('category')
    expect(namedBy('window', ['centre'])).toBe('centre')
    expect(namedBy('window', [])).toBe('')
  })
})
