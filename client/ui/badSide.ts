import type { Measure } from '#measures'
import { isShare } from '#measures'

/** Kinds of measures whose largest value is worded as "most"; the others are worded as "highest". */
const counts: ReadonlySet<Measure['kind']> = new Set(['total', 'level', 'catalogue', 'distinct'])

/** True for a measure that counts something. */
export const isCount = ({ kind }: Measure): boolean => counts.has(kind)

/**
 * True for a measure with a bad side: its members can be listed from the worst on. Few banners, or few thanks
 * for many cases, are no failing.
 */
export const hasBadSide = (measure: Measure): boolean =>
  isCount(measure) || (measure.kind === 'ratio' && !isShare(measure.unit))
    ? measure.better === 'lower'
    : measure.better !== 'neutral'
