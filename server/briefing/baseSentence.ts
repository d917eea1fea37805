import type { Answer, Dates, FigureRef, Language, MeasureId, Member, WhyNot } from '#measures'
import type { Centre } from '../centres/centre.ts'
import type { FactName } from '../model/index.ts'
import type { QueryContext } from '../query/queryContext.ts'
import type { BriefingDocument } from './document.ts'
import { changeIn, dateWords, dayFromText, factsOf, measureNamed } from '#measures'
import { factNamed } from '../model/index.ts'
import { ask } from '../query/ask.ts'
import { figuresOf } from './document.ts'
import { dateInEnglish, dateInWords } from './templates/words.ts'

/** The names of the two usual comparisons, for sentences about missing ones. */
const names: Record<string, Record<Language, string>> = {
  lastYear: { zh: '同比', en: 'with last year' },
  previous: { zh: '环比', en: 'with the period before' },
}

interface About {
  centre: Centre
  context: QueryContext
  language: Language
}

/** A comparison without any change to report, and why. */
interface Missing {
  comparison: string
  beforeOpening: boolean
  isEarlier: boolean
}

/** The comparison of an answer where none of its measures can be compared; else null. */
function missingIn(answer: Answer, openedOn: string | null): Missing | null {
  const whyNots = answer.question.measures.map(
    (id): WhyNot | null => changeIn(measureNamed(id), answer).whyNot,
  )
  if (!answer.earlier || whyNots.includes(null)) return null
  return {
    comparison: answer.question.comparison,
    beforeOpening: openedOn !== null && answer.earlier.from < openedOn,
    isEarlier: whyNots.some(whyNot => whyNot?.reason.startsWith('earlier') ?? false),
  }
}

function baseSentence(missing: readonly Missing[], { centre: { openedOn }, language }: About): string {
  const what = missing.map(({ comparison }) => names[comparison]?.[language] ?? '').filter(Boolean)
  const beforeOpening = openedOn !== null && missing.some(range => range.beforeOpening)
  const isEarlier = missing.some(range => range.isEarlier)
  if (language === 'zh') {
    const why = beforeOpening
      ? `因中心于${dateInWords(openedOn)}投入运行，无对比期的完整数据`
      : `因${isEarlier ? '对比期' : '本期'}数据不全`
    return `${why}，未作${what.join('、') || '比较'}。`
  }
  const why = beforeOpening
    ? `The centre opened on ${dateInEnglish(openedOn)}, so that the earlier period has no complete data`
    : `The data of ${isEarlier ? 'the earlier' : 'this'} period are not complete`
  return `${why}: no comparison ${what.join(' or ') || 'is made'}.`
}

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** Missing dates, of the records of all units or of one unit whose days are declared separately. */
interface Gap {
  unit: Member | null
  missing: Dates[]
}

/** The dates of a period since the opening that are not known for a fact. */
function gapsOf({ current }: Answer, fact: string, openedOn: string | null): Gap[] {
  const coverage = current.coverage[fact]
  if (!coverage) return []
  const later = coverage.to < current.to ? [{ from: dayAfter(coverage.to), to: current.to }] : []
  const sinceOpening = (missing: readonly Dates[]): Dates[] =>
    missing.flatMap(({ from, to }): Dates[] => {
      const first = openedOn !== null && openedOn > from ? openedOn : from
      return first > to ? [] : [{ from: first, to }]
    })
  const { apart, missing } = coverage
  const ofAll = apart ? (apart.rest?.missing ?? []) : missing
  return [
    { unit: null, missing: sinceOpening([...ofAll, ...later]) },
    ...(apart?.units ?? []).map(unit => ({
      unit: unit.unit,
      missing: sinceOpening(
        unit.missing.filter(range => !ofAll.some(({ from, to }) => from <= range.from && range.to <= to)),
      ),
    })),
  ]
}

function rangeWords({ from, to }: Dates, language: Language, year: string): string {
  const [first, last] = [dateWords(from, language, year), dateWords(to, language, from.slice(0, 4))]
  if (from === to) return first
  return language === 'zh' ? `${first}至${last}` : `${first} to ${last}`
}

/** The most gaps that are listed; with more, their days are counted. */
const mostGaps = 3

/** The missing dates of a kind of record as a list, or their number of days. */
function gapWords(gaps: readonly Dates[], language: Language, year: string): string {
  const lengthOf = ({ from, to }: Dates): number => (dayFromText(to) ?? 0) - (dayFromText(from) ?? 0) + 1
  const days = gaps.reduce((total, gap) => total + lengthOf(gap), 0)
  if (gaps.length > mostGaps) return language === 'zh' ? `${days}天` : `${days} days`
  return gaps.map(gap => rangeWords(gap, language, year)).join(language === 'zh' ? '、' : ', ')
}

