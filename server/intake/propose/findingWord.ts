import type { Names } from '#measures'
import type { Weight } from './weight.ts'

/**
 * The sentence of a finding, how much it weighs where that is not plain from its certainty, and what
 * follows from it.
 */
export interface FindingWords extends Names {
  weight?: Weight
  effect?: Names
}
