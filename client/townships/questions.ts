import type { MeasureId } from '#measures'

/** What the page of the townships shows first, by weight. */
export const townshipCards: readonly MeasureId[] = [
  'casesHandedUp',
  'casesHandedDown',
  'townshipTrainees',
  'townshipOutings',
]
/** What is counted of each township; the last one colours its tile. */
export const townshipMeasures = [
  'townshipOutings',
  'townshipTrainees',
  'casesHandedUp',
  'casesHandedDown',
  'townshipVisits',
] as const satisfies readonly MeasureId[]
