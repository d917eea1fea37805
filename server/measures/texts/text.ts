import type { Names } from '../../model/index.ts'

/**
 * What a measure says to people: it is shown where a definition is opened and in print, and read from
 * the server.
 */
export interface MeasureText {
  /** The question in a sentence that the figure answers. */
  question: Names
  /** How the figure is counted. */
  formula: Names
  /** The law, standard or field practice that the formula follows. */
  source: string
  /** A caution that always stands beside the figure. */
  caution?: Names
}
