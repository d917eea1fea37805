import type { NamedList } from './accusation.ts'
import { countEvidence, nameMembers } from './accusation.ts'
import { smallSample } from './interval.ts'

/** The successes of one member in one class of cases. */
export interface MixCell {
  member: string
  group: string
  k: number
  n: number
}

/** A member's successes compared with the result of the whole hall for the same cases. */
interface CaseMixRatio {
  member: string
  observed: number
  expected: number
  n: number
  /** Observed ÷ expected; above 1 means more than the mix of cases explains. */
  ratio: number
  /** The variance of the observed count under chance. */
  variance: number
  /** The direction of a significant difference among all members. */
  place: 'high' | 'usual' | 'low'
  /**
   * The number of cases in classes that other members have too; the others can only be compared with
   * themselves.
   */
  shared: number
}

interface Sums {
  k: number
  n: number
  members: Set<string>
}

function classSums(cells: readonly MixCell[]): Map<string, Sums> {
  const sums = new Map<string, Sums>()
  for (const { member, group, k, n } of cells) {
    const sum = sums.get(group) ?? { k: 0, n: 0, members: new Set<string>() }
    sums.set(group, {
      k: sum.k + k,
      n: sum.n + n,
      members: n > 0 ? sum.members.add(member) : sum.members,
    })
  }
  return sums
}

function ratioOf(member: string, cells: readonly MixCell[], hall: ReadonlyMap<string, Sums>): CaseMixRatio {
  const totals = { observed: 0, expected: 0, n: 0, variance: 0, shared: 0 }
  for (const { group, k, n } of cells) {
    const whole = hall.get(group)
    const p = whole && whole.n > 0 ? whole.k / whole.n : 0
    totals.observed += k
    totals.expected += n * p
    totals.n += n
    totals.variance += n * p * (1 - p)
    totals.shared += whole && whole.members.size > 1 ? n : 0
  }
  return { ...totals, member, ratio: totals.observed / totals.expected, place: 'usual' }
}

/**
 * The members that differ significantly, tested on successes or failures, whichever are rarer. For small
 * expected counts, chance is that of rare events.
 */
function standingOut(rows: readonly CaseMixRatio[]): NamedList {
  const sumOf = (of: 'expected' | 'n'): number => rows.reduce((sum, row) => sum + row[of], 0)
  const byFailures = sumOf('expected') > sumOf('n') / 2
  const list = nameMembers(
    countEvidence(
      rows.map(({ member, observed, expected, n, variance }) => ({
        code: member,
        observed: byFailures ? n - observed : observed,
        expected: byFailures ? n - expected : expected,
        variance,
        judged: n >= smallSample,
      })),
    ),
  )
  return byFailures
    ? {
        ...list,
        named: list.named.map(member => ({ ...member, side: member.side === 'high' ? 'low' : 'high' })),
      }
    : list
}

/**
 * Indirect standardisation: the expected count E = Σ n·p with p the whole hall's rate of each class; the
 * ratio is O/E (docs/domain.md section 8). Members without an expected count are left out. Significant
 * members come first, strongest evidence about the most cases on top.
 */
export function caseMix(cells: readonly MixCell[]): { rows: CaseMixRatio[]; lookedAt: number } {
  const hall = classSums(cells)
  const members = [...new Set(cells.map(cell => cell.member))]
  const rows = members
    .map(member =>
      ratioOf(
        member,
        cells.filter(cell => cell.member === member),
        hall,
      ),
    )
    .filter(ratio => ratio.expected > 0)
  const { named, lookedAt } = standingOut(rows)
  const order = new Map(named.map(({ code, side }, place) => [code, { side, place }]))
  return {
    lookedAt,
    rows: rows
      .map(row => ({ ...row, place: order.get(row.member)?.side ?? ('usual' as const) }))
      .sort(
        (a, b) =>
          (order.get(a.member)?.place ?? Infinity) - (order.get(b.member)?.place ?? Infinity) ||
          b.ratio - a.ratio,
      ),
  }
}
