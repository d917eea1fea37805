/**
 * Synonyms of a measure: Chinese ones separated by 、, English ones by commas. A word of several measures is
 * ambiguous, and the user is asked which one is meant.
 */
export interface Synonyms {
  zh?: readonly string[]
  en?: readonly string[]
  /** Verbs that mean the measure where nothing else is named: 收了多少件. In 收到锦旗几面, banners are named. */
  verbs?: readonly string[]
  /** Words for something similar that is not counted: the measure is suggested, never assumed. */
  near?: readonly string[]
}

/** The single synonyms of a text. */
export const wordsIn = (lines: readonly string[] = []): string[] =>
  lines.flatMap(line => line.split(/、|, /)).filter(word => word !== '')
