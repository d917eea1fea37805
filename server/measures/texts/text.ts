import type { Names } from '../../model/index.ts'

/** The texts of a measure, shown where a definition is opened and in print. */
export interface MeasureText {
  /** The question that the figure answers, in a sentence. */
  question: Names
  /** How the figure is counted. */
  formula: Names
  /** The law, standard or field practice that the formula follows. */
  source: string
  /** A caution that is always shown with the figure. */
  caution?: Names
}
