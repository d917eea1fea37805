import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayFromText, monthEnd, monthStart, textOfDay } from '#measures'
import { segmentsOf } from '../../server/rollups/segments.ts'

const day = (text: string): number => dayFromText(text) ?? Number.NaN
function shown(from: string | null, to: string): string[] {
  return segmentsOf([{ place: 0, from: from === null ? null : day(from), to: day(to) }]).flatMap(segment =>
    segment.buckets.map(
      bucket =>
        `${segment.step} ${bucket.from === null ? '…' : textOfDay(bucket.from)}..${textOfDay(bucket.to)}`,
    ),
  )
}

describe('whole months plus edge days', () => {
  it.each([
    ['2012-08-08', '2012-12-31', ['month 2012-09-01..2012-12-31', 'day 2012-08-08..2012-08-31']],
    ['2012-01-01', '2012-12-31', ['month 2012-01-01..2012-12-31']],
    ['2012-08-08', '2012-08-20', ['day 2012-08-08..2012-08-20']],
    ['2012-08-08', '2012-09-20', ['day 2012-08-08..2012-09-20']],
    [
      '2012-07-31',
      '2012-09-01',
      ['month 2012-08-01..2012-08-31', 'day 2012-07-31..2012-07-31', 'day 2012-09-01..2012-09-01'],
    ],
    ['2012-02-01', '2012-02-29', ['month 2012-02-01..2012-02-29']],
    ['2012-02-01', '2012-02-28', ['day 2012-02-01..2012-02-28']],
  ])('%s..%s', (from, to, segments) => expect(shown(from, to)).toEqual(segments))

  it('reach back to the beginning of time in months', () => {
    expect(shown(null, '2012-12-31')).toEqual(['month …..2012-12-31'])
    expect(shown(null, '2012-09-10')).toEqual(['month …..2012-08-31', 'day 2012-09-01..2012-09-10'])
  })

  it('of no days are one that reads no rows', () => {
    expect(segmentsOf([])).toEqual([{ step: 'day', buckets: [] }])
  })

  it('hold each day of each bucket once, and months are whole', () => {
    const bucket = fc.tuple(fc.integer({ min: 15_000, max: 17_000 }), fc.integer({ min: 0, max: 500 }))
    fc.assert(
      fc.property(fc.array(bucket, { maxLength: 5 }), buckets => {
        const segments = segmentsOf(
          buckets.map(([from, length], place) => ({ place, from, to: from + length })),
        )
        const seen = segments.flatMap(segment =>
          segment.buckets.flatMap(({ place, from, to }) =>
            Array.from({ length: to - (from ?? 0) + 1 }, (_, index) => `${place} ${(from ?? 0) + index}`),
          ),
        )
        const wanted = buckets.flatMap(([from, length], place) =>
          Array.from({ length: length + 1 }, (_, index) => `${place} ${from + index}`),
        )
        expect(seen.sort()).toEqual(wanted.sort())
        for (const { from, to } of segments
          .filter(segment => segment.step === 'month')
          .flatMap(segment => segment.buckets))
          expect([monthStart(from ?? 0), monthEnd(to)]).toEqual([from, to])
      }),
    )
  })
})
