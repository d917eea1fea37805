import type { Estimate } from './bins.ts'
import type { Measure, QuantileMeasure } from './measure.ts'
import type { Part, PartValue } from './part.ts'
import { quantileOf, sizeOf } from './bins.ts'
import { partKey } from './part.ts'

/** Values of parts by their key, as sent in an answer. */
export type Parts = Record<string, PartValue>

/**
 * A figure with its counts. `n` is the denominator, or the count itself; `coverage` compares the records
 * counted with the whole population.
 */
export interface Figure {
  value: number | null
  /** The largest error of an estimated value, in its unit; absent for exact values. */
  error?: number
  numerator: number | null
  n: number | null
  coverage: { covered: number; of: number } | null
}

function numberOf(parts: Parts, part: Part): number | null {
  const value = parts[partKey(part)]
  if (value === undefined || value === null) return null
  return typeof value === 'number' ? value : sizeOf(value)
}

/**
 * Computes the value of a measure from its parts. All divisions of figures are made here. Null where a part
 * is unknown or a denominator is 0.
 */
export function valueOf(measure: Measure, parts: Parts): number | null {
  switch (measure.kind) {
    case 'total':
    case 'level':
    case 'distinct':
    case 'peak':
    case 'activeDays':
    case 'catalogue':
      return numberOf(parts, measure.part)
    case 'ratio':
      return divide(
        numberOf(parts, measure.numerator),
        numberOf(parts, measure.denominator),
        measure.scale ?? 1,
      )
    case 'mean':
      return divide(numberOf(parts, measure.numerator), numberOf(parts, measure.denominator), measure.scale)
    case 'quantile':
      return estimateOf(measure, parts)?.value ?? null
  }
}

/** A quantile with its error, both in the unit of the measure. */
function estimateOf(measure: QuantileMeasure, parts: Parts): Estimate | null {
  const histogram = parts[partKey(measure.part)]
  const estimate = Array.isArray(histogram) ? quantileOf(histogram, measure.quantile, measure.whole) : null
  return estimate && { value: estimate.value * measure.scale, error: estimate.error * measure.scale }
}

function divide(numerator: number | null, denominator: number | null, scale: number): number | null {
  return numerator === null || denominator === null || denominator === 0
    ? null
    : (numerator / denominator) * scale
}

/** Computes the figure of a measure from its parts: value, error, numerator, n and coverage. */
export function figureOf(measure: Measure, parts: Parts): Figure {
  const numerator = numberOf(parts, 'part' in measure ? measure.part : measure.numerator)
  const n = 'part' in measure ? numerator : numberOf(parts, measure.denominator)
  const of = measure.population ? numberOf(parts, measure.population) : null
  const covered = measure.covered ? numberOf(parts, measure.covered) : n
  const error = measure.kind === 'quantile' ? (estimateOf(measure, parts)?.error ?? 0) : 0
  return {
    value: valueOf(measure, parts),
    ...(error > 0 && { error }),
    numerator,
    n,
    coverage: covered !== null && of !== null ? { covered, of } : null,
  }
}

/** The value to show: null also where the measure counted none of the existing records. */
export const shownValue = ({ value, coverage }: Figure): number | null =>
  coverage?.covered === 0 && coverage.of > 0 ? null : value
