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

/** `unit`: what all numbers of the table are in, where their cells do not say it. */
type Table = Pick<SharedPanel, 'headers' | 'rows'> & { unit?: string }

/** An answer with the measures that are shown of it, and how they are printed. */
export interface Shown {
  answer: Answer
  /** At least one. */
  measures: readonly [Measure, ...Measure[]]
  /** Their names in the catalogue, in the same order. */
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

/** More columns than these are not read side by side. */
const mostColumns = 24
const noFigure: Figure = { value: null, numerator: null, n: null, coverage: null }
const plainOrder = { order: null, top: null, threshold: null } as const

const grouped = (value: number): string => value.toLocaleString('en-US')

/** What a share or an average was counted of: 25,901／31,206. Empty for counts, and for sums of money. */
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

/** Rows with the bars of their first figures, where these are not below zero. */
function withBars(rows: readonly string[][], values: readonly (number | null)[]): SharedRow[] {
  const known = values.filter(value => value !== null)
  const largest = Math.max(0, ...known)
  const drawn = largest > 0 && known.every(value => value >= 0) && rows.length > 1
  return rows.map((cells, place) => {
    const value = values[place] ?? null
    return { cells, bar: drawn && value !== null ? Number((value / largest).toFixed(4)) : null }
  })
}

/** Figures that stand by themselves, each with what it was counted of and its change. */
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

/** The name of a time of an answer; empty where it has none of that place. */
function nameAt({ question, current }: Answer, place: number, language: Language): string {
  const bucket = current.buckets[place]
  return bucket ? bucketName(bucket, question.granularity, language) : ''
}

/** The same above a column: a week by its first day, and the year of the answer goes without saying. */
function shortNameAt(answer: Answer, place: number, language: Language): string {
  const bucket = answer.current.buckets[place]
  if (!bucket || answer.question.granularity !== 'week') return nameAt(answer, place, language)
  const day = dateWords(bucket.from, language, answer.current.from.slice(0, 4))
  return language === 'zh' ? `${day}起` : `from ${day}`
}

/** The figure of a time; what no record names is none only where its days are known. */
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

/** The earlier figures beside times, where one measure is shown. */
function earlierText({ answer, measures: [measure] }: Shown, bucket: number, how: Printing): string {
  const { earlier } = answer
  const days = earlier?.buckets[bucket]
  if (!earlier || !days || !isBucketKnown(measure, earlier, days)) return nothing
  const cell = earlier.cells.find(one => one.bucket === bucket && one.members.length === 0)
  return printFigure(figureOf(measure, cell?.parts ?? {}), measure, how)
}

/** Times from top to bottom, one column a measure. */
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

/** The places of members in their natural order, such as days of the week; null where they have none. */
function naturalOrder(measure: Measure, dimension: string): ((code: string) => number) | null {
  const found = dimensionOf(measure, dimension)
  if (found?.members === 'number') return Number
  if (!found?.values) return null
  const codes = Object.keys(found.values)
  return code => (codes.includes(code) ? codes.indexOf(code) : codes.length)
}

const nameOf = (member: Member | undefined, code: string, language: Language): string =>
  (member?.[language] ?? code) || words.unnamed[language]

/** Members from the highest to the lowest, or in their natural order; one column a measure. */
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
      ...measures.map(one => one.names[language]),
      ...(hasBases ? [words.basis[language]] : []),
      ...(compared ? [paperWords[language].change] : []),
    ],
    rows: withBars(
      rows.map(({ name, members, cell }) => [
        `${name || words.unnamed[language]}${partlyKnownMark(measure, answer, { members, language })}`,
        ...measures.map(one => printFigure(figureOf(one, cell.parts), one, how)),
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

/** Members of a split, in their natural order or by name of code. */
function memberAxis({ answer, measures: [measure], language }: Shown, place: number): Axis[] {
  const members = answer.members[place] ?? []
  const order = naturalOrder(measure, answer.question.groupBy[place] ?? '')
  const sorted = order ? members.toSorted((a, b) => order(a.code) - order(b.code)) : members
  return sorted.map(member => ({ key: member.code, name: nameOf(member, member.code, language) }))
}

/** Members from top to bottom, and times or the members of a second split side by side. */
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
  const found = new Map(
    (isTimed ? cells : totals).map(({ bucket, members, parts }) => [
      isTimed ? cellKey(bucket, members) : cellKey(0, members),
      parts,
    ]),
  )
  const textAt = (row: Axis, column: Axis): string => {
    const parts = found.get(
      isTimed ? cellKey(Number(column.key), [row.key]) : cellKey(0, [row.key, column.key]),
    )
    return parts ? printFigure(figureOf(measure, parts), measure, how) : ''
  }
  const [first = ''] = answer.question.groupBy
  const texts = rows.map(row => columns.map(column => textAt(row, column)))
  // The unit of all cells is said once; a sign of per cent stays with its number.
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
