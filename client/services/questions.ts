import type { MeasureId } from '#measures'

/** The cards of the page, the most important first; the green channel has a page of its own. */
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
