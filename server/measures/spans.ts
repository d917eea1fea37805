import type { Day } from '../common/day.ts'

/** Days in a row, both ends included; null where there is no end. */
export interface DaySpan {
  from: Day | null
  to: Day | null
}

/** True where a day lies in a span. */
export const holdsDay = ({ from, to }: DaySpan, day: Day): boolean =>
  (from === null || from <= day) && (to === null || day <= to)

/** The days that a bucket and a span have in common; `to` is before `from` where there are none. */
export function clipTo<B extends DaySpan & { to: Day }>(bucket: B, span: DaySpan): B {
  const from = bucket.from === null ? span.from : Math.max(bucket.from, span.from ?? bucket.from)
  return { ...bucket, from, to: Math.min(bucket.to, span.to ?? bucket.to) }
}
