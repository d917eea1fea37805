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
/** What the page shows first, by weight: what applicants gain, where work is lost, and what is promised. */
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
