import type { MeasureId } from '#measures'

/**
 * By which centres stand side by side: measures whose parts add up over centres, so that each sum is exact.
 * None of them is money, which is added in one currency alone.
 */
export const centreMeasures = [
  'casesReceived',
  'casesCompleted',
  'onTimeRate',
  'sameDayRate',
  'averageHandlingTime',
  'ownGoodReviewRate',
  'tradesConcluded',
] as const satisfies readonly MeasureId[]
