import type { Given, TemplateName } from './given.ts'
import { periodWords, referencePeriod } from './periodWords.ts'
import { References, runningSince } from './words.ts'

/** What the sections of an issue are written with. */
export interface Writing {
  given: Given
  period: string
  f: References
  toDate: References | null
}

/**
 * Since when the figures of the year so far count: the year's first day, or the opening in the year of
 * the opening.
 */
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

/**
 * What an issue is written with: the words for its period and the references to its figures, which begin
 * with the first day on which there was a hall.
 */
export function writingOf(given: Given, template: TemplateName): Writing {
  const dated = { ...given, template }
  const isYear = template === 'year'
  // The period before a year is last year.
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
