import type { Answer, FigureRef, Filter, Language, MeasureId, QuestionInput, Reading, Readings, SeriesReading, SeriesRef } from '#measures'
import type { Asking } from '../query/ground.ts'
import type { BriefingDocument } from './document.ts'
import { figureOf, measureNamed, NamedError, referenceKey } from '#measures'
import { askMany } from '../query/ask.ts'
import { figuresOf, seriesOf } from './document.ts'
import { fingerprintOf } from './fingerprint.ts'
import { seriesRows } from './seriesRows.ts'
import { definitionOf, earlierOf, textOf } from './smallPrint.ts'

/** The most measures that one question may name. */
const mostMeasures = 40

/** Whose figures are read, with which rights, in which language they are said. */
export interface ReadingFor { centre: string, language: Language, asking: Asking }

type Wanted = Pick<FigureRef, 'period' | 'comparison' | 'filters'>
const wordsOf = ({ period, comparison, filters = [] }: Wanted): { period: string, comparison: string, filters: Filter[] } => ({ period, comparison, filters })

/** Questions whose figures are wanted, and where each measure of each is answered. */
interface Questions { inputs: QuestionInput[], placeOf: (wanted: Wanted, measure: MeasureId) => number }

/** One question for each period, comparison and filter; more where it would name too many measures. */
function questionsFor(figures: readonly FigureRef[], centre: string): Questions {
  const wanted = new Map<string, { words: Wanted, measures: Set<MeasureId> }>()
  for (const figure of figures) {
    const key = JSON.stringify(wordsOf(figure))
    const known = wanted.get(key) ?? { words: wordsOf(figure), measures: new Set() }
    wanted.set(key, known)
    known.measures.add(figure.measure)
  }
  const places = new Map<string, number>()
  const inputs: QuestionInput[] = []
  for (const [key, { words, measures }] of wanted) {
    [...measures].forEach((measure, index) => {
      if (index % mostMeasures === 0)
        inputs.push({ ...words, measures: [], centres: [centre] })
      inputs.at(-1)?.measures.push(measure)
      places.set(`${measure} ${key}`, inputs.length - 1)
    })
  }
  return { inputs, placeOf: (one, measure) => places.get(`${measure} ${JSON.stringify(wordsOf(one))}`) ?? -1 }
}

const sideOf = ({ earlier }: Answer): { from: string, to: string } | null => earlier && { from: earlier.from, to: earlier.to }

function readingOf(ref: FigureRef, answer: Answer, language: Language): Reading {
  const measure = measureNamed(ref.measure)
  const figure = figureOf(measure, answer.current.overall)
  const { from, to } = answer.current
  return { ...figure, text: textOf(ref, answer, language), earlier: earlierOf(measure, answer), from, to, against: sideOf(answer), definition: definitionOf(ref.measure, figure, { from, to, language }), fingerprint: fingerprintOf(ref.measure) }
}

function seriesReadingOf(ref: SeriesRef, answer: Answer, language: Language): SeriesReading {
  const { from, to } = answer.current
  return { rows: seriesRows(ref, answer, language), from, to, against: sideOf(answer), definitions: ref.measures.map(id => definitionOf(id, null, { from, to, language })), fingerprints: ref.measures.map(fingerprintOf) }
}

const seriesQuestion = (ref: SeriesRef, centre: string): QuestionInput => ({ ...wordsOf(ref), measures: [...ref.measures], centres: [centre], granularity: ref.granularity, groupBy: ref.by ? [ref.by] : [] })

/** What the references of a document say, how far the data reaches, and in which version. */
export interface ReadDocument { readings: Readings, dataUntil: string | null, dataVersion: number }

/** Asks for every reference at one instant. Errors: those of `ask`. */
export async function readDocument(document: Pick<BriefingDocument, 'blocks'>, { centre, language, asking }: ReadingFor): Promise<ReadDocument> {
  const figures = figuresOf(document)
  const series = seriesOf(document)
  const { inputs, placeOf } = questionsFor(figures, centre)
  const settled = await askMany(asking.database, [...inputs, ...series.map(ref => seriesQuestion(ref, centre))].map(input => ({ input, asking })))
  const answerAt = (place: number): Answer => {
    const one = settled[place]
    if (!one || 'error' in one)
      throw one?.error ?? new NamedError('internal', { reference: 'no-answer' })
    return one.answer
  }
  const readings: Readings = {
    figures: Object.fromEntries(figures.map(ref => [referenceKey(ref), readingOf(ref, answerAt(placeOf(ref, ref.measure)), language)])),
    series: Object.fromEntries(series.map((ref, place) => [referenceKey(ref), seriesReadingOf(ref, answerAt(inputs.length + place), language)])),
  }
  const first = settled.length > 0 ? answerAt(0) : null
  return { readings, dataUntil: first?.dataUntil ?? null, dataVersion: first?.dataVersions[centre] ?? 0 }
}
