import type { Figure, Language, Measure, Parts } from '#measures'
import { changeOf, figureOf, printChange, printLine, upperBoundOfNone } from '#measures'

type Translate = (key: string, values?: Record<string, string | number>) => string

/** How a comparison is named in a sentence; a chosen period has no name of its own. */
export function comparisonKey(comparison: string): string {
  return ['previous', 'lastYear', 'sameWorkingDaysLastYear'].includes(comparison) ? comparison : 'other'
}

/** "比去年同期多 412 件，升 4.1%", or why there is no comparison; empty where none was asked. */
export function changeLine(measure: Measure, sides: { now: Parts, before: Parts | null, comparison: string }, say: { t: Translate, language: Language }): string {
  if (sides.before === null)
    return ''
  const change = changeOf(measure, figureOf(measure, sides.now).value, figureOf(measure, sides.before).value)
  const than = say.t(`than.${comparisonKey(sides.comparison)}`)
  const gap = say.language === 'en' ? ' ' : ''
  return change ? `${than}${gap}${printChange(change, measure.unit, say.language)}` : say.t('noComparison')
}

const grouped = (value: number): string => value.toLocaleString('en-US')

/** The n of a rate: "31,206 件中 25,901 件"; for money in its own words; empty for plain counts. */
export function sampleLine(measure: Measure, figure: Figure, say: { t: Translate, language: Language }): string {
  if (figure.n === null || figure.numerator === null || measure.kind !== 'ratio')
    return measure.kind === 'mean' || measure.kind === 'quantile' ? `n = ${grouped(figure.n ?? 0)}` : ''
  if (measure.denominator.kind !== 'calendar' && 'aggregate' in measure.denominator && measure.denominator.aggregate === 'sum') {
    const money = measure.denominator.fact === 'trades'
    return money ? say.t('ofMoney', { n: printLine(figure.n, 'fen', say.language), k: printLine(figure.numerator, 'fen', say.language) }) : ''
  }
  return say.t(measure.denominator.kind === 'flow' && measure.denominator.fact === 'cases' ? 'of' : 'ofMoney', { n: grouped(figure.n), k: grouped(figure.numerator) })
}

/** How much of what could be counted is in the figure; empty where all of it is. */
export function coverageLine(figure: Figure, t: Translate): string {
  const { coverage } = figure
  return coverage && coverage.covered < coverage.of ? t('coverage', { covered: grouped(coverage.covered), of: grouped(coverage.of) }) : ''
}

/** For a rate of nothing: the share that could still be true; null for other figures. */
export function boundOfNone(measure: Measure, figure: Figure): number | null {
  return measure.kind === 'ratio' && measure.unit === 'percent' && measure.better === 'lower' && figure.numerator === 0 && figure.n !== null ? upperBoundOfNone(figure.n) : null
}
