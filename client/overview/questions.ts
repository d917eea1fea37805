import type { MeasureId } from '#measures'

/** The measures of each place on the overview; the page only arranges them. */
export const caseCards: readonly MeasureId[] = [
  'casesAccepted',
  'casesCompleted',
  'sameDayRate',
  'onTimeRate',
  'averageHandlingTime',
  'overdueOpenCases',
]
/** The measures that the trend offers; only the chosen one is read. */
export const trendMeasures: readonly MeasureId[] = [
  ...caseCards,
  'nearDueCases',
  'openCases',
  'medianHandlingTime',
  'p90HandlingTime',
  'actualSpeedup',
  'statutoryOverdueRate',
  'earlyRate',
  'instantCaseShare',
  'averageElapsedDays',
]
export const rankingMeasures: readonly MeasureId[] = [
  'casesCompleted',
  'onTimeRate',
  'sameDayRate',
  'averageHandlingTime',
  'actualSpeedup',
]
export const tradeMeasures: readonly MeasureId[] = [
  'savings',
  'savingsBelowBase',
  'overrunAboveBase',
  'savingsRate',
  'savingsRateOnAward',
  'tradesConcluded',
  'tradeAmount',
  'tradesPerWorkingDay',
  'tradesPerActiveDay',
  'peakTradesPerDay',
  'landGain',
  'premiumRate',
]
export const feedbackMeasures: readonly MeasureId[] = [
  'banners',
  'letters',
  'windowsThanked',
  'complaints',
  'hotlineCalls',
  'ownGoodReviewRate',
]
export const hallMeasures: readonly MeasureId[] = [
  'unitCount',
  'windowCount',
  'staffCount',
  'managerCount',
  'hallRules',
  'tradingRules',
]
export const limitMeasures: readonly MeasureId[] = [
  'itemCount',
  'instantItemShare',
  // Its complement, the compression of limits, would tell the same once more.
  'commitmentRatio',
  'meanItemCompression',
]
/** Shown instead of working time where a centre has no calendar. */
export const elapsedCard: MeasureId = 'averageElapsedDays'
