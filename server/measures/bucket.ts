import type { Day } from '../common/day.ts'
import type { Period } from './period.ts'
import { addMonths, dayOf, textOfDay, weekdayOf, yearOf } from '../common/day.ts'
import { NamedError } from '../common/errors.ts'

/** The granularities of a period; `none` keeps it whole. */
export const granularities = ['none', 'day', 'week', 'month', 'quarter', 'half', 'year'] as const
export type Granularity = (typeof granularities)[number]

/**
 * A bucket: the days from `from` to `to`, both included. Buckets are passed to SQL as rows, so SQL needs no
 * date functions.
 */
export interface Bucket {
  key: string
  from: Day
  to: Day
}

/** The most buckets of a question; more are refused. */
const mostBuckets = 1500

const monthsPer: Record<'month' | 'quarter' | 'half' | 'year', number> = {
  month: 1,
  quarter: 3,
  half: 6,
  year: 12,
}

function startOf(granularity: Exclude<Granularity, 'none'>, day: Day): Day {
  if (granularity === 'day') return day
  if (granularity === 'week') return day - weekdayOf(day) + 1
  const months = monthsPer[granularity]
  const month = Number(textOfDay(day).slice(5, 7))
  return dayOf(yearOf(day), month - ((month - 1) % months), 1)
}

function nextStart(granularity: Exclude<Granularity, 'none'>, start: Day): Day {
  if (granularity === 'day') return start + 1
  return granularity === 'week' ? start + 7 : addMonths(start, monthsPer[granularity])
}

function keyOf(granularity: Exclude<Granularity, 'none'>, start: Day): string {
  const date = textOfDay(start)
  switch (granularity) {
    case 'day':
    case 'week':
      return date
    case 'month':
      return date.slice(0, 7)
    case 'quarter':
      return `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`
    case 'half':
      return `${date.slice(0, 4)}-H${Number(date.slice(5, 7)) <= 6 ? 1 : 2}`
    case 'year':
      return date.slice(0, 4)
  }
}

/** All days of the bucket that contains a day; null for granularity `none`. */
export function wholeBucket(granularity: Granularity, day: Day): Pick<Bucket, 'from' | 'to'> | null {
  if (granularity === 'none') return null
  const from = startOf(granularity, day)
  return { from, to: nextStart(granularity, from) - 1 }
}

/**
 * Splits a period into buckets at calendar boundaries; the first and the last may be shorter. Errors:
 * too-many-buckets.
 */
export function bucketsOf(period: Pick<Period, 'from' | 'to'>, granularity: Granularity): Bucket[] {
  if (granularity === 'none') return [{ key: 'all', from: period.from, to: period.to }]
  const buckets: Bucket[] = []
  for (let start = startOf(granularity, period.from); start <= period.to;) {
    const next = nextStart(granularity, start)
    buckets.push({
      key: keyOf(granularity, start),
      from: Math.max(start, period.from),
      to: Math.min(next - 1, period.to),
    })
    if (buckets.length > mostBuckets)
      throw new NamedError('too-many-buckets', { most: mostBuckets, granularity })
    start = next
  }
  return buckets
}

/** The granularity with which a period has a readable number of points. */
export function fittingGranularity(period: Pick<Period, 'from' | 'to'>): Exclude<Granularity, 'none'> {
  const days = period.to - period.from + 1
  if (days <= 45) return 'day'
  if (days <= 200) return 'week'
  return days <= 1100 ? 'month' : 'quarter'
}
