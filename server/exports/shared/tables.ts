import type { Answer, Cell, Figure, Language, Measure, Member, Parts, Printing } from '#measures'
import type { SharedPanel, SharedRow } from './sharedPage.ts'
import {
  askedRows,
  bucketName,
  changeIn,
  columnUnit,
  dateWords,
  dimensionOf,
  figureIn,
  figureOf,
  isBucketKnown,
  isUnknownSide,
  isZeroKnownIn,
  newestPart,
  nothing,
  paperWords,
  partlyKnownMark,
  printChange,
  printFigure,
  printingOf,
  shownValue,
  splitUnit,
  withValues,
} from '#measures'

/** `unit` is the unit of all numbers, where cells do not name it. */
type Table = Pick<SharedPanel, 'headers' | 'rows'> & { unit?: string }

/** An answer, the measures to show, and the language. */
export interface Shown {
  answer: Answer
  /** At least one. */
  measures: readonly [Measure, ...Measure[]]
  /** The ids of the measures, in the same order. */
  ids: readonly string[]
  language: Language
}

const words = {
  now: { zh: '本期', en: 'This period' },
  before: { zh: '对比期', en: 'Compared period' },
  basis: { zh: '依据', en: 'Out of' },
  unnamed: { zh: '未填', en: 'Not given' },
  time: { zh: '时间', en: 'Time' },
} as const

/** The most columns of a table with two splits. */
const mostColumns = 24
const noFigure: Figure = { value: null, numerator: null, n: null, coverage: null }
const plainOrder = { order: null, top: null, threshold: null } as const

const grouped = (value: number): string => value.toLocaleString('en-US')

/** Numerator and denominator of a share or an average: 25,901／31,206. Empty for counts and sums of money. */
export function basisOf(measure: Measure, { n, numerator }: Figure, language: Language): string {
  if (!n) return ''
  if (measure.kind === 'mean' || measure.kind === 'quantile') return `n = ${grouped(n)}`
  if (measure.kind !== 'ratio' || numerator === null) return ''
  const isCounted = [measure.numerator, measure.denominator].map(newestPart).every(part => {
    return part.kind === 'flow' && part.aggregate === 'count'
  })
  if (!isCounted) return ''
  return `${grouped(numerator)}${language === 'zh' ? '／' : ' of '}${grouped(n)}`
}

/** Rows with bars for their first figures, where none is negative. */
function withBars(rows: readonly string[][], values: readonly (number | null)[]): SharedRow[] {
  const numbers = values.filter(value => value !== null)
  const largest = Math.max(0, ...numbers)
  const drawn = largest > 0 && numbers.every(value => value >= 0) && rows.length > 1
  return rows.map((cells, place) => {
    const value = values[place] ?? null
    return { cells, bar: drawn && value !== null ? Number((value / largest).toFixed(4)) : null }
  })
}

/** A table of single figures, with numerator, denominator and change. */
function listTable({ answer, measures, ids, language }: Shown): Table {
  const say = paperWords[language]
  const valued = withValues(answer, id => measures[ids.indexOf(id)] ?? measures[0], language)
  const figures = measures.map(measure => figureIn(measure, answer))
  const bases = measures.map((measure, place) => basisOf(measure, figures[place] ?? noFigure, language))
  const compared = answer.earlier !== null
  const hasBases = bases.some(basis => basis !== '')
  return {
    headers: [
      say.measure,
      say.value,
      ...(hasBases ? [words.basis[language]] : []),
      ...(compared ? [say.change] : []),
    ],
    rows: measures.map((measure, place) => ({
      cells: [
        measure.names[language],
        valued.current.values[ids[place] ?? '']?.text ?? nothing,
        ...(hasBases ? [bases[place] ?? ''] : []),
        ...(compared ? [valued.changes[ids[place] ?? '']?.text ?? ''] : []),
      ],
      bar: null,
    })),
  }
}

const cellKey = (bucket: number, members: readonly string[]): string => JSON.stringify([bucket, members])

