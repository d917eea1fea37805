import type { Asked, Reading, Understanding } from '../../server/questions/asked.ts'
import { measureNamed, parsePeriod } from '../../server/measures/index.ts'
import { memberName, sentenceOf } from '../../server/questions/sentence.ts'

interface Expected {
  expect: 'answer' | 'ask-back' | 'refuse'
  measures?: string[]
  period?: string | null
  compare?: string | null
  groupBy?: string[]
  time?: string | null
  filters?: { dimension: string; is: string[] }[]
  order?: 'most' | 'least' | null
  limit?: number | null
  threshold?: { op: '<' | '<=' | '>' | '>=' | '='; value: number } | null
}

/** One question of the set, in the notation of README.md beside it. Absent keys are null or empty. */
export interface Entry extends Expected {
  says: string
  also?: Partial<Expected>[]
  tag: string
  mustName?: string[]
  mustOffer?: string[]
}

export const outcomes = [
  'answered rightly',
  'rightly asked back',
  'rightly refused',
  'asked back where a refusal is expected',
  'refused or asked back although answerable',
  'WRONG',
] as const
export type Outcome = (typeof outcomes)[number]

const same = (a: readonly string[], b: readonly string[]): boolean =>
  JSON.stringify([...a].sort()) === JSON.stringify([...b].sort())

/** The days of a period, an end behind today counting as today. */
function daysOf(period: string, { today }: Reading): string {
  const { from, to } = parsePeriod(period, today)
  return `${from} ${Math.min(to, today)}`
}

/** Stocks and catalogues are read at the end of the period alone; yesterday's data are today's. */
function samePeriod(asked: Asked, expected: Expected, reading: Reading): boolean {
  if (expected.period === null || expected.period === undefined) return true
  if (daysOf(asked.period, reading) === daysOf(expected.period, reading)) return true
  const isStock = asked.measures.every(id => ['level', 'catalogue'].includes(measureNamed(id).kind))
  if (!isStock || asked.granularity !== 'none' || asked.comparison !== 'none') return false
  const end = (period: string): number => Math.min(parsePeriod(period, reading.today).to, reading.today - 1)
  return end(asked.period) === end(expected.period)
}

function sameFilters(asked: Asked, expected: Expected, reading: Reading): boolean {
  const names = (dimension: string, codes: readonly string[]): string =>
    `${dimension} ${[...codes].sort().join('|')}`
  const pairs = asked.filters.map(filter => {
    const named = filter.in.map(code => memberName(filter.dimension, code, reading))
    return [
      names(
        filter.dimension,
        named.map(({ zh }) => zh),
      ),
      names(
        filter.dimension,
        named.map(({ en }) => en.replace(/ window$/, '')),
      ),
    ]
  })
  const wanted = (expected.filters ?? []).map(({ dimension, is }) => names(dimension, is))
  return wanted.length === pairs.length && wanted.every(filter => pairs.some(both => both.includes(filter)))
}

const operators = { below: '<', atMost: '<=', above: '>', atLeast: '>=' } as const

function sameThreshold({ threshold, measures: [id] }: Asked, expected: Expected): boolean {
  const wanted = expected.threshold ?? null
  if (!threshold || !wanted) return threshold === null && wanted === null
  const isMoney = id !== undefined && ['fen', 'hundredths'].includes(measureNamed(id).unit)
  const value = isMoney ? wanted.value * 100 : wanted.value
  return operators[threshold.is] === wanted.op && Math.abs(threshold.value - value) < 1e-9
}

function sameOrder(asked: Asked, expected: Expected): boolean {
  const wanted = expected.order === 'most' ? 'highest' : expected.order === 'least' ? 'lowest' : null
  const limits = [expected.limit ?? null]
  if (expected.threshold) return true
  if (limits[0] === 1) limits.push(null)
  return (wanted === null || asked.order === wanted) && limits.includes(asked.top)
}

function isAsked(asked: Asked, expected: Expected, reading: Reading): boolean {
  return (
    same(asked.measures, expected.measures ?? []) &&
    samePeriod(asked, expected, reading) &&
    asked.comparison === (expected.compare ?? 'none') &&
    same(asked.groupBy, expected.groupBy ?? []) &&
    asked.granularity === (expected.time ?? 'none') &&
    sameFilters(asked, expected, reading) &&
    sameThreshold(asked, expected) &&
    sameOrder(asked, expected)
  )
}

const fullLists = { filters: [], groupBy: [], measures: [] }

/** What became of one question of the set. */
export function outcomeOf(entry: Entry, understanding: Understanding, reading: Reading): Outcome {
  const { also = [], ...own } = entry
  const ways: Expected[] = [own, ...also.map(way => ({ ...fullLists, ...own, ...way }))]
  const expects = (what: Expected['expect']): boolean => ways.some(way => way.expect === what)
  if (understanding.kind === 'understood')
    return ways.some(way => way.expect === 'answer' && isAsked(understanding.asked, way, reading))
      ? 'answered rightly'
      : 'WRONG'
  if (understanding.kind === 'choice') {
    if (expects('ask-back'))
      return offers(entry, understanding) ? 'rightly asked back' : 'refused or asked back although answerable'
    return own.expect === 'refuse'
      ? 'asked back where a refusal is expected'
      : 'refused or asked back although answerable'
  }
  if (!expects('refuse')) return 'refused or asked back although answerable'
  return names(entry, understanding) ? 'rightly refused' : 'refused or asked back although answerable'
}

/** A refusal names what it refuses: one of the words that it must name. */
function names(
  { mustName = [] }: Entry,
  understanding: Extract<Understanding, { kind: 'refused' }>,
): boolean {
  const text = [understanding.why.zh, understanding.why.en, ...understanding.words].join(' ').toLowerCase()
  return mustName.length === 0 || mustName.some(word => text.includes(word.toLowerCase()))
}

/** At least two of the choices that must be offered are; the only one, where there is one. */
function offers(
  { mustOffer = [] }: Entry,
  understanding: Extract<Understanding, { kind: 'choice' }>,
): boolean {
  const labels = understanding.choices.map(
    ({ label, asked }) => `${label.zh} ${label.en} ${asked.measures.join(' ')} ${asked.period}`,
  )
  const offered = mustOffer.filter(offer => labels.some(label => label.includes(offer)))
  return offered.length >= Math.min(2, mustOffer.length)
}

/** What was understood, in a line. */
export const shown = (understanding: Understanding, reading: Reading): string =>
  understanding.kind === 'understood'
    ? sentenceOf(understanding.asked, reading).zh
    : understanding.kind === 'choice'
      ? `? ${understanding.why.zh} [${understanding.choices.map(({ label }) => label.zh).join(' | ')}]`
      : `× ${understanding.why.zh}`
