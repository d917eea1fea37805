import type { Counted } from './funnel.ts'
import { spreadBeyondChance } from './funnel.ts'
import { smallSample } from './interval.ts'
import { binomialTails, poissonTails, upperTail } from './tails.ts'

/** A member beside what was expected of it, on a scale on which chance spreads all members alike. */
interface Evidence {
  code: string
  /** How far it is from what was expected; above zero is more. */
  distance: number
  /** The variance of that distance by chance alone. */
  variance: number
  /** How much there is to it: cases too many or too few. */
  size: number
  /** How often chance alone goes so far, counted exactly; the larger of the two probabilities holds. */
  exact: number
  /** False for a member of which too little was counted: it is shown and never named. */
  judged: boolean
}

/** A member of a list that chance and the usual spread between members do not explain. */
export interface Named {
  code: string
  side: 'high' | 'low'
  /** Standard deviations from what was expected, the spread between members included. */
  z: number
  /** How often chance alone would put a member so far out, on either side. */
  p: number
  size: number
}

/** Whom a list may name, the strongest evidence about the most cases first. */
export interface NamedList {
  named: Named[]
  /** Of how many members it was looked whether they stand out. */
  lookedAt: number
  /** The spread between members that chance does not explain. */
  tau2: number
}

/** Of those that a list names, so many may be there by chance. */
export const falseShare = 0.05

/**
 * How many of the smallest p-values may be named so that no more than `rate` of the named are there by
 * chance: the largest k with p(k) ≤ rate × k ÷ m (Benjamini and Hochberg 1995). `p` is in rising order.
 */
export function discoveries(p: readonly number[], rate = falseShare): number {
  return p.findLastIndex((value, place) => value <= (rate * (place + 1)) / p.length) + 1
}

/**
 * The one way in which a list may name windows, people or firms. The spread between members beyond chance
 * widens what counts as usual (Spiegelhalter 2005), and the false discovery rate is held over the whole
 * list (Benjamini–Hochberg).
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

/** Members’ shares as evidence, on the scale asin√p. */
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
 * Counts beside what was expected of them as evidence, on the scale √(O ÷ E). `variance` is that of the
 * count by chance, which is E itself for rare events.
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
