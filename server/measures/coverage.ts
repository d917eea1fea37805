import type { Day } from '../common/day.ts'

/** Days from `from` to `to`, both included. */
export interface DayRange {
  from: Day
  to: Day
}

/** Ranges of days in order, which neither overlap nor touch. */
export type DaySet = readonly DayRange[]

/** The days that are in any of the ranges. */
export function daySet(ranges: readonly DayRange[]): DaySet {
  const ordered = ranges.filter(range => range.from <= range.to).toSorted((a, b) => a.from - b.from)
  const merged: DayRange[] = []
  for (const range of ordered) {
    const last = merged.at(-1)
    if (last && range.from <= last.to + 1) last.to = Math.max(last.to, range.to)
    else merged.push({ ...range })
  }
  return merged
}

/** The days of a set that are not in the other one. */
export function withoutDays(days: DaySet, removed: DaySet): DaySet {
  return removed.reduce<DaySet>(
    (rest, cut) =>
      rest.flatMap(range =>
        range.to < cut.from || range.from > cut.to
          ? [range]
          : [
              { from: range.from, to: cut.from - 1 },
              { from: cut.to + 1, to: range.to },
            ].filter(piece => piece.from <= piece.to),
      ),
    days,
  )
}

/** The days in both sets. */
export function commonDays(a: DaySet, b: DaySet): DaySet {
  return daySet(
    a.flatMap(range =>
      b.map(other => ({ from: Math.max(range.from, other.from), to: Math.min(range.to, other.to) })),
    ),
  )
}

/** How much of some days is known: all of them, some of them, or none. */
export type Known = 'known' | 'partly' | 'unknown'

/** How much of a range is in the set. A range without days, such as one in the future, is unknown. */
export function knownIn(days: DaySet, range: DayRange): Known {
  if (range.from > range.to) return 'unknown'
  const missing = withoutDays([range], days)
  if (missing.length === 0) return 'known'
  return commonDays([range], days).length > 0 ? 'partly' : 'unknown'
}
