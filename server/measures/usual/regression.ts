/** One observation of a non-negative amount: a count, a sum, or the numerator of a share or mean. */
export interface Observation {
  /** The values of the model's columns; the first is 1. */
  x: readonly number[]
  y: number
  /** The denominator of a share or mean; 1 for a sum of one day. */
  exposure: number
}

/** A fitted log-linear model: `log E(y) = log exposure + Σ coefficient × column`. */
export interface Fit {
  coefficients: readonly number[]
  covariance: readonly (readonly number[])[]
  /** Variance ÷ mean (φ): 1 for Poisson counts. */
  dispersion: number
}

const mostRounds = 40
const settledAt = 1e-8
/** The largest exponent; beyond it a mean is practically zero or infinite. */
const farthest = 30
/** A minimal penalty, so that the equations can be solved with a column that has no observations. */
const smallest = 1e-9

/**
 * Solves the linear system `a · x = b` for several right-hand sides, by Gauss–Jordan elimination with partial
 * pivoting. Null where it is singular.
 */
export function solve(
  a: readonly (readonly number[])[],
  b: readonly (readonly number[])[],
): number[][] | null {
  const rows = a.map((row, place) => [...row, ...(b[place] ?? [])])
  for (let at = 0; at < rows.length; at++) {
    const pivot = rows.slice(at).reduce(
      (best, row, index) => {
        const size = Math.abs(row[at] ?? 0)
        return size > best.size ? { size, place: at + index } : best
      },
      { size: 0, place: -1 },
    )
    const [top, pivotRow] = [rows[at], rows[pivot.place]]
    if (!top || !pivotRow || pivot.size < 1e-14) return null
    rows[at] = pivotRow
    rows[pivot.place] = top
    const lead = pivotRow[at] ?? 1
    for (const row of rows) {
      if (row === pivotRow) continue
      const share = (row[at] ?? 0) / lead
      if (share !== 0) pivotRow.forEach((value, column) => (row[column] = (row[column] ?? 0) - share * value))
    }
  }
  return rows.map((row, place) => row.slice(rows.length).map(value => value / (row[place] ?? 1)))
}

const product = (x: readonly number[], coefficients: readonly number[]): number =>
  x.reduce((sum, value, place) => sum + value * (coefficients[place] ?? 0), 0)

/** The expected mean of an observation. */
export const meanAt = (
  { coefficients }: Pick<Fit, 'coefficients'>,
  { x, exposure }: Pick<Observation, 'x' | 'exposure'>,
): number => exposure * Math.exp(Math.max(-farthest, Math.min(farthest, product(x, coefficients))))

const identity = (size: number): number[][] =>
  Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => (row === column ? 1 : 0)),
  )

/** Observations as flat arrays, because the sums over them take nearly all the time of a fit. */
interface Table {
  x: Float64Array
  y: Float64Array
  exposure: Float64Array
  rows: number
  columns: number
}

function tableOf(observations: readonly Observation[]): Table {
  const columns = observations[0]?.x.length ?? 0
  const x = new Float64Array(observations.length * columns)
  observations.forEach((observation, row) => x.set(observation.x, row * columns))
  return {
    x,
    y: Float64Array.from(observations, ({ y }) => y),
    exposure: Float64Array.from(observations, ({ exposure }) => exposure),
    rows: observations.length,
    columns,
  }
}

/**
 * The gradient of the penalised likelihood, and its information matrix: Σ mean · x xᵀ with the penalties
 * added on the diagonal.
 */
