import type {
  Answer,
  Clause,
  Figure,
  FigureRef,
  Language,
  Measure,
  MeasureId,
  ProseComparison,
  WhyNot,
} from '#measures'
import {
  changeIn,
  figureIn,
  isCalendarPeriod,
  measureNamed,
  newestPart,
  printingOf,
  proseChange,
  proseComparisons,
  proseFigure,
  sourceWords,
  spanWords,
  versionLines,
  versionsIn,
  whyNotKnown,
} from '#measures'
import { measureText } from '../measures/texts/index.ts'

/** A sum of money of no records is not worth a clause: it would say that nothing was saved. */
const isOfNothing = ({ unit }: Measure, { coverage }: Figure): boolean => unit === 'fen' && coverage?.of === 0

/** How a sentence names what it compares with. */
function comparedWith({ comparison }: FigureRef, { current }: Answer): ProseComparison {
  if (comparison === 'previous' && !isCalendarPeriod(current)) return 'sameLengthBefore'
  return Object.hasOwn(proseComparisons, comparison) ? (comparison as ProseComparison) : 'other'
}

function changeText(ref: FigureRef, answer: Answer, language: Language): string | null {
  const measure = measureNamed(ref.measure)
  const than = comparedWith(ref, answer)
  return proseChange(changeIn(measure, answer).change, measure, { ...printingOf(answer, language), than })
}

/**
 * What a reference says in a sentence: with the words of its clause, or nothing where there is nothing
 * to say.
 */
export function textOf(ref: FigureRef, answer: Answer, language: Language): string {
  const { clause, none } = ref
  const measure = measureNamed(ref.measure)
  const figure = figureIn(measure, answer)
  const { value } = figure
  const within = (text: string, words: Clause['below'] = clause): string =>
    `${words?.before ?? ''}${text}${words?.after ?? ''}`
  if (ref.shows === 'change') {
    const change = value === null ? null : changeText(ref, answer, language)
    return change === null ? '' : within(change)
  }
  if (clause && (value === null || isOfNothing(measure, figure))) return ''
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
  if (!['value', 'change'].includes(ref.shows)) return {}
  const figure = figureIn(measure, answer)
  const isSilent = figure.value === null || (ref.clause !== undefined && isOfNothing(measure, figure))
  return isSilent ? { whyNot: { reason: 'noRecords' } } : {}
}

/**
 * 317／382 for a share of counted things, how many records for a mean or a quantile; sums of money or
 * minutes would say nothing here.
 */
function countedOf(measure: Measure, { numerator, n }: Figure, language: Language): string {
  if (n === null || numerator === null) return ''
  if (measure.kind === 'mean' || measure.kind === 'quantile') {
    const records = n.toLocaleString('en-US')
    return language === 'zh' ? `据${records}条记录` : `of ${records} records`
  }
  if (measure.kind !== 'ratio') return ''
  const denominator = newestPart(measure.denominator)
  const isCount = !('aggregate' in denominator && denominator.aggregate === 'sum')
  return isCount ? `${numerator.toLocaleString('en-US')}／${n.toLocaleString('en-US')}` : ''
}

const words = {
  zh: { coverage: '数据覆盖', colon: '：', open: '（', close: '）', between: '；', stop: '。' },
  en: { coverage: 'covers', colon: ': ', open: ' (', close: ')', between: '; ', stop: '. ' },
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
    figure ? countedOf(measure, figure, language) : '',
    covered,
    spanWords(how, language, ''),
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
