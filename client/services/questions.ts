import type { MeasureId } from '#measures'

/** What the page of featured services shows first, by weight; the green channel has a page of its own. */
export const serviceCards: readonly MeasureId[] = [
  'featuredServicePeople',
  'featuredServices',
  'featuredServiceRepeat',
  'appointmentServices',
  'extendedHoursServices',
  'homeVisits',
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
