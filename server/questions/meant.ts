import type { MeasureId, Names } from '#measures'

/** For each word of a text the measures that it may mean, or those to offer and why: plain ones without order and limit. */
export type Meant =
  { kind: 'meant'; ids: MeasureId[][] } | { kind: 'offer'; why: Names; ids: MeasureId[]; isPlain?: true }
