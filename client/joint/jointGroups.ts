import type { Outputs } from '../data/trpc.ts'

/** A joint affair as the server returns it. */
export type JointGroup = Outputs['measures']['joint']['groups'][number]

/**
 * The average time of a group, and the time if the units worked one after another; in thousandths of a day.
 */
interface JointSaving {
  /** The number of groups for which both times are known. */
  count: number
  sequential: number
  taken: number
}

/** The averages over the groups of which the limit and the time are both known; null where there are none. */
export function savingOf(groups: readonly JointGroup[]): JointSaving | null {
  const times = groups.flatMap(({ sequentialMilliDays, takenMilliDays }) =>
    sequentialMilliDays === null || takenMilliDays === null ? [] : [{ sequentialMilliDays, takenMilliDays }],
  )
  const count = times.length
  if (count === 0) return null
  return {
    count,
    sequential: times.reduce((sum, group) => sum + group.sequentialMilliDays, 0) / count,
    taken: times.reduce((sum, group) => sum + group.takenMilliDays, 0) / count,
  }
}

/** The least number of groups from which quartiles are computed. */
const fewest = 8

/**
 * Groups that are far slower than the others, slowest first: beyond the third quartile by more than three
 * times the interquartile range. Empty where too few are known. Source: `docs/domain.md`, section 8.
 */
export function slowGroups(groups: readonly JointGroup[]): (JointGroup & { takenMilliDays: number })[] {
  const times = groups
    .flatMap(group =>
      group.takenMilliDays === null ? [] : [{ ...group, takenMilliDays: group.takenMilliDays }],
    )
    .sort((a, b) => a.takenMilliDays - b.takenMilliDays)
  const at = (share: number): number => times[Math.floor(share * (times.length - 1))]?.takenMilliDays ?? 0
  if (times.length < fewest) return []
  const far = at(0.75) + 3 * (at(0.75) - at(0.25))
  return times.filter(({ takenMilliDays }) => takenMilliDays > far).reverse()
}
