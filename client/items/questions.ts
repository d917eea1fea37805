import type { MeasureId } from '#measures'

/** The measures of each item: of its cases, and of its limits at the end of the period. */
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
/** The cards of the page, the most important first. */
export const itemFigures: readonly MeasureId[] = [
  'actualSpeedup',
  'supplementRate',
  'onlineApplicationRate',
  'commitmentCompression',
  'oneVisitItemShare',
  'instantItemShare',
  'returnRate',
  'notAcceptedRate',
]
/** What can be seen over time. */
export const itemTrend: readonly MeasureId[] = [
  'onTimeRate',
  'onlineApplicationRate',
  'supplementRate',
  'returnRate',
  'actualSpeedup',
  'instantTypeItems',
  'instantItemShare',
  'oneVisitItemShare',
  'commitmentRatio',
  'commitmentCompression',
  'meanItemCompression',
  'itemCount',
]
