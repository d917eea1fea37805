import type { Kind, Root } from './concepts.ts'

/** A form of heading that names a field. */
export interface Rule {
  /** What the column holds; `none` for headings without a kind, such as "closed". */
  heads: readonly (Kind | 'none')[]
  /** One of these words is required. Absent where none is. */
  any?: readonly (Kind | Root)[]
  /** Further words that may occur. */
  also?: readonly (Kind | Root)[]
  /** Words with which the heading means something else. */
  never?: readonly (Kind | Root)[]
  /** The score of such a heading, 0 to 100; other words lower it. */
  score: number
}

/** Rules by field. */
export type Rules = Readonly<Record<string, readonly Rule[]>>
