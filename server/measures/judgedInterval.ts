import type { NamedList } from './accusation.ts'
import type { Counted } from './funnel.ts'
import type { Interval } from './interval.ts'
import { falseShare } from './accusation.ts'
import { limitAt } from './funnel.ts'
import { binomialTails, upperTail } from './tails.ts'

/**
 * The result of testing a list: the number of named members among those tested, and the spread beyond chance.
 */
type JudgedBy = Pick<NamedList, 'lookedAt' | 'tau2'> & { named: number }

const halvings = 60

/** The quantile of the normal distribution for an upper tail probability. */
function quantile(tail: number): number {
  let [low, high] = [0, 40]
  for (let step = 0; step < halvings; step++) {
    const middle = (low + high) / 2
    if (upperTail(middle) > tail) low = middle
    else high = middle
  }
  return high
}

/** Moves a limit outwards, towards `end`, as far as the exact probability still allows. */
function exactLimit({ k, n }: Counted, { limit, end }: { limit: number; end: 0 | 1 }, level: number): number {
  if (binomialTails(k, n, limit) <= level) return limit
  let [inside, outside] = [limit, end as number]
  for (let step = 0; step < halvings; step++) {
    const middle = (inside + outside) / 2
    if (binomialTails(k, n, middle) > level) inside = middle
    else outside = middle
  }
  return outside
}

/**
 * The interval of a member's share that corresponds to the test in `nameMembers`: it excludes the share of
 * the whole exactly where the member is named. It includes the spread between members beyond chance and
 * adjusts for the number of comparisons: its level is 5 % × named ÷ compared (Benjamini and Yekutieli 2005),
 * with one named where none is. Null for n = 0.
 */
export function judgedInterval({ k, n }: Counted, { lookedAt, named, tau2 }: JudgedBy): Interval | null {
  if (n <= 0) return null
  const level = (falseShare * Math.max(1, named)) / Math.max(1, lookedAt)
  const reach = quantile(level / 2) * Math.sqrt(1 / (4 * n) + tau2)
  const share = k / n
  return {
    low: exactLimit({ k, n }, { limit: limitAt(share, -reach), end: 0 }, level),
    high: exactLimit({ k, n }, { limit: limitAt(share, reach), end: 1 }, level),
  }
}
