import type { Granularity, MeasureId, Period } from '#measures'
import { addMonths, dimensionOf, measureIds, measureNamed, textOfDay } from '#measures'

/** All measures by which windows can be ranked. */
export const windowMeasures: readonly MeasureId[] = measureIds.filter(
  id => dimensionOf(measureNamed(id), 'window') !== null && measureNamed(id).within === undefined,
)
/** Shares of cases, for which a funnel plot and an expected rate make sense. */
export const shareMeasures: readonly MeasureId[] = [
  'onTimeRate',
  'sameDayRate',
  'earlyRate',
  'overdueRate',
  'supplementRate',
  'returnRate',
]
export const whyMeasures: readonly MeasureId[] = [
  'onTimeRate',
  'sameDayRate',
  'casesAccepted',
  'casesCompleted',
  'averageHandlingTime',
  'actualSpeedup',
  'overdueRate',
  'supplementRate',
  'overdueOpenCases',
]
export const sideMeasures: readonly MeasureId[] = [
  'casesCompleted',
  'onTimeRate',
  'sameDayRate',
  'averageHandlingTime',
]
export const variationMeasures: readonly MeasureId[] = [
  'onTimeRate',
  'sameDayRate',
  'casesAccepted',
  'casesCompleted',
  'averageHandlingTime',
  'overdueRate',
  'supplementRate',
  'returnRate',
  'onlineApplicationRate',
]
export const drillMeasures: readonly MeasureId[] = [
  'casesCompleted',
  'onTimeRate',
  'sameDayRate',
  'averageHandlingTime',
]
export const profileCards: readonly MeasureId[] = [
  'onTimeRate',
  'casesCompleted',
  'averageHandlingTime',
  'casesAccepted',
  'sameDayRate',
  'overdueOpenCases',
]
export const profileFeedback: readonly MeasureId[] = [
  'banners',
  'letters',
  'complaints',
  'hotlineCalls',
  'reviews',
  'ownGoodReviewRate',
]

const fewestMonths = 14

/**
 * The span of the chart of usual variation: two years before the end of the page's period by month, or by
 * week where the hall is younger.
 */
export function variationSpan(
  { to }: Pick<Period, 'to'>,
  openedOn: number | null,
): { period: string; granularity: Granularity } {
  // For a period before the hall's opening, the span must not begin after it ends.
  const from = Math.min(to, Math.max(addMonths(to, -24) + 1, openedOn ?? -Infinity))
  return {
    period: `${textOfDay(from)}..${textOfDay(to)}`,
    granularity: from > addMonths(to, -fewestMonths) ? 'week' : 'month',
  }
}