function sumsOf(
  { x, y, exposure, rows, columns }: Table,
  coefficients: readonly number[],
  penalties: readonly number[],
): { slope: number[]; matrix: number[][] } {
  const slope = coefficients.map((value, place) => -(penalties[place] ?? 0) * value)
  const sums = new Float64Array(columns * columns)
  for (let row = 0; row < rows; row++) {
    const at = row * columns
    let exponent = 0
    for (let c = 0; c < columns; c++) exponent += (x[at + c] ?? 0) * (coefficients[c] ?? 0)
    const mean = (exposure[row] ?? 0) * Math.exp(Math.max(-farthest, Math.min(farthest, exponent)))
    for (let c = 0; c < columns; c++) {
      const value = x[at + c] ?? 0
      if (value === 0) continue
      slope[c] = (slope[c] ?? 0) + value * ((y[row] ?? 0) - mean)
      for (let d = 0; d <= c; d++)
        sums[c * columns + d] = (sums[c * columns + d] ?? 0) + mean * value * (x[at + d] ?? 0)
    }
  }
  const cell = (row: number, column: number): number =>
    (sums[Math.max(row, column) * columns + Math.min(row, column)] ?? 0) +
    (row === column ? (penalties[row] ?? 0) : 0)
  return { slope, matrix: penalties.map((_, row) => penalties.map((__, column) => cell(row, column))) }
}

/** Fits the coefficients by Newton’s method. Null where it does not converge. */
function newton(
  table: Table,
  penalties: readonly number[],
  start: readonly number[],
): Omit<Fit, 'dispersion'> | null {
  let coefficients = [...start]
  for (let round = 0; round < mostRounds; round++) {
    const { slope, matrix } = sumsOf(table, coefficients, penalties)
    const steps = solve(
      matrix,
      slope.map(value => [value]),
    )
    if (!steps) return null
    const largest = Math.max(...steps.map(([step = 0]) => Math.abs(step)))
    // Steps are shortened, because a long one overshoots where a mean is near zero.
    const share = Math.min(1, 2 / Math.max(largest, 1e-12))
    coefficients = coefficients.map((value, place) => value + share * (steps[place]?.[0] ?? 0))
    if (largest < settledAt) {
      const covariance = solve(matrix, identity(penalties.length))
      return covariance && { coefficients, covariance }
    }
  }
  return null
}

/**
 * Pearson’s estimate of the dispersion: Σ (y − μ)² ÷ μ, divided by the degrees of freedom; 0 where there are
 * none.
 */
function dispersionOf(observations: readonly Observation[], fit: Pick<Fit, 'coefficients'>): number {
  const free = observations.length - fit.coefficients.length
  const sum = observations.reduce((total, observation) => {
    const mean = meanAt(fit, observation)
    return mean > 0 ? total + (observation.y - mean) ** 2 / mean : total
  }, 0)
  return free > 0 ? sum / free : 0
}

/**
 * Fits a log-linear model by quasi-likelihood with Poisson means and free dispersion, as in the surveillance
 * of outbreaks (Farrington 1996). `spreads` has the prior standard deviation of each coefficient around zero,
 * so that it stays near zero without evidence; null leaves it free. Null where the total is zero or the fit
 * does not converge.
 */
export function fitAmounts(
  observations: readonly Observation[],
  spreads: readonly (number | null)[],
): Fit | null {
  const table = tableOf(observations)
  const [total, of] = observations.reduce(
    ([y, n], observation) => [y + observation.y, n + observation.exposure],
    [0, 0],
  )
  if (total <= 0 || of <= 0) return null
  const start = spreads.map((_, place) => (place === 0 ? Math.log(total / of) : 0))
  const penaltiesWith = (weight: number): number[] =>
    spreads.map((spread, place) =>
      place === 0 ? 0 : spread === null ? smallest : weight / spread ** 2 + smallest,
    )
  const first = newton(table, penaltiesWith(1), start)
  if (!first) return null
  const refit = newton(table, penaltiesWith(dispersionOf(observations, first)), first.coefficients)
  if (!refit) return null
  const dispersion = dispersionOf(observations, refit)
  return {
    coefficients: refit.coefficients,
    covariance: refit.covariance.map(row => row.map(value => value * dispersion)),
    dispersion,
  }
}
