import type { Answer, Figure, Measure, MeasureId } from '#measures'
import type { Asking } from '../query/ground.ts'
import type { BriefingDocument, FigureRef } from './document.ts'
import { changeOf, figureOf, isEmptySide, measureNamed, NamedError, proseChange, proseComparisons, proseValue } from '#measures'
import { askMany } from '../query/ask.ts'
import { figuresOf } from './document.ts'

/** The answers behind a document, by measure, period and comparison. */
export type Answers = ReadonlyMap<string, Answer>

const keyOf = ({ measure, period, comparison }: Pick<FigureRef, 'measure' | 'period' | 'comparison'>): string => `${measure} ${period} ${comparison}`

/** The most measures that one question may name. */
const mostMeasures = 40

interface Wanted { measures: MeasureId[], period: string, comparison: string }

/** One question for each period and comparison; more where it would name too many measures. */
function questionsFor(figures: readonly FigureRef[]): Wanted[] {
  const wanted = new Map<string, Wanted>()
  for (const { measure, period, comparison } of figures) {
    const known = wanted.get(`${period} ${comparison}`)
    wanted.set(`${period} ${comparison}`, { period, comparison, measures: [...new Set([...known?.measures ?? [], measure])] })
  }
  return [...wanted.values()].flatMap(({ measures, ...when }) => Array.from({ length: Math.ceil(measures.length / mostMeasures) }, (_, part) => ({ ...when, measures: measures.slice(part * mostMeasures, (part + 1) * mostMeasures) })))
}

/** Asks for every figure of a document at one instant. Errors: those of `ask`. */
export async function resolve(document: BriefingDocument, centre: string, asking: Asking): Promise<Answers> {
  const questions = questionsFor(figuresOf(document))
  const settled = await askMany(asking.database, questions.map(question => ({ input: { ...question, centres: [centre] }, asking })))
  return new Map(questions.flatMap(({ measures, ...when }, place) => {
    const one = settled[place]
    if (!one || 'error' in one)
      throw one?.error ?? new NamedError('internal', { reference: 'no-answer' })
    return measures.map((measure): [string, Answer] => [keyOf({ measure, ...when }), one.answer])
  }))
}

/** What a reference says, in official Chinese. */
export function textOf(figure: FigureRef, answers: Answers): string {
  const answer = answers.get(keyOf(figure))
  const measure = measureNamed(figure.measure)
  const value = answer ? figureOf(measure, answer.current.overall).value : null
  if (figure.shows === 'change') {
    const earlier = answer?.earlier && !isEmptySide(answer.earlier) ? figureOf(measure, answer.earlier.overall).value : null
    const than = Object.hasOwn(proseComparisons, figure.comparison) ? figure.comparison as keyof typeof proseComparisons : 'other'
    return proseChange(changeOf(measure, value, earlier), measure.unit, { than, language: 'zh' })
  }
  const text = proseValue(value, measure.unit, { form: figure.form, language: 'zh' })
  return figure.none ? (value === 0 ? figure.none.zero : `${figure.none.before}${text}`) : text
}

/** 317／382 for a share of counted things, n for a mean or a quantile; sums of money or minutes would say nothing here. */
function countedOf(measure: Measure, { numerator, n }: Figure): string {
  if (n === null || numerator === null)
    return ''
  if (measure.kind === 'mean' || measure.kind === 'quantile')
    return `；n = ${n.toLocaleString('en-US')}`
  const isCount = measure.kind === 'ratio' && !('aggregate' in measure.denominator && measure.denominator.aggregate === 'sum')
  return isCount ? `；${numerator.toLocaleString('en-US')}／${n.toLocaleString('en-US')}` : ''
}

/** What stands in small print behind a number: its name, how it is counted, what it was counted of, and the dates. */
export function definitionOf(figure: FigureRef, answers: Answers): string {
  const answer = answers.get(keyOf(figure))
  const measure = measureNamed(figure.measure)
  const found = answer ? figureOf(measure, answer.current.overall) : null
  const coverage = found?.coverage ?? null
  const covered = coverage && coverage.covered < coverage.of ? `；覆盖 ${coverage.covered}／${coverage.of}` : ''
  const dates = answer ? `；${answer.current.from} 至 ${answer.current.to}` : ''
  return `${measure.names.zh}：${measure.formula.zh}（${measure.source}）${found ? countedOf(measure, found) : ''}${covered}${dates}${measure.caution ? `。${measure.caution.zh}` : ''}`
}

/** True where a stated value is more than a tenth off what the records say: 口径待核. */
export function isDoubtful(stated: number, figure: FigureRef, answers: Answers): boolean {
  const answer = answers.get(keyOf(figure))
  const value = answer ? figureOf(measureNamed(figure.measure), answer.current.overall).value : null
  return value === null || Math.abs(stated - value) > Math.abs(value) / 10
}
