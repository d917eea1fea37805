import type { Day } from '../../common/day.ts'
import type { Instant } from '../../common/zone.ts'
import type { HallTime } from './hallTime.ts'

/** An instant and its precision. With `byDay`, only the local day is known, and `at` is its first instant. */
export interface Moment {
  at: Instant
  byDay: boolean
}

/** The local day of a moment. */
export const dayOfMoment = (hall: HallTime, { at }: Moment): Day => hall.zone.localAt(at).day

/**
 * Whether `a` is before `b`, compared at the coarser precision of the two. Two moments of one day are ordered
 * only if both have a clock time.
 */
export function isBefore(hall: HallTime, a: Moment, b: Moment): boolean {
  return a.byDay || b.byDay ? dayOfMoment(hall, a) < dayOfMoment(hall, b) : a.at < b.at
}

/** Seconds from one moment to another; a multiple of whole days where either has no clock time. */
export function secondsBetween(hall: HallTime, from: Moment, to: Moment): number {
  return from.byDay || to.byDay
    ? (dayOfMoment(hall, to) - dayOfMoment(hall, from)) * 86_400
    : Math.round((to.at - from.at) / 1000)
}
