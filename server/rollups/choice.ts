import type { Grain } from './grains.ts'

/** Why a part is read from where it is read. */
export interface Choice {
  grain: Grain | null
  why: string
}
