import type { Language, Names } from '#measures'

/** A technical term that is no measure, with its meaning. */
export interface Term {
  /** Its name, followed by synonyms that occur in texts. */
  called: Record<Language, readonly [string, ...string[]]>
  means: Names
  /** The law, standard or method that defines it. */
  source: Names
}
