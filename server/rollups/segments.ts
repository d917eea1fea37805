import type { PlacedBucket } from '../query/read.ts'
import type { Step } from './grains.ts'
import { monthStart } from '#measures'

/** Days of buckets that one table answers: of a grain, or of the fact where the grain keeps no days. */
export interface Segment {
  step: Step
  buckets: PlacedBucket[]
}

/** The whole months inside some days, as first and last day; null where there is none. */
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

/** True where some bucket holds a whole month. */
export const holdMonths = (buckets: readonly Pick<PlacedBucket, 'from' | 'to'>[]): boolean =>
  buckets.some(bucket => wholeMonths(bucket) !== null)

/** The same buckets, all from the table of days. */
export const daySegments = (buckets: readonly PlacedBucket[]): Segment[] => [
  { step: 'day', buckets: [...buckets] },
]

/**
 * Cuts buckets into whole months and the days at their edges. Together the segments hold each day of
 * each bucket once. Of no days at all there is one segment without buckets, which reads no rows.
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
