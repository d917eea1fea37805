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

/** Whether a sum of money has no records. Printing it as 0 would claim that nothing was saved. */
const isOfNothing = ({ unit }: Measure, { coverage }: Figure): boolean => unit === 'fen' && coverage?.of === 0

/** The form in which a sentence names the compared period. */
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
 * The text of a reference in a sentence, with the words of its clause; empty where there is nothing to
 * report.
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
 * Why a reference has no text, or which days its value lacks, as part of a reading; empty where it is
 * complete.
 */
export function lackOf(ref: FigureRef, answer: Answer): { whyNot?: WhyNot } {
  const measure = measureNamed(ref.measure)
  const whyNot =
    ref.shows === 'change'
      ? (changeIn(measure, answer).whyNot ?? whyNotKnown(measure, answer))
      : whyNotKnown(measure, answer)
  if (whyNot && whyNot.reason !== 'notAsked') return { whyNot }
  // Lists and ranks may be empty without a reason; an empty value needs one.
  if (!['value', 'change'].includes(ref.shows)) return {}
  const figure = figureIn(measure, answer)
  const isSilent = figure.value === null || (ref.clause !== undefined && isOfNothing(measure, figure))
  return isSilent ? { whyNot: { reason: 'noRecords' } } : {}
}

/**
 * 317／382 for a share of counts; the number of records for a mean or a quantile; empty for ratios of money or
 * minutes.
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

/**
 * False where a source is the briefing that first printed the figure: it is not a standard for other centres.
 */
const isNorm = (source: string): boolean => !source.includes('简报第')

/** The small print of a number: its name, formula, source, counts and dates. */
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
    .map(text => `${say.between}${text}`)
    .join('')
  const { formula, source, caution } = measureText(id)
  const former = versionsIn(measure, how).at(-1)?.formula
  const counted = `${measure.names[language]}${say.colon}${(former ?? formula)[language]}`
  const warning = caution ? `${say.stop}${caution[language]}` : ''
  const from = isNorm(source) ? `${say.open}${sourceWords(source, language)}${say.close}` : ''
  return `${counted}${from}${small}${warning}`
}
