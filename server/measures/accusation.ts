import type { Counted } from './funnel.ts'
import { spreadBeyondChance } from './funnel.ts'
import { smallSample } from './interval.ts'
import { binomialTails, poissonTails, upperTail } from './tails.ts'

/** A member's observed and expected result, on a scale where chance has the same variance for all members. */
interface Evidence {
  code: string
  /** The difference from the expectation; positive means more. */
  distance: number
  /** The variance of `distance` under chance alone. */
  variance: number
  /** The number of cases by which the member differs from the expectation. */
  size: number
  /**
   * The exact probability of a result at least as far from the expectation. The larger of this and the
   * approximate one is used.
   */
  exact: number
  /** False for a member with too few cases: it is shown but never named. */
  judged: boolean
}

/** A member that differs significantly. */
export interface Named {
  code: string
  side: 'high' | 'low'
  /** The difference in standard deviations, including the spread between members. */
  z: number
  /** The two-sided p-value. */
  p: number
  size: number
}

/** The members that may be named, strongest evidence about the most cases first. */
export interface NamedList {
  named: Named[]
  /** The number of members that were tested. */
  lookedAt: number
  /** The variance between members beyond chance. */
  tau2: number
}

/** The accepted false discovery rate. */
export const falseShare = 0.05

/**
 * The number of smallest p-values that may be named with a false discovery rate of at most `rate`: the
 * largest k with p(k) ≤ rate × k ÷ m (Benjamini and Hochberg 1995). `p` must be in ascending order.
 */
export function discoveries(p: readonly number[], rate = falseShare): number {
  return p.findLastIndex((value, place) => value <= (rate * (place + 1)) / p.length) + 1
}

/**
 * Selects the windows, people or firms that a list may name; every list uses this function. The spread
 * between members beyond chance is added to the variance (Spiegelhalter 2005), and the false discovery rate
 * is controlled over the whole list (Benjamini–Hochberg).
 */
export function nameMembers(list: readonly Evidence[], rate = falseShare): NamedList {
  const judged = list.filter(({ judged: is, variance }) => is && variance > 0)
  const tau2 = spreadBeyondChance(judged)
  const ranked = judged
    .map(({ code, distance, variance, size, exact }): Named => {
      const z = distance / Math.sqrt(variance + tau2)
      return { code, side: z > 0 ? 'high' : 'low', z, p: Math.max(exact, 2 * upperTail(Math.abs(z))), size }
    })
    .toSorted((a, b) => a.p - b.p)
  const named = ranked.slice(
    0,
    discoveries(
      ranked.map(({ p }) => p),
      rate,
    ),
  )
  const weight = ({ p, size }: Named): number => -Math.log10(Math.max(p, 1e-300)) * Math.abs(size)
  return { named: named.toSorted((a, b) => weight(b) - weight(a)), lookedAt: judged.length, tau2 }
}

/** The evidence of members' shares, on the scale asin√p. `theta` is the share of the whole. */
export function shareEvidence(members: readonly (Counted & { code: string })[], theta: number): Evidence[] {
  const centre = Math.asin(Math.sqrt(theta))
  return members
    .filter(({ n }) => n > 0)
    .map(({ code, k, n }) => ({
      code,
      distance: Math.asin(Math.sqrt(Math.min(1, Math.max(0, k / n)))) - centre,
      variance: 1 / (4 * n),
      size: k - n * theta,
      exact: binomialTails(k, n, theta),
      judged: n >= smallSample,
    }))
}

/**
 * The evidence of counts compared with expected counts, on the scale √(O ÷ E). `variance` is that of the
 * count under chance: E itself for rare events.
 */
export function countEvidence(
  members: readonly { code: string; observed: number; expected: number; variance: number; judged: boolean }[],
): Evidence[] {
  return members.map(({ code, observed, expected, variance, judged }) => ({
    code,
    distance: expected > 0 ? Math.sqrt(observed / expected) - 1 : 0,
    variance: expected > 0 ? variance / (4 * expected * expected) : 0,
    size: observed - expected,
    exact: poissonTails(observed, expected),
    judged: judged && expected > 0,
  }))
}
