import type { Figure } from './value.ts'

/** The shares of which the monthly score of a window (红旗窗口) is made. */
export const redFlagParts = [
  'onTimeRate',
  'postCoverage',
  'attendanceRate',
  'ownGoodReviewRate',
  'examPassRate',
] as const
export type RedFlagPart = (typeof redFlagParts)[number]

/** What each part weighs. */
export type RedFlagWeights = Record<RedFlagPart, number>

/** Weights from a day on; `from` is null for those of before anybody decided. */
export interface WeightsSince {
  /** The first day of a month. */
  from: string | null
  weights: RedFlagWeights
  /** Who decided; null for the usual ones. */
  by: string | null
}

/** The weights that hold on a day: a later decision does not rewrite an earlier month. */
export const weightsOn = (all: readonly WeightsSince[], day: string): WeightsSince | null =>
  all
    .filter(({ from }) => from === null || from <= day)
    .toSorted((a, b) => (a.from ?? '').localeCompare(b.from ?? ''))
    .at(-1) ?? null

/** A window's score with what it is made of. */
interface RedFlagScore {
  /** 0 to 100. */
  score: number
  /** Half the width of the interval of 95 %: what chance alone could have made of it. */
  margin: number
  /** By part: how many points it brought, of how many; null where nothing was counted. */
  points: Record<RedFlagPart, { got: number; of: number } | null>
}

type Known = Pick<Figure, 'value' | 'numerator' | 'n'>

/** A share with two more of each outcome: that of a few cases is then not taken for certain. */
const steadied = (k: number, n: number): number => (k + 2) / (n + 4)

/**
 * The score of a window: its shares by weight. Parts of which nothing was counted are left out and the
 * others weigh more, so that nobody gains or loses by what was not measured. Null where nothing was.
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
 * How much of the difference between scores chance alone would make, from 0 to 1: their mean variance by
 * chance over their variance. Null for fewer than three.
 */
export function noiseShare(scores: readonly Pick<RedFlagScore, 'score' | 'margin'>[]): number | null {
  if (scores.length < 3) return null
  const mean = scores.reduce((total, { score }) => total + score, 0) / scores.length
  const spread = scores.reduce((total, { score }) => total + (score - mean) ** 2, 0) / (scores.length - 1)
  const chance = scores.reduce((total, { margin }) => total + (margin / 1.96) ** 2, 0) / scores.length
  return spread === 0 ? 1 : Math.min(1, chance / spread)
}
