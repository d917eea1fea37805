import type { Answer, Clause, Figure, FigureRef, Language, Measure, MeasureId, WhyNot } from '#measures'
import {
  changeIn,
  figureOf,
  measureNamed,
  newestPart,
  printingOf,
  proseChange,
  proseComparisons,
  proseFigure,
  shownValue,
  sourceWords,
  versionLines,
  versionsIn,
  whyNotKnown,
} from '#measures'
import { measureText } from '../measures/texts/index.ts'

/**
 * A figure as it is printed. Its value is null where its measure counted none of the records that there
 * were, and where there was nothing of which money could be added up: 0元 would say that nothing was
 * saved. Where some days are not known (`isKnown` is false), a zero is printed only for amounts of
 * records that are there; elsewhere it is not known that there was none.
 */
export function printedFigure(measure: Measure, figure: Figure, isKnown: boolean): Figure {
  const value = shownValue(figure)
  const hasNothing = figure.coverage?.of === 0 && measure.unit === 'fen'
  // Amounts that add up to zero are known, whatever days are missing beside their records.
  const isAmount = measure.unit === 'fen' || measure.belowZero !== undefined
  const hasRecords = isAmount && (figure.coverage?.covered ?? 0) > 0
  return { ...figure, value: hasNothing || (value === 0 && !isKnown && !hasRecords) ? null : value }
}

/** The figure of a reference as it is printed. */
const printedOf = (measure: Measure, answer: Answer): Figure =>
  printedFigure(measure, figureOf(measure, answer.current.overall), !whyNotKnown(measure, answer))

function changeText(ref: FigureRef, answer: Answer, language: Language): string | null {
  const measure = measureNamed(ref.measure)
  const than = Object.hasOwn(proseComparisons, ref.comparison)
    ? (ref.comparison as keyof typeof proseComparisons)
    : 'other'
  return proseChange(changeIn(measure, answer).change, measure, { ...printingOf(answer, language), than })
}

/**
 * What a reference says in a sentence: with the words of its clause, or nothing where there is nothing
 * to say.
 */
export function textOf(ref: FigureRef, answer: Answer, language: Language): string {
  const { clause, none } = ref
  const measure = measureNamed(ref.measure)
  const figure = printedOf(measure, answer)
  const { value } = figure
  const within = (text: string, words: Clause['below'] = clause): string =>
    `${words?.before ?? ''}${text}${words?.after ?? ''}`
  if (ref.shows === 'change') {
    const change = value === null ? null : changeText(ref, answer, language)
    return change === null ? '' : within(change)
  }
  if (clause && value === null) return ''
  if (clause && clause.zero !== null && value === 0) return clause.zero
  const text = proseFigure(figure, measure, { ...printingOf(answer, language), form: ref.form })
  return none
    ? value === 0
      ? none.zero
      : `${none.before}${text}`
    : within(text, value !== null && value < 0 ? clause?.below : clause)
}

/**
 * Why a reference says nothing, or which days its value lacks; nothing where it is complete. As part of
 * a reading.
 */
export function lackOf(ref: FigureRef, answer: Answer): { whyNot?: WhyNot } {
  const measure = measureNamed(ref.measure)
  const whyNot =
    ref.shows === 'change'
      ? (changeIn(measure, answer).whyNot ?? whyNotKnown(measure, answer))
      : whyNotKnown(measure, answer)
  if (whyNot && whyNot.reason !== 'notAsked') return { whyNot }
  // A list may be empty, and a place be left open; a value of nothing has a reason.
  const hasValue = !['value', 'change'].includes(ref.shows) || printedOf(measure, answer).value !== null
  return hasValue ? {} : { whyNot: { reason: 'noRecords' } }
}

/**
 * 317／382 for a share of counted things, n for a mean or a quantile; sums of money or minutes would say
 * nothing here.
 */
function countedOf(measure: Measure, { numerator, n }: Figure): string {
  if (n === null || numerator === null) return ''
  if (measure.kind === 'mean' || measure.kind === 'quantile') return `n = ${n.toLocaleString('en-US')}`
  if (measure.kind !== 'ratio') return ''
  const denominator = newestPart(measure.denominator)
  const isCount = !('aggregate' in denominator && denominator.aggregate === 'sum')
  return isCount ? `${numerator.toLocaleString('en-US')}／${n.toLocaleString('en-US')}` : ''
}

const words = {
  zh: { coverage: '覆盖', to: ' 至 ', colon: '：', open: '（', close: '）', between: '；', stop: '。' },
  en: { coverage: 'covers', to: ' to ', colon: ': ', open: ' (', close: ')', between: '; ', stop: '. ' },
} as const

/** False where a source is the briefing in which a figure was first printed: no norm for anybody else. */
const isNorm = (source: string): boolean => !source.includes('简报第')

/**
 * What stands in small print behind a number: its name, how it is counted, what it was counted of, and
 * the dates.
 */
export function definitionOf(
  id: MeasureId,
  figure: Figure | null,
  how: { from: string; to: string; language: Language },
): string {
  const measure = measureNamed(id)
  const { language } = how
  const say = words[language]
  const covered =
    figure?.coverage && figure.coverage.covered < figure.coverage.of
      ? `${say.coverage} ${figure.coverage.covered}／${figure.coverage.of}`
      : ''
  const small = [
    figure ? countedOf(measure, figure) : '',
    covered,
    `${how.from}${say.to}${how.to}`,
    ...versionLines(measure, how, language),
  ]
    .filter(Boolean)
    .map(one => `${say.between}${one}`)
    .join('')
  const { formula, source, caution } = measureText(id)
  const former = versionsIn(measure, how).at(-1)?.formula
  const counted = `${measure.names[language]}${say.colon}${(former ?? formula)[language]}`
  const warning = caution ? `${say.stop}${caution[language]}` : ''
  const from = isNorm(source) ? `${say.open}${sourceWords(source, language)}${say.close}` : ''
  return `${counted}${from}${small}${warning}`
}