/** The name of the bucket at an index; empty where there is none. */
function nameAt({ question, current }: Answer, place: number, language: Language): string {
  const bucket = current.buckets[place]
  return bucket ? bucketName(bucket, question.granularity, language) : ''
}

/** The name of a bucket as a column heading: weeks by their first day, without the year of the answer. */
function shortNameAt(answer: Answer, place: number, language: Language): string {
  const bucket = answer.current.buckets[place]
  if (!bucket || answer.question.granularity !== 'week') return nameAt(answer, place, language)
  const day = dateWords(bucket.from, language, answer.current.from.slice(0, 4))
  return language === 'zh' ? `${day}起` : `from ${day}`
}

/** The figure of a bucket; zero only where its days are known. */
function figureAt(
  measure: Measure,
  answer: Answer,
  at: { bucket: number; parts: Parts | undefined },
): Figure {
  const bucket = answer.current.buckets[at.bucket]
  if (at.parts) return figureOf(measure, at.parts)
  if (!bucket || isUnknownSide(measure, answer.current) || !isZeroKnownIn(measure, answer, bucket))
    return noFigure
  return figureOf(measure, {})
}

/** The earlier figure of a bucket, for tables with a single measure. */
function earlierText({ answer, measures: [measure] }: Shown, bucket: number, how: Printing): string {
  const { earlier } = answer
  const days = earlier?.buckets[bucket]
  if (!earlier || !days || !isBucketKnown(measure, earlier, days)) return nothing
  const cell = earlier.cells.find(cell => cell.bucket === bucket && cell.members.length === 0)
  return printFigure(figureOf(measure, cell?.parts ?? {}), measure, how)
}

/** A table with buckets as rows and measures as columns. */
function timeTable(shown: Shown): Table {
  const { answer, measures, language } = shown
  const how = printingOf(answer, language)
  const { buckets, cells, to } = answer.current
  const parts = new Map(cells.map(cell => [cell.bucket, cell.parts]))
  const beside = measures.length === 1 && answer.earlier !== null
  const places = buckets.flatMap(({ from }, place) => (from <= to ? [place] : []))
  const figures = places.map(place =>
    measures.map(measure => figureAt(measure, answer, { bucket: place, parts: parts.get(place) })),
  )
  const rows = places.map((place, row) => [
    nameAt(answer, place, language),
    ...measures.map((measure, column) => printFigure(figures[row]?.[column] ?? noFigure, measure, how)),
    ...(beside ? [earlierText(shown, place, how)] : []),
  ])
  const names = beside
    ? [words.now[language], words.before[language]]
    : measures.map(measure => measure.names[language])
  return {
    headers: [words.time[language], ...names],
    rows: withBars(
      rows,
      figures.map(([first]) => (first ? shownValue(first) : null)),
    ),
  }
}

/**
 * Returns the position of a member in its natural order, such as that of weekdays; null for dimensions
 * without one.
 */
function naturalOrder(measure: Measure, dimension: string): ((code: string) => number) | null {
  const split = dimensionOf(measure, dimension)
  if (split?.members === 'number') return Number
  if (!split?.values) return null
  const codes = Object.keys(split.values)
  return code => (codes.includes(code) ? codes.indexOf(code) : codes.length)
}

const nameOf = (member: Member | undefined, code: string, language: Language): string =>
  (member?.[language] ?? code) || words.unnamed[language]

