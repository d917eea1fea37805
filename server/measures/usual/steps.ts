import type { Day } from '../../common/day.ts'
import { dayOf, yearOf } from '../../common/day.ts'
import { solve } from './regression.ts'

/** A bucket with its observed amount, and the amount expected from level and calendar only. */
interface Level {
  from: Day
  observed: number
  expected: number
}

/** The least evidence for a step in standard errors, and its least size on the log scale. */
const leastEvidence = 4.5
const leastSize = 0.03
/** The fewest buckets on either side of a step. */
const leastSide = 4
const mostSteps = 3

/**
 * The standard deviation of a series, estimated as its mean moving range ÷ 1.128 (Wheeler). Ranges above
 * 3.267 times their mean are left out (Making Data Count).
 */
export function movingSpread(values: readonly number[]): number {
  const ranges = values.slice(1).map((value, place) => Math.abs(value - (values[place] ?? value)))
  const mean = (all: readonly number[]): number =>
    all.length === 0 ? 0 : all.reduce((sum, value) => sum + value, 0) / all.length
  const limit = 3.267 * mean(ranges)
  return mean(ranges.filter(range => range <= limit)) / 1.128
}

const log = ({ observed, expected }: Level): number => Math.log((observed + 0.5) / (expected + 0.5))
const partOfYear = (day: Day): number => {
  const first = dayOf(yearOf(day), 1, 1)
  return (day - first) / (dayOf(yearOf(day) + 1, 1, 1) - first)
}

/** Ordinary least squares: the coefficients, and (XᵀX)⁻¹. Null where columns are not independent. */
function leastSquares(
  rows: readonly (readonly number[])[],
  y: readonly number[],
): { coefficients: number[]; inverse: number[][] } | null {
  const size = rows[0]?.length ?? 0
  const sums = (row: number, column: number): number =>
    rows.reduce((sum, x) => sum + (x[row] ?? 0) * (x[column] ?? 0), 0)
  const matrix = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => sums(row, column)),
  )
  const right = Array.from({ length: size }, (_, row) => [
    rows.reduce((sum, x, place) => sum + (x[row] ?? 0) * (y[place] ?? 0), 0),
    ...Array.from({ length: size }, (_, column) => (row === column ? 1 : 0)),
  ])
  const solution = solve(matrix, right)
  return (
    solution && {
      coefficients: solution.map(([first = 0]) => first),
      inverse: solution.map(row => row.slice(1)),
    }
  )
}

interface Candidate {
  place: number
  evidence: number
}

/**
 * The evidence for a step at a bucket, in standard errors, given the steps already found. 0 for steps below
 * `leastSize`.
 */
function evidenceAt(
  levels: readonly Level[],
  place: number,
  { found, waves }: { found: readonly number[]; waves: boolean },
): number {
  const y = levels.map(log)
  const rows = levels.map(({ from }, at) => {
    const angle = 2 * Math.PI * (partOfYear(from) + 0.04)
    return [
      1,
      ...(waves ? [Math.sin(angle), Math.cos(angle)] : []),
      ...found.map(step => (at >= step ? 1 : 0)),
      at >= place ? 1 : 0,
    ]
  })
  const fit = leastSquares(rows, y)
  const last = (rows[0]?.length ?? 0) - 1
  const [size, spreadOf] = [fit?.coefficients[last] ?? 0, fit?.inverse[last]?.[last] ?? 0]
  if (!fit || spreadOf <= 0 || Math.abs(size) < leastSize) return 0
  const rest = y.map(
    (value, at) => value - (rows[at] ?? []).reduce((sum, x, c) => sum + x * (fit.coefficients[c] ?? 0), 0),
  )
  const free = Math.max(1, rest.length - fit.coefficients.length)
  const byRest = Math.sqrt(rest.reduce((sum, residual) => sum + residual * residual, 0) / free)
  const spread = Math.max(movingSpread(rest), byRest)
  return spread > 0 ? Math.abs(size) / (spread * Math.sqrt(spreadOf)) : 0
}

/** The indexes of rejected steps. They stay in the model, so that no other step is found in their place. */
const placesOf = (levels: readonly Level[], days: readonly Day[]): number[] =>
  days.map(day => levels.findIndex(({ from }) => from >= day)).filter(place => place > 0)

/**
 * Finds lasting level changes in a series of months or weeks, and returns their first days in ascending
 * order. Each round adds the bucket with the strongest evidence, given the steps found before: at least 4.5
 * standard errors, 3 %, and four buckets on either side (docs/statistics.md, “Steps”). At most three are
 * found. Rejected steps (`undone`) are not returned.
 */
export function realSteps(
  levels: readonly Level[],
  { undone, waves }: { undone: readonly Day[]; waves: boolean },
): Day[] {
  const places = placesOf(levels, undone)
  const found: number[] = []
  while (found.length < mostSteps) {
    const steps = [...places, ...found]
    const edges = [0, ...steps, levels.length]
    const best = levels.reduce<Candidate>(
      (most, _, place) => {
        if (edges.some(edge => Math.abs(edge - place) < leastSide)) return most
        const evidence = evidenceAt(levels, place, { found: steps, waves })
        return evidence > most.evidence ? { place, evidence } : most
      },
      { place: -1, evidence: leastEvidence },
    )
    if (best.place < 0) break
    found.push(best.place)
  }
  return found.toSorted((a, b) => a - b).flatMap(place => levels[place]?.from ?? [])
}
