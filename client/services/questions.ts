import type { MeasureId } from '#measures'

/** What the page of featured services shows first. */
export const serviceCards: readonly MeasureId[] = [
  'featuredServices',
  'featuredServicePeople',
  'appointmentServices',
  'extendedHoursServices',
  'homeVisits',
  'featuredServiceRepeat',
  'appointmentCases',
  'greenChannelCases',
  'greenChannelSaving',
  'jointCases',
]
export const serviceMeasures: readonly MeasureId[] = [
  'featuredServicePeople',
  'featuredServices',
  'featuredServiceRepeat',
]
export const serviceTrend: readonly MeasureId[] = [
  'featuredServicePeople',
  'featuredServices',
  'appointmentServices',
  'extendedHoursServices',
  'homeVisits',
  'featuredServiceRepeat',
  'appointmentCases',
  'greenChannelCases',
  'greenChannelSaving',
]
