import type { SeriesRef } from '#measures'
import { describe, expect, it } from 'vitest'
import { granularities, rowHeading } from '#measures'

const of = (more: Partial<SeriesRef>) => ({
  measures: ['casesCompleted' as const],
  by: '',
  granularity: 'none' as const,
  ...more,
})

describe('the heading above the names of rows', () => {
  it.each<[Partial<SeriesRef>, string, string]>([
    [{ by: 'window' }, '窗口', 'Window'],
    [{ by: 'unit' }, '单位', 'Unit'],
    [{ measures: ['savings'], by: 'category' }, '交易类别', 'Category'],
    [{ granularity: 'month' }, '月份', 'Month'],
    [{ granularity: 'quarter' }, '季度', 'Quarter'],
    [{}, '时期', 'Period'],
  ])('of %j is %s, %s', (more, zh, en) => {
    expect([rowHeading(of(more), 'zh'), rowHeading(of(more), 'en')]).toEqual([zh, en])
  })

  it('is there for every cut of time', () => {
    for (const granularity of granularities) expect(rowHeading(of({ granularity }), 'zh')).not.toBe('')
  })
})
