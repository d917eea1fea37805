import type { Filter, MeasureId } from '#measures'
import type { Outputs } from '../../data/trpc.ts'
import type { Loaded } from '../../data/useServerQuery.ts'
import { measureNamed } from '#measures'
import { trpc } from '../../data/trpc.ts'
import { useServerQuery } from '../../data/useServerQuery.ts'
import { useCentre } from '../../stores/centre.ts'
import { useFilters } from '../../stores/filters.ts'

/** The usual range of some measures until the end of the page's period. */
export type UsualAnswers = Outputs['measures']['usual']

/**
 * Reads the usual range of some measures, for the page's filters or for `only`, and again when `round`
 * changes; null reads nothing.
 */
export function useUsual(
  ids: () => readonly MeasureId[] | null,
  { round = () => 0, only }: { round?: () => number; only?: () => Filter[] } = {},
): Loaded<UsualAnswers> {
  const centre = useCentre()
  const filters = useFilters()
  return useServerQuery(
    'measures.usual',
    () => {
      const measures = ids()
      return measures && centre.code !== null
        ? {
            centre: centre.code,
            measures: [...measures],
            period: filters.period,
            filters: only?.() ?? filters.filtersFor(measures.map(measureNamed)),
            round: round(),
          }
        : null
    },
    async ({ round: _, ...input }, signal) => trpc.measures.usual.query(input, { signal }),
  )
}
