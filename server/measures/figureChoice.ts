import type { MeasureId } from './definitions/index.ts'
import type { Language } from './format.ts'
import type { NumberForm } from './prose.ts'
import type { Filter } from './question.ts'
import type { Clause, FigureRef } from './reference.ts'
import { dayFromText, monthEnd, monthStart, textOfDay } from '../common/day.ts'
import { dateWords, monthName } from './coverageWords.ts'

/** The forms of a number in text: value, change, share of the whole, rank, or the largest members. */
export const figureForms = ['value', 'change', 'share', 'rank', 'largest'] as const
export type FigureForm = (typeof figureForms)[number]

interface Days {
  from: string
  to: string
}

/** A writer's choices for a number. */
export interface FigureChoice {
  measure: MeasureId
  period: string
  filters: Filter[]
  shows: FigureForm
  form: NumberForm
  /** The comparisons in order: after a value, or for a change alone. */
  comparisons: string[]
  /** The dimension of shares, ranks and largest members. */
  by: string
  most: number
  /** The words before the number that belong to it, such as the window and the dates. */
  subject: string
  /** The clause that the number had before. */
  kept: Clause | null
}

const clause = (before: string): { clause?: Clause } =>
  before === '' ? {} : { clause: { before, after: '', zero: null } }

/** The clause of a value: the former one, with the words before it replaced where they changed. */
function valueClause({ subject, kept }: FigureChoice): { clause?: Clause } {
  if (kept === null) return clause(subject)
  const { below, ...words } = kept
  return { clause: { ...words, before: subject, ...(below && subject === kept.before && { below }) } }
}

/** A reference without the filter on a dimension, so that the largest are found among all of its members. */
function amongAll({ filters = [], ...ref }: FigureRef, by: string): FigureRef {
  const others = filters.filter(({ dimension }) => dimension !== by)
  return others.length > 0 ? { ...ref, filters: others } : ref
}

/**
 * The references for the choices, in the order of the sentence: 4660件, then ，同比增长3.2%, then ，环比下降1.1%. The
 * comma belongs to the change, so that both are left out together.
 */
export function figuresOfChoice(choice: FigureChoice, language: Language): FigureRef[] {
  const { measure, period, filters, shows, comparisons, by, most, subject } = choice
  const base: FigureRef = {
    measure,
    period,
    comparison: 'none',
    ...(filters.length > 0 && { filters }),
    shows: 'value',
    form: 'plain',
  }
  const comma = language === 'zh' ? '，' : ', '
  const changes = (first: string): FigureRef[] =>
    comparisons.map((comparison, place) => ({
      ...base,
      comparison,
      shows: 'change',
      ...clause(place === 0 ? first : comma),
    }))
  switch (shows) {
    case 'value':
      return [{ ...base, form: choice.form, ...valueClause(choice) }, ...changes(comma)]
    case 'change':
      return changes(subject)
    case 'share':
    case 'rank':
      return [{ ...base, shows, by, ...clause(subject) }]
    case 'largest':
      return [{ ...amongAll(base, by), shows, by, most, ...clause(subject) }]
  }
}

/** Whether two references are about the same records on the same dates. */
const isAboutSame = (a: FigureRef, b: FigureRef): boolean =>
  a.measure === b.measure &&
  a.period === b.period &&
  JSON.stringify(a.filters ?? []) === JSON.stringify(b.filters ?? [])

const usualComparisons = ['lastYear', 'previous']

/**
 * The changes that directly follow a value and have a comparison that a writer can choose; null stands for
 * text.
 */
export function changesBehind(figure: FigureRef, following: readonly (FigureRef | null)[]): FigureRef[] {
  if (figure.shows !== 'value') return []
  const end = following.findIndex(next => next?.shows !== 'change' || !isAboutSame(figure, next))
  const behind = following
    .slice(0, end < 0 ? following.length : end)
    .filter((reference): reference is FigureRef => reference !== null)
  return behind.every(({ comparison }) => usualComparisons.includes(comparison)) ? behind : []
}

// Matches the beginning of a sentence about a period: 10月, 1—10月, 2012年10月, 三季度, 今年以来累计.
const dates = String.raw`(?:\d{4}年)?\d{1,2}月\d{1,2}日`
const periodLead = new RegExp(
  String.raw`^([，；、。]?)(?:${dates}至${dates}|${dates}|(?:\d{4}年)?(?:\d{1,2}—)?\d{1,2}月(?:（截至\d{1,2}日）)?|` +
    String.raw`(?:\d{4}年)?(?:[一二三四]季度|上半年|下半年|全年)|\d{4}年|今年以来累计|运行以来累计)`,
)

/** The words before a number, with the words for its former dates replaced by those for new ones. */
export function redated(
  subject: string,
  { was, now }: { was: Days; now: Days },
  { language, year }: { language: Language; year: string },
): string {
  const words = spanWords(now, language, year)
  const former = spanWords(was, language, year)
  if (language === 'zh' && periodLead.test(subject))
    return subject.replace(periodLead, (_, mark: string) => `${mark}${words}`)
  return former === '' ? subject : subject.replace(former, words)
}

/** The choices that a reference represents, as the initial state of the dialog. */
export function choiceOfFigure(ref: FigureRef): FigureChoice {
  const shows = figureForms.find(form => form === ref.shows) ?? 'value'
  return {
    measure: ref.measure,
    period: ref.period,
    filters: ref.filters ?? [],
    shows,
    form: ref.form,
    comparisons: ref.comparison === 'none' ? [] : [ref.comparison],
    by: ref.by ?? ref.filters?.[0]?.dimension ?? 'window',
    most: ref.most ?? 10,
    subject: ref.clause?.before ?? '',
    kept: (ref.shows === 'value' && ref.clause) || null,
  }
}

const wholeMonths = (from: string, to: string): boolean =>
  textOfDay(monthStart(dayFromText(from) ?? 0)) === from && textOfDay(monthEnd(dayFromText(to) ?? 0)) === to

/** The initial dimension for naming members: the chosen one, else the first that splits a hall. */
export const namedBy = (by: string, dimensions: readonly string[]): string =>
  dimensions.includes(by) ? by : (dimensions.find(dimension => dimension !== 'centre') ?? dimensions[0] ?? '')

/**
 * Dates as the subject of a sentence: 10月, 1—10月, 2012年, 8月8日至12月31日; with the year where it differs from the
 * given one.
 */
export function spanWords(
  { from, to }: { from: string; to: string },
  language: Language,
  year: string,
): string {
  const [fromYear, toYear] = [from.slice(0, 4), to.slice(0, 4)]
  if (from === to) return dateWords(from, language, year)
  if (fromYear === toYear && wholeMonths(from, to)) return monthsWords({ from, to }, language, year)
  const [first, last] = [dateWords(from, language, year), dateWords(to, language, fromYear)]
  return language === 'zh' ? `${first}至${last}` : `${first} to ${last}`
}

function monthsWords({ from, to }: { from: string; to: string }, language: Language, year: string): string {
  const own = from.slice(0, 4)
  const [first, last] = [Number(from.slice(5, 7)), Number(to.slice(5, 7))]
  if (first === 1 && last === 12) return language === 'zh' ? `${own}年` : own
  if (language === 'zh')
    return `${own === year ? '' : `${own}年`}${first === last ? '' : `${first}—`}${last}月`
  const months = first === last ? monthName(last) : `${monthName(first)} to ${monthName(last)}`
  return own === year ? months : `${months} ${own}`
}
