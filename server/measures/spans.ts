import type { Day } from '../common/day.ts'

/** Consecutive days, both ends included; null where there is no first or no last day. */
export interface DaySpan {
  from: Day | null
  to: Day | null
}

/** Whether a span contains a day. */
export const holdsDay = ({ from, to }: DaySpan, day: Day): boolean =>
  (from === null || from <= day) && (to === null || day <= to)

/** The days of a bucket within a span; `to` is before `from` where there are none. */
export function clipTo<B extends DaySpan & { to: Day }>(bucket: B, span: DaySpan): B {
  const from = bucket.from === null ? span.from : Math.max(bucket.from, span.from ?? bucket.from)
  return { ...bucket, from, to: Math.min(bucket.to, span.to ?? bucket.to) }
}