/** Facts with occasional records: days without them are not missing. */
const occasional: ReadonlySet<FactName> = new Set(['postChecks', 'exams', 'meetings', 'serviceEvents'])
const factsIn = (measures: readonly string[]): FactName[] => [
  ...new Set(measures.flatMap(id => factsOf(measureNamed(id)))),
]

/** A sentence with the unknown days of the period by kind of record; empty where all are known. */
function gapSentence(answer: Answer, { centre: { openedOn }, language }: About): string {
  const year = answer.current.from.slice(0, 4)
  if (openedOn !== null && answer.current.to < openedOn)
    return language === 'zh'
      ? `中心于${dateInWords(openedOn)}投入运行，此前无数据。`
      : `The centre opened on ${dateInEnglish(openedOn)}; there are no data before.`
  const facts = factsIn(answer.question.measures).filter(fact => !occasional.has(fact))
  const gaps = facts.flatMap(fact =>
    gapsOf(answer, fact, openedOn).flatMap(({ unit, missing }) => {
      const list = gapWords(missing, language, year)
      return list === '' ? [] : [{ name: factNamed(fact).names[language], list, of: unit?.[language] ?? '' }]
    }),
  )
  const clauses = gaps.map(({ name, list, of }) =>
    language === 'zh'
      ? `${of}${name}数据缺${list}`
      : `no data on ${name.toLowerCase()}${of === '' ? '' : ` from ${of}`} for ${list}`,
  )
  if (clauses.length === 0) return ''
  return language === 'zh' ? `本期${clauses.join('，')}。` : `There are ${clauses.join(', and ')}.`
}

/**
 * The references about the whole period: those with a clause and the period of the document's first number.
 */
function mainFigures(document: BriefingDocument): FigureRef[] {
  const figures = figuresOf(document)
  return figures.filter(({ period, clause }) => clause && period === figures[0]?.period)
}

const measuresIn = (figures: readonly FigureRef[]): MeasureId[] => [
  ...new Set(figures.map(({ measure }) => measure)),
]

/** The most measures that one question may name. */
const mostMeasures = 40
const inPieces = (measures: readonly MeasureId[]): MeasureId[][] =>
  Array.from({ length: Math.ceil(measures.length / mostMeasures) }, (_, place) =>
    measures.slice(place * mostMeasures, (place + 1) * mostMeasures),
  )

/** Those of the measures that together cover every fact: known days depend on facts only. */
function oneAFact(measures: readonly MeasureId[]): MeasureId[] {
  const seen = new Set<string>()
  return measures.filter(id => {
    const news = factsOf(measureNamed(id)).filter(fact => !seen.has(fact))
    for (const fact of news) seen.add(fact)
    return news.length > 0
  })
}

/**
 * Adds a paragraph after the first one, which states the unknown days of the period, and which comparisons
 * are missing and why. Returns the document unchanged where there is nothing to state. For an issue without
 * comparisons (the special one) only days are stated.
 */
export async function withBaseSentence(document: BriefingDocument, about: About): Promise<BriefingDocument> {
  const { centre, context, language } = about
  const figures = mainFigures(document)
  const [main] = figures
  if (!main) return document
  const changes = figures.filter(({ shows }) => shows === 'change')
  const askAbout = async (comparison: string, measures: MeasureId[]): Promise<Answer> =>
    ask({ measures, centres: [centre.code], period: main.period, comparison }, context)
  const comparisons = [...new Set(changes.map(({ comparison }) => comparison))]
  const missing: Missing[] = []
  for (const comparison of comparisons) {
    const compared = changes.filter(change => change.comparison === comparison)
    const ranges: (Missing | null)[] = []
    for (const measures of inPieces(measuresIn(compared)))
      ranges.push(missingIn(await askAbout(comparison, measures), centre.openedOn))
    const [first] = ranges
    if (first && ranges.every(range => range !== null)) missing.push(first)
  }
  const gaps = gapSentence(await askAbout('none', oneAFact(measuresIn(figures))), about)
  const base = missing.length > 0 ? baseSentence(missing, about) : ''
  const place = document.blocks.findIndex(({ kind }) => kind === 'paragraph') + 1
  const inlines = [gaps, base].filter(Boolean)
  if (inlines.length === 0 || place === 0) return document
  const text = inlines.join(language === 'zh' ? '' : ' ')
  return { ...document, blocks: document.blocks.toSpliced(place, 0, { kind: 'paragraph', inlines: [text] }) }
}
