import type { Kind, Root } from './concepts.ts'

/** A form of heading that names a field. */
export interface Rule {
  /** What the column holds; `none` where the heading names no kind, as "closed" does. */
  heads: readonly (Kind | 'none')[]
  /** The heading has a word of one of these. Without it none is needed. */
  any?: readonly (Kind | Root)[]
  /** Words that may stand there besides. */
  also?: readonly (Kind | Root)[]
  /** Words with which it names something else. */
  never?: readonly (Kind | Root)[]
  /** How well such a heading fits, 0 to 100; what else stands in it lowers it. */
  score: number
}

/** Field → forms of headings. */
export type Rules = Readonly<Record<string, readonly Rule[]>>
