/**
 * The upper tail of the normal distribution, by its series near the middle and by the continued
 * fraction beyond (Abramowitz and Stegun 26.2.11 and 26.2.14).
 */
export function upperTail(z: number): number {
  if (z < 0) return 1 - upperTail(-z)
  const density = Math.exp(-(z * z) / 2) / Math.sqrt(2 * Math.PI)
  if (z > 3) {
    let fraction = z
    for (let step = 60; step >= 1; step--) fraction = z + step / fraction
    return density / fraction
  }
  // The series of the integral from 0 to z converges quickly here.
  let [term, sum] = [z, z]
  for (let step = 1; step < 80; step++) {
    term *= (z * z) / (2 * step + 1)
    sum += term
  }
  return 0.5 - density * sum
}

/** ln Γ(x) for x > 0, by Stirling’s series. */
function logGamma(x: number): number {
  if (x < 12) return logGamma(x + 1) - Math.log(x)
  const square = 1 / (x * x)
  const series = (1 / 12 - square * (1 / 360 - square / 1260)) / x
  return (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2 + series
}

/** Sums terms, each the previous one times `next`, until they are negligible. */
function sumOfTerms(first: number, next: (step: number) => number): number {
  let [term, sum] = [first, first]
  for (let step = 1; term > sum * 1e-14 && step < 200_000; step++) {
    term *= next(step)
    sum += term
  }
  return sum
}

/** Twice the smaller tail including the value: the p-value of an exact two-sided test. */
const twoSided = (low: number, high: number): number => Math.min(1, 2 * Math.min(low, high))

/** The p-value of an exact two-sided binomial test. */
export function binomialTails(k: number, n: number, share: number): number {
  if (share <= 0 || share >= 1) return k === Math.round(n * share) ? 1 : 0
  const at = Math.exp(
    logGamma(n + 1) -
      logGamma(k + 1) -
      logGamma(n - k + 1) +
      k * Math.log(share) +
      (n - k) * Math.log(1 - share),
  )
  const odds = share / (1 - share)
  const high = sumOfTerms(at, step => Math.max(0, ((n - k - step + 1) / (k + step)) * odds))
  const low = sumOfTerms(at, step => Math.max(0, (k - step + 1) / (n - k + step) / odds))
  return twoSided(low, high)
}

/** The p-value of an exact two-sided Poisson test. */
export function poissonTails(count: number, mean: number): number {
  if (mean <= 0) return count > 0 ? 0 : 1
  const at = Math.exp(count * Math.log(mean) - mean - logGamma(count + 1))
  const high = sumOfTerms(at, step => mean / (count + step))
  const low = sumOfTerms(at, step => Math.max(0, (count - step + 1) / mean))
  return twoSided(low, high)
}
