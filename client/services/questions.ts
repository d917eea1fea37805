import type { MeasureId } from '#measures'

/** What the page of featured services shows first. */
export const serviceCards: readonly MeasureId[] = [
  'featuredServices',
  'featuredServicePeople',
  'appointmentCases',
  'greenChannelCases',
  'jointCases',
]
export const serviceMeasures: readonly MeasureId[] = ['featuredServicePeople', 'featuredServices']
export const serviceTrend: readonly MeasureId[] = [
  'featuredServicePeople',
  'featuredServices',
  'appointmentCases',
  'greenChannelCases',
]
