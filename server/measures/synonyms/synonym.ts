/**
 * What people call a measure besides its names, several in a line: Chinese words parted by 、, English ones
 * by commas. A word that stands at several measures is ambiguous: who says it is asked which one is meant.
 */
export interface Synonyms {
  zh?: readonly string[]
  en?: readonly string[]
  /** Verbs that say it where nothing else is named: 收了多少件, but 收到锦旗几面 are banners. */
  verbs?: readonly string[]
  /** Words for something close by that is not counted: the measure is offered, never taken. */
  near?: readonly string[]
}

/** The single words of lines of synonyms. */
export const wordsIn = (lines: readonly string[] = []): string[] =>
  lines.flatMap(line => line.split(/、|, /)).filter(word => word !== '')
