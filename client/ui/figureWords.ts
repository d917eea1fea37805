import type { Answer, Figure, Measure, MeasureId, Printing, RatioMeasure } from '#measures'
import {
  bridgeLine,
  causeWords,
  changeIn,
  measureNamed,
  newestPart,
  nothing,
  percentText,
  printChange,
  printLine,
  upperBoundOfNone,
  whyNotKnown,
  whyNotWords,
} from '#measures'

type Translate = (key: string, values?: Record<string, string | number>) => string

/** How a sentence about a figure is made: its words, its language, its currency. */
export interface Say extends Printing {
  t: Translate
}

/** A name as it stands within a sentence: in English without its capital, unless it is an abbreviation. */
export const inSentence = (name: string, language: Say['language']): string =>
  language === 'en' && /^[A-Z][a-z -]/.test(name) ? `${name.charAt(0).toLowerCase()}${name.slice(1)}` : name

/** How a comparison is named in a sentence; a chosen period has no name of its own. */
export function comparisonKey(comparison: string): string {
  return ['previous', 'lastYear', 'sameWorkingDaysLastYear'].includes(comparison) ? comparison : 'other'
}

/** The year in which an answer's days end: dates in it are said without their year. */
export const yearOfAnswer = ({ current: { from, to } }: Answer): string => (to < from ? from : to).slice(0, 4)

/** The same, where it is the present year; empty where every date is said with its year. */
export function yearUnsaid(answer: Answer): string {
  const year = yearOfAnswer(answer)
  return answer.asOf.startsWith(year) ? year : ''
}

/** "比去年同期多 412 件，升 4.1%", or that there is nothing to compare with; empty where no comparison was asked. */
export function changeLine(measure: Measure, answer: Answer, say: Say): string {
  if (answer.earlier === null) return ''
  const { change, whyNot } = changeIn(measure, answer)
  const than = say.t(`than.${comparisonKey(answer.question.comparison)}`)
  if (!change) return whyNotWords(whyNot, say.language, yearOfAnswer(answer))
  const bridge = bridgeLine(measure, answer, say)
  const line = say.t('compared', { than, change: printChange(change, measure, say) })
  if (bridge === '') return line
  return say.language === 'zh' ? `${line}（${bridge}）` : `${line} (${bridge})`
}

/**
 * Why several figures that stand together are not compared, where all of them have the same reason; else
 * empty.
 */
export function sharedReason(
  ids: readonly MeasureId[],
  answerOf: (id: MeasureId) => Answer | null,
  say: Say,
): string {
  const reasons = ids.flatMap(id => {
    const answer = answerOf(id)
    const measure = measureNamed(id)
    return answer === null || answer.earlier === null || changeIn(measure, answer).change
      ? []
      : [changeLine(measure, answer, say)]
  })
  const [first = ''] = reasons
  return reasons.length > 1 && reasons.every(reason => reason === first) ? first : ''
}

/** Why a figure has no value: the days that are not known, or that there is nothing to count. */
export function whyNoValue(measure: Measure, answer: Answer, say: Say): string {
  const whyNot = whyNotKnown(measure, answer)
  return whyNot ? causeWords(whyNot, say.language, yearUnsaid(answer)) : say.t('noData.nothing')
}

const grouped = (value: number): string => value.toLocaleString('en-US')

/**
 * The n of a figure: "31,206 件中 25,901 件" for cases, "1,925 万元／1.94 亿元" for money; empty for plain
 * counts.
 */
function sampleLine(measure: Measure, figure: Figure, say: Say): string {
  if (!figure.n || figure.numerator === null) return ''
  switch (measure.kind) {
    case 'mean':
    case 'quantile':
      return say.t('countedOf', { n: grouped(figure.n) })
    case 'ratio':
      return overLine(measure, { numerator: figure.numerator, n: figure.n }, say)
    default:
      return ''
  }
}

/** Numerator and denominator of a figure as texts; amounts of money as money. */
export function partsInWords(
  measure: Measure,
  { numerator, n }: Figure,
  say: Printing,
): { numerator: string; denominator: string } {
  const isMoney = (part: 'numerator' | 'denominator'): boolean => {
    if (measure.kind !== 'ratio') return false
    const counted = newestPart(measure[part])
    return counted.kind === 'flow' && counted.aggregate === 'sum' && counted.fact === 'trades'
  }
  const text = (value: number | null, money: boolean): string =>
    value === null ? nothing : money ? printLine(value, { unit: 'fen' }, say) : grouped(value)
  return { numerator: text(numerator, isMoney('numerator')), denominator: text(n, isMoney('denominator')) }
}

function overLine(
  measure: RatioMeasure,
  { numerator, n }: { numerator: number; n: number },
  say: Say,
): string {
  const denominator = newestPart(measure.denominator)
  if (denominator.kind === 'flow' && denominator.aggregate === 'sum')
    return denominator.fact === 'trades'
      ? say.t('over', {
          n: printLine(n, { unit: 'fen' }, say),
          k: printLine(numerator, { ...measure, unit: 'fen' }, say),
        })
      : ''
  if (denominator.kind === 'stock' && denominator.aggregate === 'sum') return ''
  const ofCases = denominator.kind === 'flow' && denominator.fact === 'cases' && measure.unit === 'percent'
  return say.t(ofCases ? 'of' : 'over', { n: grouped(n), k: grouped(numerator) })
}

/** How much of what could be counted is in the figure; empty where all of it is. */
export function coverageLine(figure: Figure, t: Translate): string {
  const { coverage } = figure
  return coverage && coverage.covered < coverage.of
    ? t('coverage', { covered: grouped(coverage.covered), of: grouped(coverage.of) })
    : ''
}

/** For a rate of nothing: the share that could still be true; null for other figures. */
export function boundOfNone(measure: Measure, figure: Figure): number | null {
  return measure.kind === 'ratio' &&
    measure.unit === 'percent' &&
    measure.better === 'lower' &&
    figure.numerator === 0 &&
    figure.n !== null
    ? upperBoundOfNone(figure.n)
    : null
}

/**
 * Everything small that stands under a figure: n, coverage, and for none of many the bound of what
 * could still be.
 */
export function smallPrint(measure: Measure, figure: Figure, say: Say): string {
  const bound = boundOfNone(measure, figure)
  const boundLine = bound === null ? '' : say.t('bound', { bound: `${percentText(bound)}%` })
  return [sampleLine(measure, figure, say), coverageLine(figure, say.t), boundLine]
    .filter(Boolean)
    .join(' · ')
}
