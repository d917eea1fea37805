import type { Names } from '#measures'
import type { Weight } from './weight.ts'

/**
 * The sentence of a finding; its weight, where this does not follow from its certainty; and its consequence.
 */
export interface FindingWords extends Names {
  weight?: Weight
  effect?: Names
}
