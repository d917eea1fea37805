import type { MeasureId } from '#measures'

/** The cards of the page of townships, the most important first. */
export const townshipCards: readonly MeasureId[] = [
  'casesHandedUp',
  'casesHandedDown',
  'townshipTrainees',
  'townshipOutings',
]
/** What is counted for each township; the first measure is shown in its tile and colours it. */
export const townshipMeasures = [
  'townshipVisits',
  'townshipOutings',
  'townshipTrainees',
  'casesHandedUp',
  'casesHandedDown',
] as const satisfies readonly MeasureId[]
