import type { Given, TemplateName } from './given.ts'
import { periodWords, referencePeriod } from './periodWords.ts'
import { References, runningSince } from './words.ts'

/** The input for writing the sections of an issue. */
export interface Writing {
  given: Given
  period: string
  f: References
  toDate: References | null
}

/** The first day of year-to-date figures: that of the year, or the opening in the year of the opening. */
export function yearToDate(given: Given): { references: References | null; words: string } {
  const { from, to, openedOn, comparison } = given
  const start = runningSince({ from: `${to.slice(0, 4)}-01-01`, to, openedOn })
  const isSame = start >= from
  const opened = openedOn !== null && start === openedOn
  return {
    references: isSame
      ? null
      : new References(`${start}..${to}`, opened || comparison === 'none' ? 'none' : 'lastYear'),
    words: opened ? '运行以来累计' : '今年以来累计',
  }
}

/** The words for an issue's period, and its references, which begin on or after the opening. */
export function writingOf(given: Given, template: TemplateName): Writing {
  const dated = { ...given, template }
  const isYear = template === 'year'
  // For a year, the previous period and last year are the same.
  const comparison = isYear && given.comparison === 'previous' ? 'lastYear' : given.comparison
  const start = runningSince(given)
  const period = start === given.from ? referencePeriod(dated) : `${start}..${given.to}`
  return {
    given: { ...given, comparison },
    period: periodWords(dated),
    f: new References(period, comparison, isYear ? comparison : 'previous'),
    toDate: yearToDate({ ...given, comparison }).references,
  }
}
