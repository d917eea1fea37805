import type { Answer, MeasureId } from '#measures'
import type { Asking } from '../query/ground.ts'
import type { BriefingDocument, FigureRef } from './document.ts'
import { changeOf, figureOf, isEmptySide, measureNamed, proseChange, proseComparisons, proseValue } from '#measures'
import { askMany } from '../query/ask.ts'
import { figuresOf } from './document.ts'

/** The answers behind a document, by period and comparison. */
export type Answers = ReadonlyMap<string, Answer>

const keyOf = ({ period, comparison }: FigureRef): string => `${period} ${comparison}`

/** The most measures that one question may name. */
const mostMeasures = 40

/** Asks for every figure of a document at one instant: one question for each period and comparison. Errors: those of `ask`. */
export async function resolve(document: BriefingDocument, centre: string, asking: Asking): Promise<Answers> {
  const wanted = new Map<string, { period: string, comparison: string, ids: Set<MeasureId> }>()
  for (const figure of figuresOf(document)) {
    const { period, comparison } = figure
    const known = wanted.get(keyOf(figure)) ?? { period, comparison, ids: new Set<MeasureId>() }
    wanted.set(keyOf(figure), { ...known, ids: known.ids.add(figure.measure) })
  }
  const asked = Array.from(wanted.values(), ({ period, comparison, ids }) => ({ input: { measures: [...ids].slice(0, mostMeasures), centres: [centre], period, comparison }, asking }))
  const settled = await askMany(asking.database, asked)
  return new Map(Array.from(wanted.keys(), (key, place) => {
    const one = settled[place]
    if (!one || 'error' in one)
      throw one?.error
    return [key, one.answer]
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

/** What stands in small print behind a number: its name, how it is counted, what it was counted of, and the dates. */
export function definitionOf(figure: FigureRef, answers: Answers): string {
  const answer = answers.get(keyOf(figure))
  const measure = measureNamed(figure.measure)
  const { n, numerator, coverage } = answer ? figureOf(measure, answer.current.overall) : { n: null, numerator: null, coverage: null }
  const of = 'part' in measure || n === null || numerator === null ? '' : `；${numerator.toLocaleString('en-US')}／${n.toLocaleString('en-US')}`
  const covered = coverage && coverage.covered < coverage.of ? `；覆盖 ${coverage.covered}／${coverage.of}` : ''
  const dates = answer ? `；${answer.current.from} 至 ${answer.current.to}` : ''
  return `${measure.names.zh}：${measure.formula.zh}（${measure.source}）${of}${covered}${dates}${measure.caution ? `。${measure.caution.zh}` : ''}`
}

/** True where a stated value is more than a tenth off what the records say: 口径待核. */
export function isDoubtful(stated: number, figure: FigureRef, answers: Answers): boolean {
  const answer = answers.get(keyOf(figure))
  const value = answer ? figureOf(measureNamed(figure.measure), answer.current.overall).value : null
  return value === null || Math.abs(stated - value) > Math.abs(value) / 10
}
