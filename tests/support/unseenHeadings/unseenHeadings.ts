import type { TargetName } from '../../../server/intake/rows/targetNames.ts'

/** A row of headings of a public data set or program, and what a load needs of it. */
export interface UnseenHeadings {
  /** Where the row of headings was found: a public repository and the path in it, or a class of a program. */
  source: string
  target: TargetName
  headings: string
  /** The columns that a load needs, by field. */
  needed: Record<string, string>
  /** Other columns that would fill a field as well. */
  either?: Record<string, string[]>
}
