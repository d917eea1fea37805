import type { Answer, Cell, SideCoverage } from '#measures'
import { describe, expect, it } from 'vitest'
import { measures, partKey, partsOf } from '#measures'
import { daysFrom, dayWithFigures } from '../../client/ui/dayWithFigures.ts'
import { noDataOf } from '../../client/ui/noData.ts'

const measure = measures.casesReceived
const say = {
  t: (key: string, named: Record<string, string | number> = {}) => `${key} ${String(named.day ?? '')}`.trim(),
  language: 'zh',
  currency: 'CNY',
} as const

/** An answer about received cases of some days, with a count for each where they are told apart. */
function answerOf(
  days: readonly string[],
  counts: readonly number[],
  coverage: Partial<SideCoverage>,
): Answer {
  const [from = '', to = ''] = [days[0], days.at(-1)]
  const cells: Cell[] = counts.map((count, bucket) => ({
    bucket,
    members: [],
    parts: Object.fromEntries(partsOf(measure).map(part => [partKey(part), count])),
  }))
  const cases: SideCoverage = {
    ...{ from, to, known: 'known', missing: [], openDays: 5, until: null, since: null },
    ...coverage,
  }
  const buckets = days.map(day => ({ key: day, from: day, to: day }))
  return {
    question: {
      measures: ['casesReceived'],
      centres: ['hall'],
      period: `${from}..${to}`,
      granularity: 'none',
      comparison: 'none',
      groupBy: ['window'],
      filters: [{ dimension: 'unit', in: ['U1'] }],
      benchmark: false,
    },
    asOf: '2026-11-27T00:00:00Z',
    dataUntil: to,
    knownDays: {},
    openedOn: '2012-08-08',
    dataVersions: {},
    currency: 'CNY',
    demo: false,
    partial: false,
    members: [],
    current: { from, to, buckets, cells, totals: [], overall: {}, coverage: { cases }, versions: {} },
    earlier: null,
    settingChanges: [],
    sources: [],
  }
}

const without = (from: string, to: string, until: string | null, since: string | null) =>
  noDataOf([measure], answerOf([from, to], [], { known: 'unknown', until, since }), say)

describe('days without data', () => {
  it('lead to the nearer of the days before and after them, with its year', () => {
    const march = without('2024-03-01', '2024-03-31', '2013-01-23', '2024-12-02')
    expect(march?.day).toBe('2024-12-02')
    expect(march?.look('2024-12-02')).toBe('noData.look 2024年12月2日')
    expect(without('2013-02-01', '2013-02-28', '2013-01-23', '2024-12-02')?.day).toBe('2013-01-23')
  })

  it('lead nowhere where no day is near, but to the end and the beginning of all data', () => {
    expect(without('2018-03-01', '2018-03-31', '2013-01-23', '2024-12-02')?.day).toBeNull()
    expect(without('2026-11-01', '2026-11-30', '2013-01-23', null)?.day).toBe('2013-01-23')
    expect(without('2001-03-01', '2001-03-31', null, '2012-08-08')?.day).toBe('2012-08-08')
  })

  it('ask for the same figures of the same members, day by day and away from the period', () => {
    expect(daysFrom('2013-01-23', answerOf(['2013-02-01', '2013-02-28'], [], {}), [measure])).toEqual({
      measures: ['casesReceived'],
      centres: ['hall'],
      filters: [{ dimension: 'unit', in: ['U1'] }],
      benchmark: false,
      period: '2013-01-10..2013-01-23',
      comparison: 'none',
      granularity: 'day',
      groupBy: [],
    })
    const later = daysFrom('2024-12-02', answerOf(['2024-03-01', '2024-03-31'], [], {}), [measure])
    expect(later.period).toBe('2024-12-02..2024-12-15')
  })

  it('lead to the nearest day of these that has a figure, and to none where all are zero', () => {
    const days = ['2013-01-20', '2013-01-21', '2013-01-22', '2013-01-23']
    const nearest = (counts: number[], day: string) =>
      dayWithFigures(answerOf(days, counts, {}), [measure], day)
    expect(nearest([4, 3, 0, 0], '2013-01-23')).toBe('2013-01-21')
    expect(nearest([0, 3, 4, 0], '2013-01-20')).toBe('2013-01-21')
    expect(nearest([0, 0, 0, 0], '2013-01-23')).toBeNull()
  })
})
