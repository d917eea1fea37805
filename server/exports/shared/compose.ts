import type { Answer, Filter, Language, Member, Question } from '#measures'
import type { Viewer } from '../../access/permissions.ts'
import type { Centre } from '../../centres/centre.ts'
import type { Database } from '../../storage/database.ts'
import type { SharedContent, SharedPageName, SharedPanel, SharedText } from './sharedPage.ts'
import type { Shown } from './tables.ts'
import {
  answerNotes,
  dimensionOf,
  measureNamed,
  NamedError,
  questionSchema,
  rangeWords,
  withValues,
} from '#measures'
import { parseInput } from '../../measures/parseInput.ts'
import { codesWithin } from '../../measures/scope.ts'
import { askMany } from '../../query/ask.ts'
import { listMembers } from '../../query/listMembers.ts'
import { sharedPageNames } from './sharedPage.ts'
import { basisOf, tableOf } from './tables.ts'
import { granularityWords, words } from './words.ts'

/** The questions of a page to share, by whom and for how long. */
export interface SharedWish {
  centre: Centre
  page: SharedPageName
  questions: readonly unknown[]
  /** The filters of the page; each applies only where a question has it. */
  filters: readonly Filter[]
  viewer: Viewer
  now: Date
  until: Date
}

const mostRows = 300
/** With more measures, no sentence is written. */
const mostSaid = 6

const measuresOf = ({ question }: Answer): Shown['measures'] => {
  const [first = '', ...others] = question.measures
  return [measureNamed(first), ...others.map(measureNamed)]
}

/** True for a question that splits or filters by a dimension which may identify a person or bidder. */
function namesPeople({ measures, groupBy, filters }: Question): boolean {
  const names = [...groupBy, ...filters.map(({ dimension }) => dimension)]
  return names.some(name => measures.some(id => dimensionOf(measureNamed(id), name)?.sensitive !== undefined))
}

const uncompared = (question: Question): string => JSON.stringify({ ...question, comparison: 'none' })

/** True for a question without a comparison where the same question with one is among `all`. */
const isHeldBy = (all: readonly Question[], question: Question): boolean =>
  question.comparison === 'none' &&
  all.some(other => other.comparison !== 'none' && uncompared(other) === uncompared(question))

/**
 * The questions of a page without duplicates, and without those that may identify people. Errors:
 * bad-question, out-of-scope, unknown-measure, share-empty.
 */
function askedQuestions({ centre, questions }: SharedWish): { asked: Question[]; leftOut: number } {
  const parsed = questions.map(input => parseInput(questionSchema, input))
  const foreign = parsed.flatMap(({ centres }) => centres).find(code => code !== centre.code)
  if (foreign !== undefined) throw new NamedError('bad-question', { field: 'centres', value: foreign })
  const unique = [...new Map(parsed.map(question => [JSON.stringify(question), question])).values()]
  const allowed = unique.filter(question => !namesPeople(question))
  const asked = allowed.filter(question => !isHeldBy(allowed, question))
  if (asked.length === 0) throw new NamedError('share-empty')
  return { asked, leftOut: unique.length - allowed.length }
}

/** The answers to all questions in one snapshot. Errors: those of the questions. */
async function answersOf(
  database: Database,
  asked: readonly Question[],
  { viewer, now }: SharedWish,
): Promise<Answer[]> {
  const context = { database, scope: viewer.scope, now }
  const settled = await askMany(
    database,
    asked.map(input => ({ input, context })),
  )
  return settled.map(answer => {
    if ('error' in answer) throw answer.error
    return answer.answer
  })
}

/** Names of the members of some dimensions, by dimension and code. */
type Names = (dimension: string, code: string) => Pick<Member, Language>

async function namesOf(
  database: Database,
  dimensions: ReadonlySet<string>,
  { centre, viewer }: SharedWish,
): Promise<Names> {
  const lists = new Map<string, Map<string, Member>>()
  for (const dimension of dimensions) {
    const members = await listMembers(database, { centres: [centre.code], dimension, scope: viewer.scope })
    lists.set(dimension, new Map(members.map(member => [member.code, member])))
  }
  return (dimension, code) =>
    code === ''
      ? { zh: words.zh.unnamed, en: words.en.unnamed }
      : (lists.get(dimension)?.get(code) ?? { zh: code, en: code })
}

function headingOf(answer: Answer, language: Language): string {
  const say = words[language]
  const measures = measuresOf(answer)
  const { groupBy, granularity, benchmark } = answer.question
  const names = measures.map(measure => measure.names[language])
  const subject = names.length > 3 ? say.more(names[0] ?? '', names.length) : names.join(say.and)
  const how = [
    ...(benchmark ? [say.hall] : []),
    ...groupBy.map(name => say.by_(dimensionOf(measures[0], name)?.names[language] ?? name)),
    ...(granularity === 'none' ? [] : [granularityWords[granularity][language]]),
  ].join(say.and)
  return how === '' ? subject : `${subject}${say.brackets[0]}${how}${say.brackets[1]}`
}

