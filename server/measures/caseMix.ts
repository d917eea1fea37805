/** Successes of one member within one class of cases. */
export interface MixCell {
  member: string
  group: string
  k: number
  n: number
}

/** A member's successes against what the whole hall would have reached with the same cases. */
interface CaseMixRatio {
  member: string
  observed: number
  expected: number
  n: number
  /** Observed ÷ expected; above 1 is more than its kinds of cases explain. */
  ratio: number
  /** Where the ratio would lie 95 times of 100 if the member did as the hall does. */
  usual: { low: number; high: number }
  /** Beyond those limits, and on which side. */
  place: 'high' | 'usual' | 'low'
  /** Cases of classes that some other member has too; the others are compared with nothing but themselves. */
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
    const known = sums.get(group) ?? { k: 0, n: 0, members: new Set<string>() }
    sums.set(group, {
      k: known.k + k,
      n: known.n + n,
      members: n > 0 ? known.members.add(member) : known.members,
    })
  }
  return sums
}

const z95 = 1.959963984540054

function ratioOf(member: string, cells: readonly MixCell[], hall: ReadonlyMap<string, Sums>): CaseMixRatio {
  const found = { observed: 0, expected: 0, n: 0, variance: 0, shared: 0 }
  for (const { group, k, n } of cells) {
    const whole = hall.get(group)
    const p = whole && whole.n > 0 ? whole.k / whole.n : 0
    found.observed += k
    found.expected += n * p
    found.n += n
    found.variance += n * p * (1 - p)
    found.shared += whole && whole.members.size > 1 ? n : 0
  }
  const { observed, expected, n, variance, shared } = found
  const reach = z95 * Math.sqrt(variance)
  const place =
    observed > expected + reach + 1e-9 ? 'high' : observed < expected - reach - 1e-9 ? 'low' : 'usual'
  return {
    member,
    observed,
    expected,
    n,
    ratio: observed / expected,
    usual: { low: (expected - reach) / expected, high: (expected + reach) / expected },
    place,
    shared,
  }
}

/**
 * Indirect standardisation: expected E = Σ n·p with p the whole hall's rate of each class, ratio O/E
 * (docs/domain.md section 8). Members for whom nothing is expected are left out. The limits take each
 * class's successes as binomial at the hall's rate.
 */
export function caseMix(cells: readonly MixCell[]): CaseMixRatio[] {
  const hall = classSums(cells)
  const members = [...new Set(cells.map(cell => cell.member))]
  return members
    .map(member =>
      ratioOf(
        member,
        cells.filter(cell => cell.member === member),
        hall,
      ),
    )
    .filter(one => one.expected > 0)
}
