import type {
  Answer,
  FigureRef,
  Filter,
  Language,
  MeasureId,
  QuestionInput,
  Reading,
  Readings,
  SeriesReading,
  SeriesRef,
} from '#measures'
import type { QueryContext } from '../query/queryContext.ts'
import type { BriefingDocument } from './document.ts'
import {
  bridgeLine,
  changesWithin,
  earlierValue,
  figureOf,
  measureNamed,
  NamedError,
  printingOf,
  referenceKey,
} from '#measures'
import { askMany } from '../query/ask.ts'
import { figuresOf, seriesOf } from './document.ts'
import { fingerprintOf } from './fingerprint.ts'
import { isList, listText, membersNamed } from './memberLists.ts'
import { seriesRows, totalRow } from './seriesRows.ts'
import { definitionOf, lackOf, textOf } from './smallPrint.ts'
import { isStanding, standingFilters, standingReadingOf } from './standings.ts'

/** The most measures of one question. */
const mostMeasures = 40

/** The centre, the viewer's context and the language of a reading. */
interface ReadOptions {
  centre: string
  language: Language
  context: QueryContext
}

type Wanted = Pick<FigureRef, 'period' | 'comparison' | 'filters'>
const wordsOf = ({
  period,
  comparison,
  filters = [],
}: Wanted): { period: string; comparison: string; filters: Filter[] } => ({ period, comparison, filters })

/** Questions for some figures, and the index of the question that answers each measure. */
interface Questions {
  inputs: QuestionInput[]
  placeOf: (wanted: Wanted, measure: MeasureId) => number
}

/** Builds one question per period, comparison and filter; several where it would have too many measures. */
function questionsFor(figures: readonly FigureRef[], centre: string): Questions {
  const wanted = new Map<string, { words: Wanted; measures: Set<MeasureId> }>()
  for (const figure of figures) {
    const key = JSON.stringify(wordsOf(figure))
    const entry = wanted.get(key) ?? { words: wordsOf(figure), measures: new Set() }
    wanted.set(key, entry)
    entry.measures.add(figure.measure)
  }
  const places = new Map<string, number>()
  const inputs: QuestionInput[] = []
  for (const [key, { words, measures }] of wanted) {
    ;[...measures].forEach((measure, index) => {
      if (index % mostMeasures === 0) inputs.push({ ...words, measures: [], centres: [centre] })
      inputs.at(-1)?.measures.push(measure)
      places.set(`${measure} ${key}`, inputs.length - 1)
    })
  }
  return {
    inputs,
    placeOf: (figure, measure) => places.get(`${measure} ${JSON.stringify(wordsOf(figure))}`) ?? -1,
  }
}

const sideOf = ({ earlier }: Answer): { from: string; to: string } | null =>
  earlier && { from: earlier.from, to: earlier.to }

/** The reading of a list of members; its value is the number of members named. */
function listReadingOf(ref: FigureRef, answer: Answer, language: Language): Reading {
  const { from, to } = answer.current
  const names = membersNamed(ref, answer, language)
  return {
    value: names.length,
    numerator: null,
    n: null,
    coverage: null,
    text: listText(ref, names, language),
    ...lackOf(ref, answer),
    earlier: null,
    from,
    to,
    against: null,
    definition: definitionOf(ref.measure, null, { from, to, language }),
    fingerprint: fingerprintOf(ref.measure, answer.current, null),
  }
}

function readingOf(ref: FigureRef, answer: Answer, language: Language): Reading {
  const measure = measureNamed(ref.measure)
  const figure = figureOf(measure, answer.current.overall)
  const { from, to } = answer.current
  return {
    ...figure,
    text: textOf(ref, answer, language),
    ...lackOf(ref, answer),
    earlier: earlierValue(measure, answer),
    from,
    to,
    against: sideOf(answer),
    definition: [
      definitionOf(ref.measure, figure, { from, to, language }),
      bridgeLine(measure, answer, printingOf(answer, language)),
    ]
      .filter(Boolean)
      .join(language === 'zh' ? '；' : '; '),
    fingerprint: fingerprintOf(ref.measure, answer.current, sideOf(answer)),
  }
}

function seriesReadingOf(ref: SeriesRef, answer: Answer, language: Language): SeriesReading {
  const { from, to } = answer.current
  const rows = seriesRows(ref, answer, language)
  const total = totalRow(ref, answer, { rows, language })
  const [first] = ref.measures
  const changes = first && ref.by === '' ? changesWithin(measureNamed(first), answer, language) : []
  return {
    rows,
    ...(changes.length > 0 && { changes }),
    ...(total && { total }),
    from,
    to,
    against: sideOf(answer),
    definitions: ref.measures.map(id => definitionOf(id, null, { from, to, language })),
    fingerprints: ref.measures.map(id => fingerprintOf(id, answer.current, sideOf(answer))),
  }
}

const seriesQuestion = (ref: SeriesRef, centre: string): QuestionInput => ({
  ...wordsOf(ref),
  measures: [...ref.measures],
  centres: [centre],
  granularity: ref.granularity,
  groupBy: ref.by ? [ref.by] : [],
})

/** The question of a list. `without` also needs the units in the hall; shares and ranks need all members. */
const listQuestion = (ref: FigureRef, centre: string): QuestionInput => ({
  ...wordsOf(isStanding(ref) ? { ...ref, filters: standingFilters(ref) } : ref),
  measures: ref.shows === 'without' ? [ref.measure, 'unitCount'] : [ref.measure],
  centres: [centre],
  groupBy: [ref.by ?? ''],
})

/** The readings of a document's references, the last day with data, and the data version. */
export interface ReadDocument {
  readings: Readings
  dataUntil: string | null
  dataVersion: number
}

/** Reads all references in one snapshot. Errors: those of `ask`. */
export async function readDocument(
  document: Pick<BriefingDocument, 'blocks' | 'word'>,
  { centre, language, context }: ReadOptions,
): Promise<ReadDocument> {
  const all = figuresOf(document)
  const isSplit = (ref: FigureRef): boolean => isList(ref) || isStanding(ref)
  const [figures, lists] = [all.filter(ref => !isSplit(ref)), all.filter(isSplit)]
  const series = seriesOf(document)
  const { inputs, placeOf } = questionsFor(figures, centre)
  const settled = await askMany(
    context.database,
    [
      ...inputs,
      ...series.map(ref => seriesQuestion(ref, centre)),
      ...lists.map(ref => listQuestion(ref, centre)),
    ].map(input => ({ input: { ...input, exact: true }, context })),
  )
  const answerAt = (place: number): Answer => {
    const answer = settled[place]
    if (!answer || 'error' in answer)
      throw answer?.error ?? new NamedError('internal', { reference: 'no-answer' })
    return answer.answer
  }
  const first = settled.length > 0 ? answerAt(0) : null
  const readings: Readings = {
    ...(first && { currency: first.currency }),
    figures: Object.fromEntries([
      ...figures.map(ref => [
        referenceKey(ref),
        readingOf(ref, answerAt(placeOf(ref, ref.measure)), language),
      ]),
      ...lists.map((ref, place) => [
        referenceKey(ref),
        (isStanding(ref) ? standingReadingOf : listReadingOf)(
          ref,
          answerAt(inputs.length + series.length + place),
          language,
        ),
      ]),
    ]) as Readings['figures'],
    series: Object.fromEntries(
      series.map((ref, place) => [
        referenceKey(ref),
        seriesReadingOf(ref, answerAt(inputs.length + place), language),
      ]),
    ),
  }
  return { readings, dataUntil: first?.dataUntil ?? null, dataVersion: first?.dataVersions[centre] ?? 0 }
}
