import type { Answer } from '../../server/measures/answer.ts'
import { describe, expect, it } from 'vitest'
import { bucketMark, bucketMarkWords, isCutShort } from '../../server/measures/bucketMarks.ts'
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
