import type { Outputs } from '../../data/trpc.ts'
import type { Loaded } from '../../data/useServerQuery.ts'
import { trpc } from '../../data/trpc.ts'
import { useServerQuery } from '../../data/useServerQuery.ts'

/** The data quality of a unit in a month. */
export type Grade = Outputs['quality']['grades'][number]
/** The facts that are graded; the first one is shown at first. */
export const gradedFacts = ['cases', 'trades', 'feedback'] as const
export type GradedFact = (typeof gradedFacts)[number]

/** The lowest share of a unit and month; 1 where nothing is wrong. */
export const worstShare = ({ parts }: Grade): number => Math.min(...parts.map(({ share }) => share ?? 1))

/** Records of a unit below this share need action. */
const leastShare = 0.98
/**
 * True where a unit's records of a month need action, not only a look. The month that is running (`2026-12`)
 * needs none yet: its records are due by the tenth of the next.
 */
export const needsAction = (grade: Grade, runningMonth: string): boolean =>
  grade.month < runningMonth && worstShare(grade) < leastShare

/** The grades with a problem, for the heading of the page and for its panel. */
export const loweredGrades = (grades: readonly Grade[]): Grade[] =>
  grades.filter(grade => worstShare(grade) < 1)

/** Reads the grades of a centre; readers of the same fact share one reply. */
export function useGrades(asked: () => { centre: string; of: GradedFact } | null): Loaded<Grade[]> {
  return useServerQuery('quality.grades', asked, async (input, signal) =>
    trpc.quality.grades.query(input, { signal }),
  )
}
