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

/** What is needed to write a sentence about a figure: texts, language and currency. */
export interface Say extends Printing {
  t: Translate
}

/** A name inside a sentence: in English its first letter becomes small, unless it is an abbreviation. */
export const inSentence = (name: string, language: Say['language']): string =>
  language === 'en' && /^[A-Z][a-z -]/.test(name) ? `${name.charAt(0).toLowerCase()}${name.slice(1)}` : name

/** The key of the name of a comparison; chosen periods have no name of their own. */
export function comparisonKey(comparison: string): string {
  return ['previous', 'lastYear', 'sameWorkingDaysLastYear'].includes(comparison) ? comparison : 'other'
}

/** The year in which an answer's days end; dates in that year are printed without the year. */
export const yearOfAnswer = ({ current: { from, to } }: Answer): string => (to < from ? from : to).slice(0, 4)

/**
 * As `yearOfAnswer` where it is the present year; otherwise empty, so that every date is printed with its
 * year.
 */
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

/** The common reason why several figures have no comparison; empty where their reasons differ. */
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

/** Why a figure has no value: unknown days, or nothing to count. */
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

/** The numerator and denominator of a figure as text; amounts of money with their unit. */
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

/** The coverage of a figure as text; empty where it is complete. */
export function coverageLine(figure: Figure, t: Translate): string {
  const { coverage } = figure
  return coverage && coverage.covered < coverage.of
    ? t('coverage', { covered: grouped(coverage.covered), of: grouped(coverage.of) })
    : ''
}

/** For a rate of 0 of n cases: the upper bound of the true share; null for other figures. */
export function boundOfNone(measure: Measure, figure: Figure): number | null {
  return measure.kind === 'ratio' &&
    measure.unit === 'percent' &&
    measure.better === 'lower' &&
    figure.numerator === 0 &&
    figure.n !== null
    ? upperBoundOfNone(figure.n)
    : null
}

/** The small text under a figure: n, coverage, and the upper bound for a rate of 0 cases. */
export function smallPrint(measure: Measure, figure: Figure, say: Say): string {
  const bound = boundOfNone(measure, figure)
  const boundLine = bound === null ? '' : say.t('bound', { bound: `${percentText(bound)}%` })
  return [sampleLine(measure, figure, say), coverageLine(figure, say.t), boundLine]
    .filter(Boolean)
    .join(' · ')
}