/** The total of a table in a sentence; empty for many measures. */
function sentenceOf(answer: Answer, language: Language): string {
  const { groupBy, granularity, measures: ids } = answer.question
  const measures = measuresOf(answer)
  if (groupBy.length === 0 && granularity === 'none') return ''
  if (measures.length > mostSaid) return ''
  const say = words[language]
  const valued = withValues(answer, measureNamed, language)
  const said = ids.map((id, place) => {
    const figure = valued.current.values[id]
    const measure = measures[place]
    if (!figure || !measure) return ''
    const more = [
      basisOf(measure, figure, language),
      answer.earlier ? (valued.changes[id]?.text ?? '') : '',
    ].filter(text => text !== '')
    const behind = more.length > 0 ? `${say.brackets[0]}${more.join(say.stop)}${say.brackets[1]}` : ''
    return say.overall(measure.names[language], `${figure.text}${behind}`)
  })
  return `${language === 'zh' ? '总体：' : ''}${said.join(say.stop)}`
}

type FactKey = 'period' | 'compared' | 'until' | 'limits'
const factKeys: readonly FactKey[] = ['period', 'compared', 'until', 'limits']

const limitsText = (filters: readonly Filter[], names: Names, language: Language): string =>
  filters
    .flatMap(({ dimension, in: codes }) => codes.map(code => names(dimension, code)[language]))
    .join(words[language].and)

/** Facts about the figures of an answer, such as its period. */
function factsOf(answer: Answer, names: Names, language: Language): Record<FactKey, string> {
  const { current, earlier, dataUntil, question } = answer
  return {
    period: rangeWords(current, language, ''),
    compared: earlier && earlier.from <= earlier.to ? rangeWords(earlier, language, '') : '',
    until: dataUntil ? rangeWords({ from: dataUntil, to: dataUntil }, language, '') : '',
    limits: limitsText(question.filters, names, language),
  }
}

/** The filters of the page that at least one question has. */
function pageLimits({ filters }: SharedWish, answers: readonly Answer[]): Filter[] {
  const asked = new Set(
    answers.flatMap(({ question }) => question.filters.map(filter => JSON.stringify(filter))),
  )
  return filters.filter(({ dimension, in: codes }) => asked.has(JSON.stringify({ dimension, in: codes })))
}

/** The most frequent of some texts. */
function commonest(texts: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? ''
}

function panelOf(answer: Answer, own: [string, string][], language: Language): SharedPanel {
  const measures = measuresOf(answer)
  const { headers, rows, unit } = tableOf({ answer, measures, ids: answer.question.measures, language })
  return {
    heading: headingOf(answer, language),
    facts: unit === undefined ? own : [...own, [words[language].unit, unit]],
    sentence: sentenceOf(answer, language),
    headers,
    rows: rows.slice(0, mostRows),
    notes: [
      ...answerNotes(answer, { measures, language }),
      ...(rows.length > mostRows ? [words[language].cut(mostRows, rows.length)] : []),
    ],
  }
}

/** The units and windows that the sharing person may see; empty for the whole hall. */
function scopeText({ viewer, centre }: SharedWish, names: Names, language: Language): string {
  const { units, windows } = viewer.scope.rows
  const named = (dimension: string, limit: typeof units): string[] => {
    const codes = codesWithin(limit, centre.code)
    return codes === 'all' ? [] : codes.map(code => names(dimension, code)[language])
  }
  return [...named('unit', units), ...named('window', windows)].join(words[language].and)
}

function textOf(
  wish: SharedWish,
  { answers, names }: { answers: readonly Answer[]; names: Names },
  language: Language,
): SharedText {
  const say = words[language]
  const { centre, viewer, now, until, page } = wish
  const facts = answers.map(answer => factsOf(answer, names, language))
  const textsOf = (key: FactKey): string[] => facts.map(fact => fact[key])
  const limits = limitsText(pageLimits(wish, answers), names, language)
  const common: Record<FactKey, string> = {
    period: commonest(textsOf('period')),
    // On a page with a comparison, some tables may have none.
    compared: commonest(textsOf('compared').filter(text => text !== '')),
    until: commonest(textsOf('until')),
    limits: limits || commonest(textsOf('limits')),
  }
  const title = sharedPageNames[page][language]
  const time = (at: Date): string => centre.hall.zone.textAt(at.getTime())
  const named = (pairs: [string, string][]): [string, string][] => pairs.filter(([, text]) => text !== '')
  return {
    centre: language === 'zh' ? centre.name : centre.nameEn,
    title,
    subject: common.limits === '' ? title : `${title} · ${common.limits}`,
    demo: answers.some(({ demo }) => demo),
    facts: named([
      ...factKeys.map((key): [string, string] => [say[key], common[key]]),
      [say.scope, scopeText(wish, names, language)],
      [say.by, viewer.shownName || viewer.name],
      [say.at, time(now)],
      [say.ends, time(until)],
    ]),
    panels: answers.map((answer, place) => {
      const own = factKeys.flatMap((key): [string, string][] => {
        const text = facts[place]?.[key] ?? ''
        return text === common[key] ? [] : [[say[key], text || say.none]]
      })
      return panelOf(answer, own, language)
    }),
  }
}

/**
 * Reads the figures of a page within the scope of the sharing person, in both languages. `leftOut` is the
 * number of questions that may identify people. Errors: share-empty, and those of the questions.
 */
export async function composeShared(
  database: Database,
  wish: SharedWish,
): Promise<{ content: SharedContent; leftOut: number }> {
  const { asked, leftOut } = askedQuestions(wish)
  const answers = await answersOf(database, asked, wish)
  const dimensions = new Set([
    ...asked.flatMap(({ filters }) => filters.map(({ dimension }) => dimension)),
    'unit',
    'window',
  ])
  const names = await namesOf(database, dimensions, wish)
  const of = { answers, names }
  return { content: { zh: textOf(wish, of, 'zh'), en: textOf(wish, of, 'en') }, leftOut }
}
