import type { Measure, Parts, Printing } from '#measures'
import type { CellNumber } from './figureSheet.ts'
import { figureOf, isShare, printFigure, printInterval, shownValue, wilson } from '#measures'

/** The printed figures of one member; a share is followed by its interval. */
export function memberCells(measures: readonly Measure[], parts: Parts, printing: Printing): string[] {
  return measures.flatMap(measure => {
    const figure = figureOf(measure, parts)
    const printed = printFigure(figure, measure, printing)
    if (measure.kind !== 'ratio' || !isShare(measure.unit)) return [printed]
    const { numerator, n } = figure
    const range = numerator !== null && n ? wilson(numerator, n) : null
    if (!range) return [printed, '—']
    const { low, high } = printInterval(range, measure, printing)
    return [printed, `${low}–${high}`]
  })
}

/** The numbers for `memberCells`; null for intervals. */
export const memberNumbers = (measures: readonly Measure[], parts: Parts): (CellNumber | null)[] =>
  measures.flatMap(measure => {
    const number = { value: shownValue(figureOf(measure, parts)), unit: measure.unit }
    return measure.kind === 'ratio' && isShare(measure.unit) ? [number, null] : [number]
  })

/** The headings for `memberCells`. */
export const memberHeaders = (
  measures: readonly Measure[],
  { language, interval }: { language: 'zh' | 'en'; interval: string },
): string[] =>
  measures.flatMap(measure => {
    const title = measure.names[language]
    return measure.kind === 'ratio' && isShare(measure.unit) ? [title, `${title} ${interval}`] : [title]
  })
