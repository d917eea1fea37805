import type { ComputedRef } from 'vue'
import type { Granularity } from '#measures'
import { computed } from 'vue'
import { fittingGranularity, parsePeriod } from '#measures'
import { useCentre } from '../stores/centre.ts'
import { useFilters } from '../stores/filters.ts'

/** The granularity that suits the period of the page. */
export function useGranularity(): ComputedRef<Granularity> {
  const filters = useFilters()
  const centre = useCentre()
  return computed(() => {
    try {
      return fittingGranularity(parsePeriod(filters.period, centre.shown?.today ?? 0))
    } catch {
      // The server reports an invalid period; the page must still render.
      return 'month'
    }
  })
}
