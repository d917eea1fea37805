import type { Outputs } from './trpc.ts'
import type { Loaded } from './useServerQuery.ts'
import { measures } from '#measures'
import { useCentre } from '../stores/centre.ts'
import { useFilters } from '../stores/filters.ts'
import { useMe } from '../stores/me.ts'
import { trpc } from './trpc.ts'
import { useServerQuery } from './useServerQuery.ts'

/** Reads how the bad reviews of the page's period were followed up, and again when `round` changes. */
export function useBadReviews(round: () => number = () => 0): Loaded<Outputs['standards']['badReviews']> {
  const centre = useCentre()
  const filters = useFilters()
  const me = useMe()
  return useServerQuery(
    'standards.badReviews',
    () =>
      centre.code && me.may('rows.read')
        ? {
            centre: centre.code,
            period: filters.period,
            filters: filters.filtersFor([measures.badReviews]),
            round: round(),
          }
        : null,
    async ({ round: _, ...input }, signal) => trpc.standards.badReviews.query(input, { signal }),
  )
}
