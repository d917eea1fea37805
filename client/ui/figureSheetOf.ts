import type { Sheet } from './figureSheet.ts'
import type { Say } from './figureWords.ts'
import type { NamedFigures } from './offeredFigures.ts'
import { figureOf, measureNamed, printFigure, shownValue, versionNumbers } from '#measures'
import { changeLine, smallPrint } from './figureWords.ts'

/** A list of figures as a table: name, value, n, and the change where there is one. */
export function figureSheetOf({ name, figures }: NamedFigures, say: Say): Sheet | null {
  const answered = figures.flatMap(({ id, answer }) =>
    answer ? [{ id, answer, measure: measureNamed(id) }] : [],
  )
  const [first] = answered
  if (!first) return null
  const compared = answered.some(({ answer }) => answer.earlier !== null)
  const hasVersions = answered.some(({ measure }) => measure.versions !== undefined)
  const read = answered.map(entry => ({
    ...entry,
    figure: figureOf(entry.measure, entry.answer.current.overall),
  }))
  return {
    name,
    list: true,
    answer: first.answer,
    measures: answered.map(({ id }) => id),
    numbers: read.map(({ figure, measure }) => [null, { value: shownValue(figure), unit: measure.unit }]),
    headers: [
      say.t('panel.measure'),
      say.t('panel.value'),
      say.t('panel.n'),
      ...(compared ? [say.t('bar.compare')] : []),
      ...(hasVersions ? [say.t('definition.version')] : []),
    ],
    rows: read.map(({ measure, figure, answer }) => [
      measure.names[say.language],
      printFigure(figure, measure, say),
      smallPrint(measure, figure, say),
      ...(compared ? [changeLine(measure, answer, say)] : []),
      ...(hasVersions ? [versionNumbers(measure, answer.current, say.language)] : []),
    ]),
  }
}
