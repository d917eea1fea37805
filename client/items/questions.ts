import type { MeasureId } from '#measures'

/** What is asked of each item: of its cases, and of its limits at the period's end. */
export const itemCaseMeasures: readonly MeasureId[] = [
  'casesReceived',
  'casesCompleted',
  'onTimeRate',
  'averageHandlingTime',
  'actualSpeedup',
]
export const itemLimitMeasures: readonly MeasureId[] = [
  'itemCount',
  'instantTypeItems',
  'averageStatutoryLimit',
  'averageCommittedLimit',
  'commitmentRatio',
]
export const promotionMeasures: readonly MeasureId[] = [
  'instantTypeItems',
  'instantItemShare',
  'oneVisitItemShare',
  'commitmentRatio',
  'commitmentCompression',
  'itemCount',
]
export const visitMeasures: readonly MeasureId[] = [
  'oneVisitItemShare',
  'instantItemShare',
  'meanItemCompression',
]
export const supplementMeasures: readonly MeasureId[] = [
  'supplementRate',
  'returnRate',
  'notAcceptedRate',
  'onlineApplicationRate',
]
