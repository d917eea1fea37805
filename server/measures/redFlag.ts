import type { Figure } from './value.ts'

/** The components of the monthly score of a window (红旗窗口). */
export const redFlagParts = [
  'onTimeRate',
  'postCoverage',
  'attendanceRate',
  'ownGoodReviewRate',
  'examPassRate',
] as const
export type RedFlagPart = (typeof redFlagParts)[number]

/** The weight of each component. */
export type RedFlagWeights = Record<RedFlagPart, number>

/** Weights from a day on; `from` is null for the default ones. */
export interface WeightsSince {
  /** The first day of a month. */
  from: string | null
  weights: RedFlagWeights
  /** Who decided; null for the default weights. */
  by: string | null
}

/** The weights that apply on a day. A later decision does not change earlier months. */
export const weightsOn = (all: readonly WeightsSince[], day: string): WeightsSince | null =>
  all
    .filter(({ from }) => from === null || from <= day)
    .toSorted((a, b) => (a.from ?? '').localeCompare(b.from ?? ''))
    .at(-1) ?? null

/** A window's score with its components. */
interface RedFlagScore {
  /** 0 to 100. */
  score: number
  /** Half the width of the 95 % interval of the score under chance. */
  margin: number
  /** By component: the points reached, and the most possible; null where it has no records. */
  points: Record<RedFlagPart, { got: number; of: number } | null>
}

type Known = Pick<Figure, 'value' | 'numerator' | 'n'>

/**
 * A share after adding two successes and two failures, so that a share of few cases is not taken as certain.
 */
const steadied = (k: number, n: number): number => (k + 2) / (n + 4)

/**
 * The weighted score of a window. Components without records are left out and the others weighted up, so that
 * they neither raise nor lower the score. Null without any records.
 */
export function redFlagScore(
  figures: Record<RedFlagPart, Known>,
  weights: RedFlagWeights,
): RedFlagScore | null {
  const counted = redFlagParts.filter(
    id => weights[id] > 0 && figures[id].value !== null && (figures[id].n ?? 0) > 0,
  )
  const whole = counted.reduce((total, id) => total + weights[id], 0)
  if (whole === 0) return null
  const points = Object.fromEntries(
    redFlagParts.map(id => {
      const of = (100 * weights[id]) / whole
      return [id, counted.includes(id) ? { got: of * (figures[id].value ?? 0), of } : null]
    }),
  ) as RedFlagScore['points']
  const variance = counted.reduce((total, id) => {
    const { numerator, n } = figures[id]
    const share = steadied(numerator ?? 0, n ?? 0)
    return total + ((points[id]?.of ?? 0) ** 2 * share * (1 - share)) / ((n ?? 0) + 4)
  }, 0)
  const score = counted.reduce((total, id) => total + (points[id]?.got ?? 0), 0)
  return { score, margin: 1.96 * Math.sqrt(variance), points }
}

/**
 * The share of the variance between scores that chance explains, from 0 to 1: their mean variance under
 * chance divided by their variance. Null for fewer than three scores.
 */
export function noiseShare(scores: readonly Pick<RedFlagScore, 'score' | 'margin'>[]): number | null {
  if (scores.length < 3) return null
  const mean = scores.reduce((total, { score }) => total + score, 0) / scores.length
  const spread = scores.reduce((total, { score }) => total + (score - mean) ** 2, 0) / (scores.length - 1)
  const chance = scores.reduce((total, { margin }) => total + (margin / 1.96) ** 2, 0) / scores.length
  return spread === 0 ? 1 : Math.min(1, chance / spread)
}
