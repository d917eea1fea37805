import type { ComputedRef } from 'vue'
import type { Answer, MeasureId } from '#measures'
import { computed } from 'vue'
import { useUsual } from '../windows/compare/useUsual.ts'

interface Range {
  low: number
  high: number
}

/**
 * The usual range of some measures for a month or week, taken from the last bucket of the chart of usual
 * variation. Empty where the page shows other buckets, and where too little is known.
 */
export function useUsualRange(
  ids: readonly MeasureId[],
  beside: () => Answer | null,
): ComputedRef<Partial<Record<MeasureId, Range>>> {
  const loaded = useUsual(() => (beside() ? ids : null))
  return computed(() => {
    const granularity = beside()?.question.granularity
    return Object.fromEntries(
      (loaded.value.value ?? []).flatMap(range => {
        const last = range.buckets.at(-1)
        return last && range.granularity === granularity ? [[range.measure, last]] : []
      }),
    )
  })
}
