/** A count of successes among n. */
export interface Counted {
  k: number
  n: number
}

/** The range of a share of n under chance alone. */
interface FunnelLimits {
  low95: number
  high95: number
  low998: number
  high998: number
}

const z95 = 1.959963984540054
const z998 = 3.090232306167813

/** A share moved by `reach` on the scale asin√p, limited to 0…1. */
export function limitAt(theta: number, reach: number): number {
  const angle = Math.asin(Math.sqrt(theta)) + reach
  return Math.sin(Math.min(Math.PI / 2, Math.max(0, angle))) ** 2
}

/**
 * Limits of a funnel plot for a share: sin²(asin√θ ± z·√(1/(4n) + τ²)) with z for 95 % and 99.8 %
 * (Spiegelhalter 2005; docs/domain.md section 8).
 * `tau2` is the spread between members that chance alone does not explain, 0 where there is none.
 */
export function funnelLimits(theta: number, n: number, tau2 = 0): FunnelLimits {
  const spread = Math.sqrt(1 / (4 * n) + tau2)
  return {
    low95: limitAt(theta, -z95 * spread),
    high95: limitAt(theta, z95 * spread),
    low998: limitAt(theta, -z998 * spread),
    high998: limitAt(theta, z998 * spread),
  }
}

/** Winsorises a tenth at each end, so that the outliers that a funnel is to find do not widen it. */
function winsorised(values: readonly number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b)
  const cut = Math.floor(sorted.length / 10)
  const [low, high] = [sorted[cut] ?? 0, sorted[sorted.length - 1 - cut] ?? 0]
  return values.map(value => Math.min(high, Math.max(low, value)))
}

/**
 * The variance τ² between members beyond chance, by the moments of their winsorised distances (Spiegelhalter
 * 2005, additive model); 0 where chance explains the spread. Without it, all large members would be outliers.
 */
export function spreadBeyondChance(members: readonly { distance: number; variance: number }[]): number {
  const distances = winsorised(members.map(({ distance, variance }) => distance / Math.sqrt(variance)))
  const spread = distances.reduce((sum, z) => sum + z * z, 0)
  const weights = members.reduce(
    (sum, { variance }) => ({ one: sum.one + 1 / variance, squared: sum.squared + 1 / variance ** 2 }),
    { one: 0, squared: 0 },
  )
  const excess = spread - (members.length - 1)
  const room = weights.one - weights.squared / weights.one
  return excess > 0 && room > 0 ? excess / room : 0
}

/** The variance beyond chance of members' shares, on the scale asin√p. */
export function overDispersion(theta: number, members: readonly Counted[]): number {
  const centre = Math.asin(Math.sqrt(theta))
  return spreadBeyondChance(
    members
      .filter(({ n }) => n > 0)
      .map(({ k, n }) => ({ distance: Math.asin(Math.sqrt(k / n)) - centre, variance: 1 / (4 * n) })),
  )
}
