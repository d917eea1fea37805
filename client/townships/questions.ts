import type { MeasureId } from '#measures'

/** What the page of the townships shows first. */
export const townshipCards: readonly MeasureId[] = [
  'townshipOutings',
  'townshipTrainees',
  'casesHandedUp',
  'casesHandedDown',
]
/** What is counted of each township; the last one colours its tile. */
export const townshipMeasures = [
  'townshipOutings',
  'townshipTrainees',
  'casesHandedUp',
  'casesHandedDown',
  'townshipVisits',
] as const satisfies readonly MeasureId[]
