import type { Answer, Figure, FigureRef, Language, Measure, MeasureId } from '#measures'
import { changeOf, figureOf, isEmptySide, measureNamed, proseChange, proseComparisons, proseValue } from '#measures'

/** The compared value of a measure; null where nothing was compared or known. */
export function earlierOf(measure: Measure, answer: Answer): number | null {
  return answer.earlier && !isEmptySide(answer.earlier) ? figureOf(measure, answer.earlier.overall).value : null
}

/** What a reference says in a sentence. */
export function textOf(ref: FigureRef, answer: Answer, language: Language): string {
  const measure = measureNamed(ref.measure)
  const { value } = figureOf(measure, answer.current.overall)
  if (ref.shows === 'change') {
    const than = Object.hasOwn(proseComparisons, ref.comparison) ? ref.comparison as keyof typeof proseComparisons : 'other'
    return proseChange(changeOf(measure, value, earlierOf(measure, answer)), measure.unit, { than, language })
  }
  const text = proseValue(value, measure.unit, { form: ref.form, language })
  return ref.none ? (value === 0 ? ref.none.zero : `${ref.none.before}${text}`) : text
}

/** 317／382 for a share of counted things, n for a mean or a quantile; sums of money or minutes would say nothing here. */
function countedOf(measure: Measure, { numerator, n }: Figure): string {
  if (n === null || numerator === null)
    return ''
  if (measure.kind === 'mean' || measure.kind === 'quantile')
    return `n = ${n.toLocaleString('en-US')}`
  const isCount = measure.kind === 'ratio' && !('aggregate' in measure.denominator && measure.denominator.aggregate === 'sum')
  return isCount ? `${numerator.toLocaleString('en-US')}／${n.toLocaleString('en-US')}` : ''
}

const words = {
  zh: { coverage: '覆盖', to: ' 至 ', colon: '：', open: '（', close: '）', between: '；', stop: '。' },
  en: { coverage: 'covers', to: ' to ', colon: ': ', open: ' (', close: ')', between: '; ', stop: '. ' },
} as const

/** What stands in small print behind a number: its name, how it is counted, what it was counted of, and the dates. */
export function definitionOf(id: MeasureId, figure: Figure | null, how: { from: string, to: string, language: Language }): string {
  const measure = measureNamed(id)
  const { language } = how
  const say = words[language]
  const covered = figure?.coverage && figure.coverage.covered < figure.coverage.of ? `${say.coverage} ${figure.coverage.covered}／${figure.coverage.of}` : ''
  const small = [figure ? countedOf(measure, figure) : '', covered, `${how.from}${say.to}${how.to}`].filter(Boolean).map(one => `${say.between}${one}`).join('')
  return `${measure.names[language]}${say.colon}${measure.formula[language]}${say.open}${measure.source}${say.close}${small}${measure.caution ? `${say.stop}${measure.caution[language]}` : ''}`
}
