import type { Language, Names } from '#measures'

/** A word of the field that is no measure: what it is called in texts, and what it means. */
export interface Term {
  /** Its name first, then what else it is called in texts. */
  called: Record<Language, readonly [string, ...string[]]>
  means: Names
  /** The law, standard or method that it comes from. */
  source: Names
}
