import type { PlacedBucket } from '../query/read.ts'
import type { Step } from './grains.ts'
import { monthStart } from '#measures'

/**
 * The days of buckets that one table answers: a table of the grain, or the fact where the grain stores no
 * days.
 */
export interface Segment {
  step: Step
  buckets: PlacedBucket[]
}

/** The first and last day of the whole months within some days; null where there are none. */
function wholeMonths({
  from,
  to,
}: Pick<PlacedBucket, 'from' | 'to'>): { from: number | null; to: number } | null {
  const first = from === null ? null : monthStart(from) === from ? from : monthStart(from, 1)
  const last = monthStart(to + 1) - 1
  return first !== null && first > last ? null : { from: first, to: last }
}

function edges(bucket: PlacedBucket, whole: { from: number | null; to: number }): PlacedBucket[] {
  const before =
    bucket.from !== null && whole.from !== null && bucket.from < whole.from
      ? [{ ...bucket, to: whole.from - 1 }]
      : []
  const after = whole.to < bucket.to ? [{ ...bucket, from: whole.to + 1 }] : []
  return [...before, ...after]
}

/** Whether some bucket contains a whole month. */
export const holdMonths = (buckets: readonly Pick<PlacedBucket, 'from' | 'to'>[]): boolean =>
  buckets.some(bucket => wholeMonths(bucket) !== null)

/** One segment with all buckets, for the table of days. */
export const daySegments = (buckets: readonly PlacedBucket[]): Segment[] => [
  { step: 'day', buckets: [...buckets] },
]

/**
 * Splits buckets into whole months and the remaining days. Each day of each bucket is in exactly one segment.
 * Without buckets there is one empty segment, which reads no rows.
 */
export function segmentsOf(buckets: readonly PlacedBucket[]): Segment[] {
  const months: PlacedBucket[] = []
  const days: PlacedBucket[] = []
  for (const bucket of buckets) {
    const whole = wholeMonths(bucket)
    if (whole) months.push({ ...bucket, ...whole })
    days.push(...(whole ? edges(bucket, whole) : [bucket]))
  }
  const segments: Segment[] = [
    { step: 'month', buckets: months },
    { step: 'day', buckets: days },
  ]
  const filled = segments.filter(segment => segment.buckets.length > 0)
  return filled.length > 0 ? filled : daySegments(buckets)
}
