import type { MeasureId, Names } from '#measures'

/**
 * For each word of a text the measures that it may mean, or those to offer and why. Plain ones are offered
 * without order and limit.
 */
export type Meant =
  { kind: 'meant'; ids: MeasureId[][] } | { kind: 'offer'; why: Names; ids: MeasureId[]; isPlain?: true }
