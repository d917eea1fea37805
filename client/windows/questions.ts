import type { Granularity, MeasureId, Period } from '#measures'
import { addMonths, dimensionOf, measureIds, measureNamed, textOfDay } from '#measures'

/** Everything by which windows can be put in order. */
export const windowMeasures: readonly MeasureId[] = measureIds.filter(
  id => dimensionOf(measureNamed(id), 'window') !== null && measureNamed(id).within === undefined,
)
/** Shares of cases, for which a funnel and an expected rate make sense. */
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
 * What an XmR chart looks at: the two years before the end of the page's period by month, or by week
 * where the hall has not run that long.
 */
export function variationSpan(
  { to }: Pick<Period, 'to'>,
  openedOn: number | null,
): { period: string; granularity: Granularity } {
  // A period before the hall was opened has no later beginning than its own end.
  const from = Math.min(to, Math.max(addMonths(to, -24) + 1, openedOn ?? -Infinity))
  return {
    period: `${textOfDay(from)}..${textOfDay(to)}`,
    granularity: from > addMonths(to, -fewestMonths) ? 'week' : 'month',
  }
}
