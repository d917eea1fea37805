import type { Outputs } from '../../data/trpc.ts'
import type { Loaded } from '../../data/useServerQuery.ts'
import { trpc } from '../../data/trpc.ts'
import { useServerQuery } from '../../data/useServerQuery.ts'

/** How good the records of a unit in a month are. */
export type Grade = Outputs['quality']['grades'][number]
/** The records that are graded; the first are shown first. */
export const gradedFacts = ['cases', 'trades', 'feedback'] as const
export type GradedFact = (typeof gradedFacts)[number]

/** The lowest share of a unit and month; 1 where nothing is wrong. */
export const worstShare = ({ parts }: Grade): number => Math.min(...parts.map(({ share }) => share ?? 1))

/** What has a problem: one definition for the heading of the page and for its panel. */
export const loweredGrades = (grades: readonly Grade[]): Grade[] =>
  grades.filter(grade => worstShare(grade) < 1)

/** The grades of a centre; readers of the same records share one answer. */
export function useGrades(asked: () => { centre: string; of: GradedFact } | null): Loaded<Grade[]> {
  return useServerQuery('quality.grades', asked, async (input, signal) =>
    trpc.quality.grades.query(input, { signal }),
  )
}
