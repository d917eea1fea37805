import type { MeasureId } from '#measures'

/** What the page of the townships shows first, by weight. */
export const townshipCards: readonly MeasureId[] = [
  'casesHandedUp',
  'casesHandedDown',
  'townshipTrainees',
  'townshipOutings',
]
/** What is counted of each township; the first one stands in its tile and colours it. */
export const townshipMeasures = [
  'townshipVisits',
  'townshipOutings',
  'townshipTrainees',
  'casesHandedUp',
  'casesHandedDown',
] as const satisfies readonly MeasureId[]
