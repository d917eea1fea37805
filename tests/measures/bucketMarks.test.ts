import type { Answer } from '../../server/measures/answer.ts'
import { describe, expect, it } from 'vitest'
import { bucketMark, bucketMarkWords, drawnBuckets, isCutShort } from '../../server/measures/bucketMarks.ts'
import { measures } from '../../server/measures/definitions/index.ts'

const measure = measures.casesReceived
type Missing = { from: string; to: string }[]

/** An answer of buckets of which some days are missing. */
function answerOf(
  granularity: string,
  buckets: readonly [key: string, from: string, to: string][],
  missing: Missing = [],
): Answer {
  const [first, last] = [buckets[0]![1], buckets.at(-1)![2]]
  const coverage = { from: first, to: last, known: missing.length > 0 ? 'partly' : 'known', missing }
  return {
    question: { granularity },
    partial: true,
    asOf: '2026-11-29T08:00:00.000Z',
    current: {
      from: first,
      to: last,
      buckets: buckets.map(([key, from, to]) => ({ key, from, to })),
      coverage: { cases: { ...coverage, openDays: 10, until: null, since: null } },
    },
  } as unknown as Answer
}
const year = (name: string): [string, string, string] => [name, `${name}-01-01`, `${name}-12-31`]

describe('what a bucket lacks', () => {
  it('is said of years without data, of one without some days, and of one that is not over', () => {
    const answer = answerOf(
      'year',
      [year('2021'), year('2022'), year('2023'), year('2024'), ['2025', '2025-01-01', '2025-11-29']],
      [{ from: '2021-01-01', to: '2023-03-31' }],
    )
    const said = (language: 'zh' | 'en'): string[] =>
      answer.current.buckets.map(bucket =>
        bucketMarkWords(bucketMark(measure, answer, bucket), language, bucket.key),
      )
    const partly = '（缺1月1日至3月31日）'
    expect(said('zh')).toEqual(['（无数据）', '（无数据）', partly, '', '（到11月29日为止）'])
    expect(said('en')).toEqual([
      ' (no data)',
      ' (no data)',
      ' (no data for 1 January to 31 March)',
      '',
      ' (until 29 November)',
    ])
    const unfinished = answer.current.buckets.map(bucket => isCutShort(measure, answer, bucket))
    expect(unfinished).toEqual([false, false, false, false, true])
  })

  it.each([
    ['quarter', ['2026-Q4', '2026-10-01', '2026-11-29'], '（到11月29日为止）'],
    ['quarter', ['2026-Q4', '2026-10-01', '2026-12-31'], ''],
    ['half', ['2026-H2', '2026-08-08', '2026-12-31'], '（自8月8日起）'],
    ['month', ['2026-11', '2026-11-03', '2026-11-29'], '（自11月3日起，到11月29日为止）'],
    ['week', ['2026-11-23', '2026-11-23', '2026-11-28'], '（到11月28日为止）'],
    ['week', ['2026-11-23', '2026-11-23', '2026-11-29'], ''],
    ['day', ['2026-11-23', '2026-11-23', '2026-11-23'], ''],
  ] as const)('of a %s of %j is %s', (granularity, bucket, wanted) => {
    const answer = answerOf(granularity, [[...bucket]])
    const mark = bucketMark(measure, answer, answer.current.buckets[0]!)
    expect(bucketMarkWords(mark, 'zh', '2026')).toBe(wanted)
  })

  it('is not called unfinished where a past period ends in the middle of it', () => {
    const week: [string, string, string] = ['2012-12-31', '2012-12-31', '2012-12-31']
    const shown = { ...answerOf('week', [week]), partial: false }
    const [bucket] = shown.current.buckets
    expect(bucketMarkWords(bucketMark(measure, shown, bucket!), 'zh', '2012')).toBe('（到12月31日为止）')
    expect(isCutShort(measure, shown, bucket!)).toBe(true)
    expect(bucketMark(measure, shown, bucket!)?.open).toBe(false)
    const early = { ...shown, asOf: '2012-12-31T08:00:00.000Z' }
    expect(bucketMark(measure, early, bucket!)?.open).toBe(true)
  })

  it('is nothing for a period that is not cut', () => {
    const answer = answerOf('none', [['all', '2026-01-01', '2026-11-29']])
    expect(bucketMark(measure, answer, answer.current.buckets[0]!)).toBeNull()
  })
})

describe('the buckets that a line draws', () => {
  const october = ['2026-10', '2026-10-01', '2026-10-31'] as [string, string, string]
  const november = (to: string): [string, string, string] => ['2026-11', '2026-11-01', to]

  it.each([
    // One day of thirty is in no line.
    ['2026-11-01', 1, 1],
    // Nine days are less than a third of thirty, ten are not.
    ['2026-11-09', 1, 1],
    ['2026-11-10', 1, 2],
    ['2026-11-29', 1, 2],
    ['2026-11-30', 2, 2],
  ])('of a month counted until %s are %i of a sparkline and %i of a trend', (to, spark, trend) => {
    const answer = answerOf('month', [october, november(to)])
    expect([drawnBuckets(measure, answer), drawnBuckets(measure, answer, 1 / 3)]).toEqual([spark, trend])
  })

  it.each([
    ['2026-11-24', 1],
    ['2026-11-25', 2],
  ])('of a week counted until %s are %i of a trend', (to, count) => {
    const answer = answerOf('week', [
      ['2026-11-16', '2026-11-16', '2026-11-22'],
      ['2026-11-23', '2026-11-23', to],
    ])
    expect(drawnBuckets(measure, answer, 1 / 3)).toBe(count)
  })

  it('are the only one, whatever it holds, and all days', () => {
    expect(drawnBuckets(measure, answerOf('month', [november('2026-11-01')]))).toBe(1)
    const days = ['2026-11-28', '2026-11-29'].map((day): [string, string, string] => [day, day, day])
    expect(drawnBuckets(measure, answerOf('day', days))).toBe(2)
  })
})
