import type { Outputs } from '../data/trpc.ts'

/** A joint affair, as the server tells it. */
export type JointGroup = Outputs['measures']['joint']['groups'][number]

/** What a group takes on average, and what it would if the units took turns; in thousandths of a day. */
interface JointSaving {
  /** The groups of which both are known. */
  count: number
  sequential: number
  taken: number
}

/** The averages over the groups of which the limit and the time are both known; null where there are none. */
export function savingOf(groups: readonly JointGroup[]): JointSaving | null {
  const known = groups.flatMap(({ sequentialMilliDays, takenMilliDays }) =>
    sequentialMilliDays === null || takenMilliDays === null ? [] : [{ sequentialMilliDays, takenMilliDays }],
  )
  const count = known.length
  if (count === 0) return null
  return {
    count,
    sequential: known.reduce((sum, one) => sum + one.sequentialMilliDays, 0) / count,
    taken: known.reduce((sum, one) => sum + one.takenMilliDays, 0) / count,
  }
}

/** So few groups have no usual time. */
const fewest = 8

/**
 * Groups far slower than the others, the slowest first: past the third quartile by more than three times the
 * distance between the quartiles. None where too few are known. Source: `docs/domain.md`, section 8.
 */
export function slowGroups(groups: readonly JointGroup[]): (JointGroup & { takenMilliDays: number })[] {
  const known = groups
    .flatMap(group =>
      group.takenMilliDays === null ? [] : [{ ...group, takenMilliDays: group.takenMilliDays }],
    )
    .sort((a, b) => a.takenMilliDays - b.takenMilliDays)
  const at = (share: number): number => known[Math.floor(share * (known.length - 1))]?.takenMilliDays ?? 0
  if (known.length < fewest) return []
  const far = at(0.75) + 3 * (at(0.75) - at(0.25))
  return known.filter(({ takenMilliDays }) => takenMilliDays > far).reverse()
}
