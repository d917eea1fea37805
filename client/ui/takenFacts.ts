import type { Language, MeasureId } from '#measures'
import type { Sheet } from './figureSheet.ts'
import type { Say } from './figureWords.ts'
import { answerNotes, figureOf, measureNamed, rangeWords, sourceWords } from '#measures'
import { smallPrint } from './figureWords.ts'

/** The facts that accompany exported figures. */
type FactKey = 'centre' | 'limits' | 'period' | 'compared' | 'of' | 'coverage' | 'until' | 'source'
type TakenFacts = Partial<Record<FactKey, string>>

/** What the page knows about figures besides their sheet. */
export interface PageFacts {
  centre: string
  /** The days of the page, for figures without an answer of their own. */
  days: { from: string; to: string }
  /** The names of the members to which the figures are limited. */
  limits: readonly string[]
  /** The source of each measure's definition. */
  sources: ReadonlyMap<string, { source: string }>
}

const most = 3

function sourceOf(measures: readonly MeasureId[], { sources }: PageFacts, say: Say): string {
  const cited = measures.flatMap(id => {
    const { source } = sources.get(id) ?? {}
    return source ? [sourceWords(source, say.language)] : []
  })
  const shown = [...new Set(cited)].slice(0, most).join(say.language === 'zh' ? '；' : '; ')
  return say.t(shown ? 'export.sourceBy' : 'export.sourceOwn', { source: shown })
}

/** The origin of figures as text, for captions of pictures and notes of workbooks. */
export function takenFacts(sheet: Sheet, page: PageFacts, say: Say): TakenFacts {
  const { answer, measures = [] } = sheet
  const { language } = say
  const days = answer?.current ?? page.days
  const only = measures.length === 1 ? measureNamed(measures[0] ?? 'casesAccepted') : null
  const { earlier = null, dataUntil = null } = answer ?? {}
  const notes = answer ? answerNotes(answer, { measures: measures.map(measureNamed), language }) : []
  const texts: TakenFacts = {
    centre: page.centre,
    limits: page.limits.join(language === 'zh' ? '、' : ', '),
    period: rangeWords(days, language, ''),
    compared: earlier && earlier.from <= earlier.to ? rangeWords(earlier, language, '') : '',
    of: answer && only ? smallPrint(only, figureOf(only, answer.current.overall), say) : '',
    coverage: notes.join(language === 'zh' ? '；' : '; '),
    until: dataUntil ? rangeWords({ from: dataUntil, to: dataUntil }, language, '') : '',
    source: sourceOf(measures, page, say),
  }
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''))
}

/** The facts with their names, in order. */
export const namedFacts = (facts: TakenFacts, say: Pick<Say, 't'>): [string, string][] =>
  Object.entries(facts).map(([key, text]) => [say.t(`export.facts.${key}`), text])

/** The facts on one line; centre and period are given without a name. */
export function factLine(facts: TakenFacts, say: Say): string {
  const colon = say.language === 'zh' ? '：' : ': '
  const plain: readonly string[] = ['centre', 'limits', 'period']
  return Object.entries(facts)
    .map(([key, text]) => (plain.includes(key) ? text : `${say.t(`export.facts.${key}`)}${colon}${text}`))
    .join(' · ')
}

/** The subject in the name of a file: the measure, or else the panel, and the part of the hall. */
export function subjectOf(
  { name, measures = [] }: Sheet,
  limits: readonly string[],
  language: Language,
): string {
  const [only, ...others] = measures
  const measure = only && others.length === 0 ? measureNamed(only).names[language] : name
  return [measure, ...limits].join(' ')
}
