import type { ComputedRef } from 'vue'
import type { Granularity } from '#measures'
import { computed } from 'vue'
import { dayFromText, parsePeriod } from '#measures'
import { useCentre } from '../../stores/centre.ts'
import { useFilters } from '../../stores/filters.ts'
import { variationSpan } from '../questions.ts'

/** The period and granularity of the chart of usual variation. */
export function useVariationSpan(): ComputedRef<{ period: string; granularity: Granularity }> {
  const filters = useFilters()
  const centre = useCentre()
  return computed(() => {
    try {
      return variationSpan(
        parsePeriod(filters.period, centre.shown?.today ?? 0),
        dayFromText(centre.shown?.openedOn ?? ''),
      )
    } catch {
      // The server reports what is wrong with the period.
      return { period: filters.period, granularity: 'month' as const }
    }
  })
}
