import type { Answer, Dates, Granularity } from '#measures'
import { describe, expect, it } from 'vitest'
import { answerNotes, bucketsOf, comparedDays, dayFromText, measureNamed, textOfDay } from '#measures'

const day = (text: string): number => dayFromText(text) ?? 0

/** An answer about completed cases of some days, with those of which nothing is known. */
function answerOf(
  { from, to }: Dates,
  {
    granularity,
    missing = [],
    partial = false,
    earlier = null,
  }: { granularity: Granularity; missing?: Dates[]; partial?: boolean; earlier?: Dates | null },
): Answer {
  const buckets = bucketsOf({ from: day(from), to: day(to) }, granularity).map(bucket => ({
    key: bucket.key,
    from: textOfDay(bucket.from),
    to: textOfDay(bucket.to),
  }))
  const state = missing.length === 0 ? 'known' : 'partly'
  const cases = { from, to, known: state, missing, openDays: 10, until: to, since: from } as const
  const side = { from, to, buckets, cells: [], totals: [], overall: {}, coverage: { cases }, versions: {} }
  return {
    question: {
      measures: ['casesCompleted'],
      centres: [],
      period: `${from}..${to}`,
      granularity,
      comparison: 'none',
      groupBy: [],
      filters: [],
      benchmark: false,
    },
    asOf: '2026-11-27T00:00:00Z',
    dataUntil: to,
    knownDays: {},
    openedOn: '2012-08-08',
    dataVersions: {},
    currency: 'CNY',
    demo: false,
    partial,
    members: [],
    current: side,
    earlier: earlier && { ...side, ...earlier },
    settingChanges: [],
    sources: [],
  }
}

const said = (answer: Answer, language: 'zh' | 'en' = 'zh'): string[] =>
  answerNotes(answer, { measures: [measureNamed('casesCompleted')], language })

describe('the notes of a course', () => {
  it('name the times of which nothing is known, and those that are known in part', () => {
    const missing = [{ from: '2013-01-01', to: '2024-11-14' }]
    const answer = answerOf({ from: '2012-01-01', to: '2025-12-31' }, { granularity: 'year', missing })
    expect(said(answer)).toEqual(['2013年至2023年无数据', '2024年的数据不全'])
    expect(said(answer, 'en')).toEqual(['no data for 2013 to 2023', 'not all days are known of 2024'])
  })

  it('name the last time where it is not over', () => {
    const span = { from: '2026-01-01', to: '2026-11-26' }
    const quarters = answerOf(span, { granularity: 'quarter', partial: true })
    expect(said(quarters)).toEqual(['2026年四季度未结束，只数到11月26日'])
    expect(said(quarters, 'en')).toEqual(['Q4 2026 is not over: it is counted until 26 November'])
    const weeks = answerOf(span, { granularity: 'week', partial: true })
    expect(said(weeks)).toEqual(['2026年11月23日起的一周未结束，只数到11月26日'])
  })

  it('say beside a chart what it leaves out, and explain its star', () => {
    const drawn = (answer: Answer, how: 'leftOut' | 'marked', language: 'zh' | 'en' = 'zh'): string[] =>
      answerNotes(answer, { measures: [measureNamed('casesCompleted')], language, drawn: how })
    const begun = { from: '2026-01-01', to: '2026-12-01' }
    const months = answerOf(begun, { granularity: 'month', partial: true })
    expect(drawn(months, 'leftOut')).toEqual(['2026年12月只有1天，未画出'])
    expect(drawn(months, 'leftOut', 'en')).toEqual(['December 2026 has only 1 day and is not drawn'])
    expect(drawn(months, 'marked')).toEqual(['* 2026年12月未结束，只数到12月1日'])
    // A past period that ends within a month.
    const past = answerOf({ from: '2026-01-01', to: '2026-06-20' }, { granularity: 'month' })
    expect(drawn(past, 'marked')).toEqual(['* 2026年6月只数到6月20日'])
    expect(drawn(past, 'marked', 'en')).toEqual(['* June 2026 is counted only until 20 June'])
    expect(
      drawn(answerOf({ from: '2026-07-01', to: '2026-09-30' }, { granularity: 'month' }), 'leftOut'),
    ).toEqual([])
  })

  it('are none where all times are known and over', () => {
    const whole = { from: '2026-07-01', to: '2026-09-30' }
    expect(said(answerOf(whole, { granularity: 'month' }))).toEqual([])
    expect(said(answerOf(whole, { granularity: 'day', partial: true }))).toEqual([])
  })

  it('name at most three stretches', () => {
    const missing = ['02', '04', '06', '08'].map(month => ({
      from: `2026-${month}-01`,
      to: `2026-${month}-31`,
    }))
    const answer = answerOf({ from: '2026-01-01', to: '2026-09-30' }, { granularity: 'month', missing })
    expect(said(answer)).toEqual(['2026年2月、2026年4月、2026年6月等4段无数据'])
    expect(said(answer, 'en')).toEqual(['no data for February 2026, April 2026, June 2026 and 1 more'])
  })
})

describe('the notes of a figure or a list', () => {
  it('name the days that are missing', () => {
    const missing = [{ from: '2026-10-10', to: '2026-10-12' }]
    const answer = answerOf({ from: '2026-10-01', to: '2026-10-31' }, { granularity: 'none', missing })
    expect(said(answer)).toEqual(['10月10日至10月12日无数据'])
  })

  it('name them with their year where it is not the present one', () => {
    const missing = [{ from: '2013-01-24', to: '2013-12-31' }]
    const answer = answerOf({ from: '2013-01-01', to: '2013-12-31' }, { granularity: 'none', missing })
    expect(said(answer)).toEqual(['2013年1月24日至2013年12月31日无数据'])
    expect(said(answer, 'en')).toEqual(['no data for 24 January 2013 to 31 December 2013'])
  })
})

describe('the compared days', () => {
  const span = { from: '2026-01-01', to: '2026-11-26' }

  it('are said as they were really compared', () => {
    const earlier = { from: '2025-01-01', to: '2025-11-26' }
    const answer = answerOf(span, { granularity: 'none', partial: true, earlier })
    expect(comparedDays(answer, 'zh')).toBe('对比期：2025年1月1日至2025年11月26日')
    expect(comparedDays(answer, 'en')).toBe('compared with 1 January 2025 to 26 November 2025')
  })

  it('are none where nothing is compared', () => {
    expect(comparedDays(answerOf(span, { granularity: 'none' }), 'zh')).toBe('')
    const none = answerOf(span, { granularity: 'none', earlier: { from: '2025-01-01', to: '2024-12-31' } })
    expect(comparedDays(none, 'zh')).toBe('')
  })
})
