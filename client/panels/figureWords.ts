import type { Answer, Change, Figure, Language, Measure, RatioMeasure } from '#measures'
import { changeOf, figureOf, isEmptySide, percentText, printChange, printLine, upperBoundOfNone } from '#measures'

type Translate = (key: string, values?: Record<string, string | number>) => string

/** How a comparison is named in a sentence; a chosen period has no name of its own. */
export function comparisonKey(comparison: string): string {
  return ['previous', 'lastYear', 'sameWorkingDaysLastYear'].includes(comparison) ? comparison : 'other'
}

/** "比去年同期多 412 件，升 4.1%", or that there is nothing to compare with; empty where no comparison was asked. */
export function changeLine(measure: Measure, answer: Answer, say: { t: Translate, language: Language }): string {
  if (answer.earlier === null)
    return ''
  const change = changeIn(measure, answer)
  const than = say.t(`than.${comparisonKey(answer.question.comparison)}`)
  return change ? say.t('compared', { than, change: printChange(change, measure.unit, say.language) }) : say.t('noComparison')
}

/** The change of a measure between the two sides; null where one of them knows nothing. */
export function changeIn(measure: Measure, answer: Answer): Change | null {
  const { current, earlier } = answer
  return earlier === null || isEmptySide(earlier) ? null : changeOf(measure, figureOf(measure, current.overall).value, figureOf(measure, earlier.overall).value)
}

const grouped = (value: number): string => value.toLocaleString('en-US')

/** The n of a figure: "31,206 件中 25,901 件" for cases, "1,925 万元／1.94 亿元" for money; empty for plain counts. */
export function sampleLine(measure: Measure, figure: Figure, say: { t: Translate, language: Language }): string {
  if (!figure.n || figure.numerator === null)
    return ''
  switch (measure.kind) {
    case 'mean':
    case 'quantile': return `n = ${grouped(figure.n)}`
    case 'ratio': return overLine(measure, { numerator: figure.numerator, n: figure.n }, say)
    default: return ''
  }
}

function overLine(measure: RatioMeasure, { numerator, n }: { numerator: number, n: number }, say: { t: Translate, language: Language }): string {
  const { denominator } = measure
  if (denominator.kind === 'flow' && denominator.aggregate === 'sum')
    return denominator.fact === 'trades' ? say.t('over', { n: printLine(n, 'fen', say.language), k: printLine(numerator, 'fen', say.language) }) : ''
  if (denominator.kind === 'stock' && denominator.aggregate === 'sum')
    return ''
  const ofCases = denominator.kind === 'flow' && denominator.fact === 'cases' && measure.unit === 'percent'
  return say.t(ofCases ? 'of' : 'over', { n: grouped(n), k: grouped(numerator) })
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

/** Everything small that stands under a figure: n, coverage, and for none of many the bound of what could still be. */
export function smallPrint(measure: Measure, figure: Figure, say: { t: Translate, language: Language }): string {
  const bound = boundOfNone(measure, figure)
  const boundLine = bound === null ? '' : say.t('bound', { bound: `${percentText(bound)}%` })
  return [sampleLine(measure, figure, say), coverageLine(figure, say.t), boundLine].filter(Boolean).join(' · ')
}
