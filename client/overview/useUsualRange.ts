import type { ComputedRef } from 'vue'
import type { Answer, MeasureId } from '#measures'
import { computed } from 'vue'
import { measureNamed, xmrOf } from '#measures'
import { pointsOf } from '../charts/points.ts'
import { useAnswer } from '../data/useAnswer.ts'
import { useVariationSpan } from '../windows/compare/useVariationSpan.ts'
import { wholeBuckets } from '../windows/compare/wholeBuckets.ts'

interface Range {
  low: number
  high: number
}

function rangeOf(id: MeasureId, answer: Answer): Range | null {
  const measure = measureNamed(id)
  const { points } = wholeBuckets(pointsOf(answer.current, measure), answer, measure)
  const found = xmrOf(points.map(point => point.figure.value ?? 0))
  return found && { low: found.low, high: found.high }
}

/**
 * The usual range of some measures by month, as the XmR chart of the page 窗口 has it; empty while the page
 * shows other buckets than months, and where too little is known.
 */
export function useUsualRange(
  ids: readonly MeasureId[],
  beside: () => Answer | null,
): ComputedRef<Partial<Record<MeasureId, Range>>> {
  const span = useVariationSpan()
  const loaded = useAnswer(() => ({ measures: ids, ...span.value, comparison: 'none' }))
  return computed(() => {
    const answer = loaded.value.value
    const granularity = beside()?.question.granularity
    if (!answer || granularity !== answer.question.granularity) return {}
    return Object.fromEntries(
      ids.flatMap(id => {
        const range = rangeOf(id, answer)
        return range ? [[id, range]] : []
      }),
    )
  })
}
