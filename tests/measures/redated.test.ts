import type { FigureRef } from '#measures'
import { describe, expect, it } from 'vitest'
import { changesBehind, redated } from '#measures'

const october = { from: '2026-10-01', to: '2026-10-31' }
const toDate = { from: '2026-01-01', to: '2026-10-31' }
const some = { from: '2026-10-13', to: '2026-10-20' }
const zh = { language: 'zh', year: '2026' } as const

describe('the words before a number whose dates are changed', () => {
  it.each([
    ['10月共受理', toDate, '1—10月共受理'],
    ['10月，中心各窗口共受理各类事项', some, '10月13日至10月20日，中心各窗口共受理各类事项'],
    ['10月（截至20日）共受理', toDate, '1—10月共受理'],
    ['公安窗口10月', toDate, '公安窗口1—10月'],
    ['今年以来累计受理', october, '10月受理'],
    ['三季度完成交易', october, '10月完成交易'],
    ['，成交金额', toDate, '，成交金额'],
    ['', toDate, ''],
  ])('%s over %o', (subject, now, words) => {
    expect(redated(subject, { was: october, now }, zh)).toBe(words)
  })

  it('are left alone in English where they do not name the dates', () => {
    expect(redated('accepted ', { was: october, now: toDate }, { language: 'en', year: '2026' })).toBe(
      'accepted ',
    )
  })
})

describe('the changes that are said behind a value', () => {
  const value: FigureRef = {
    measure: 'casesAccepted',
    period: '2026-10-01..2026-10-31',
    comparison: 'none',
    shows: 'value',
    form: 'plain',
  }
  const change = (comparison: string, more: Partial<FigureRef> = {}): FigureRef => ({
    ...value,
    shows: 'change',
    comparison,
    ...more,
  })

  it('belong to it as far as nothing stands between', () => {
    const both = [change('lastYear'), change('previous')]
    expect(changesBehind(value, [...both, null, change('lastYear')])).toEqual(both)
    expect(changesBehind(value, [null, ...both])).toEqual([])
    expect(changesBehind(value, [change('lastYear', { measure: 'casesCompleted' })])).toEqual([])
    expect(changesBehind(value, [change('lastYear', { period: '2025-10' })])).toEqual([])
    expect(changesBehind(value, [change('sameWorkingDaysLastYear')])).toEqual([])
    expect(changesBehind(change('lastYear'), both)).toEqual([])
  })
})