/** A table with members as rows, highest value first or in natural order, and measures as columns. */
function memberTable(shown: Shown): Table {
  const { answer, measures, language } = shown
  const [measure] = measures
  const how = printingOf(answer, language)
  const { groupBy } = answer.question
  const listed = askedRows(answer, { ...plainOrder, granularity: 'none' }, { measure, language }).rows
  const order = groupBy.length === 1 ? naturalOrder(measure, groupBy[0] ?? '') : null
  const rows = order
    ? listed.toSorted((a, b) => order(a.members[0] ?? '') - order(b.members[0] ?? ''))
    : listed
  const before = new Map(answer.earlier?.totals.map(cell => [cellKey(0, cell.members), cell.parts]))
  const single = measures.length === 1
  const compared = single && answer.earlier !== null
  const hasBases =
    single && rows.some(({ cell }) => basisOf(measure, figureOf(measure, cell.parts), language) !== '')
  const changeText = ({ members, parts }: Cell): string => {
    const earlier = before.get(cellKey(0, members))
    if (!earlier) return ''
    const { change } = changeIn(measure, answer, { now: parts, before: earlier, members })
    return change ? printChange(change, measure, how) : ''
  }
  return {
    headers: [
      groupBy.map(name => dimensionOf(measure, name)?.names[language] ?? name).join(' · '),
      ...measures.map(shownMeasure => shownMeasure.names[language]),
      ...(hasBases ? [words.basis[language]] : []),
      ...(compared ? [paperWords[language].change] : []),
    ],
    rows: withBars(
      rows.map(({ name, members, cell }) => [
        `${name || words.unnamed[language]}${partlyKnownMark(measure, answer, { members, language })}`,
        ...measures.map(shownMeasure => printFigure(figureOf(shownMeasure, cell.parts), shownMeasure, how)),
        ...(hasBases ? [basisOf(measure, figureOf(measure, cell.parts), language)] : []),
        ...(compared ? [changeText(cell)] : []),
      ]),
      rows.map(({ value }) => value),
    ),
  }
}

interface Axis {
  key: string
  name: string
}

/** The members of a split, in natural order or by name or code. */
function memberAxis({ answer, measures: [measure], language }: Shown, place: number): Axis[] {
  const members = answer.members[place] ?? []
  const order = naturalOrder(measure, answer.question.groupBy[place] ?? '')
  const sorted = order ? members.toSorted((a, b) => order(a.code) - order(b.code)) : members
  return sorted.map(member => ({ key: member.code, name: nameOf(member, member.code, language) }))
}

/** A table with members as rows, and buckets or members of a second split as columns. */
function gridTable(
  shown: Shown,
  { rows, columns, isTimed }: { rows: Axis[]; columns: Axis[]; isTimed: boolean },
): Table {
  const {
    answer,
    measures: [measure],
    language,
  } = shown
  const how = printingOf(answer, language)
  const { cells, totals } = answer.current
  const partsByCode = new Map(
    (isTimed ? cells : totals).map(({ bucket, members, parts }) => [
      isTimed ? cellKey(bucket, members) : cellKey(0, members),
      parts,
    ]),
  )
  const textAt = (row: Axis, column: Axis): string => {
    const parts = partsByCode.get(
      isTimed ? cellKey(Number(column.key), [row.key]) : cellKey(0, [row.key, column.key]),
    )
    return parts ? printFigure(figureOf(measure, parts), measure, how) : ''
  }
  const [first = ''] = answer.question.groupBy
  const texts = rows.map(row => columns.map(column => textAt(row, column)))
  // The common unit is printed once; per cent signs stay with their numbers.
  const unit = columnUnit(texts.flat())
  const isShort = unit !== '' && unit !== '%'
  return {
    headers: [dimensionOf(measure, first)?.names[language] ?? first, ...columns.map(({ name }) => name)],
    rows: rows.map(({ name }, place) => ({
      cells: [name, ...(texts[place] ?? []).map(text => (isShort ? splitUnit(text).number : text))],
      bar: null,
    })),
    ...(isShort && { unit }),
  }
}

/** The figures of an answer as a table. */
export function tableOf(shown: Shown): Table {
  const { answer, measures, language } = shown
  const { groupBy, granularity } = answer.question
  const isTimed = granularity !== 'none'
  if (groupBy.length === 0) return isTimed ? timeTable(shown) : listTable(shown)
  const isGrid = measures.length === 1 && groupBy.length + Number(isTimed) === 2
  if (!isGrid) return memberTable(shown)
  const { buckets, to } = answer.current
  const columns = isTimed
    ? buckets.flatMap(({ from }, place) =>
        from <= to ? [{ key: String(place), name: shortNameAt(answer, place, language) }] : [],
      )
    : memberAxis(shown, 1)
  if (columns.length > mostColumns) return memberTable(shown)
  return gridTable(shown, { rows: memberAxis(shown, 0), columns, isTimed })
}
