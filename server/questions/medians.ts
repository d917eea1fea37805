import type { MeasureId } from '#measures'
import { measureNamed } from '#measures'

/** The medians that stand beside means. */
const medianBeside: Partial<Record<MeasureId, MeasureId>> = {
  averageHandlingTime: 'medianHandlingTime',
  averageElapsedDays: 'medianElapsedDays',
  averageReplyDays: 'medianReplyDays',
  complaintReplyDays: 'medianComplaintReplyDays',
  hotlineReplyDays: 'medianHotlineReplyDays',
  biddersPerTrade: 'medianBidders',
}

/** True for a measure that is a median. */
export function isMedian(id: MeasureId): boolean {
  const measure = measureNamed(id)
  return measure.kind === 'quantile' && measure.quantile === 0.5
}

/** The medians that are meant by words of some measures; the measures themselves where they have none. */
export function mediansOf(ids: readonly MeasureId[]): MeasureId[] {
  const replaced = [...new Set(ids.map(id => medianBeside[id] ?? id))]
  const medians = replaced.filter(isMedian)
  return medians.length > 0 ? medians : replaced
}
