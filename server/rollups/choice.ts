import type { Grain } from './grains.ts'

/**
 * Where a part is read from, and the reason, for `explain`. `grain` is null where it is read from the fact.
 */
export interface Choice {
  grain: Grain | null
  why: string
}
