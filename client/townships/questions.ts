import type { MeasureId } from '#measures'

/** What the page of the townships shows first. */
export const townshipCards: readonly MeasureId[] = ['townshipVisits', 'townshipOutings', 'townshipTrainees']
export const townshipMeasures: readonly MeasureId[] = [
  'townshipVisits',
  'townshipOutings',
  'townshipTrainees',
]
export const bookletMeasures: readonly MeasureId[] = [
  'itemCount',
  'instantItemShare',
  'commitmentCompression',
]
