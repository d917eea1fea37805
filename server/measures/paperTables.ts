import type { MeasureId } from './definitions/index.ts'
import type { Language } from './format.ts'
import type { FigureRef, Reading, SeriesReading, SeriesRef, SeriesRow } from './reference.ts'
import { measures } from './definitions/index.ts'
import { columnUnit, paperWords, splitUnit } from './paperWords.ts'

/** A row of a table of figures as it is printed: a number without its unit, and what it refers to. */
interface FigureRow {
  label: string
  unit: string
  number: string
  value: FigureRef
  change: { text: string; ref: FigureRef } | null
}

/** A table of figures as page, print and files show it; `compared` where a change is to be shown. */
interface FigureTableContent {
  headings: string[]
  compared: boolean
  rows: FigureRow[]
}

type Rows = readonly { label?: string; value: FigureRef; change: FigureRef | null }[]

/** A table of figures out of its references and what they read. */
export function figureTableContent(
  rows: Rows,
  readingOf: (ref: FigureRef) => Pick<Reading, 'text'> | null,
  language: Language,
): FigureTableContent {
  const say = paperWords[language]
  const textOf = (ref: FigureRef): string => readingOf(ref)?.text ?? ''
  const printed = rows.map(({ label, value, change }): FigureRow => {
    const changed = change ? textOf(change) : ''
    return {
      label: label ?? measures[value.measure].names[language],
      ...splitUnit(textOf(value)),
      value,
      change: change && changed !== '' ? { text: changed, ref: change } : null,
    }
  })
  const compared = printed.some(({ change }) => change !== null)
  return {
    headings: [say.measure, say.unit, say.value, ...(compared ? [say.change] : [])],
    compared,
    rows: printed,
  }
}

/** A series as page, print and files show it as a table, all rows together at the end. */
interface GridContent {
  /** The unit of all numbers, in a line of its own above the table; empty where columns differ. */
  unitLine: string
  columns: { measure: MeasureId; heading: string }[]
  rows: { row: SeriesRow; isTotal: boolean; cells: string[] }[]
}

/** Hundredths in one of each unit of money; amounts of different sizes in a column are all in `common`. */
const money: Record<Language, { common: string; hundredths: Record<string, number> }> = {
  zh: { common: '万元', hundredths: { 元: 1e2, 万元: 1e6, 亿元: 1e10 } },
  en: { common: 'million yuan', hundredths: { 'yuan': 1e2, 'million yuan': 1e8 } },
}

type SeriesCell = SeriesRow['cells'][number]

/** An amount in the common unit: as it stands where it is in it, else with as many digits as it had. */
function inCommonUnit({ text, value }: SeriesCell, language: Language): string {
  const { common, hundredths } = money[language]
  const { unit, number } = splitUnit(text)
  const per = hundredths[common] ?? 1
  if (unit === common || value === null || hundredths[unit] === undefined) return number
  const amount = value / per
  return Number(amount.toFixed(Math.abs(amount) >= 100 ? 0 : 2)).toString()
}

/** A column as it is printed: its unit, where all its numbers share one, and its numbers without it. */
function columnOf(cells: readonly SeriesCell[], language: Language): { unit: string; texts: string[] } {
  const texts = cells.map(({ text }) => text)
  const unit = columnUnit(texts)
  if (unit !== '') return { unit, texts: texts.map(text => splitUnit(text).number) }
  const { common, hundredths } = money[language]
  const units = texts.filter(text => /\d/.test(text)).map(text => splitUnit(text).unit)
  const isMoney = units.length > 0 && units.every(one => hundredths[one] !== undefined)
  return isMoney
    ? { unit: common, texts: cells.map(cell => inCommonUnit(cell, language)) }
    : { unit: '', texts }
}

const noCell: SeriesCell = { text: '', value: null, earlier: null, numerator: null, n: null }

/** A series as a table: a column's unit stands in its heading, and one that all share above the table. */
export function gridContent(
  series: Pick<SeriesRef, 'measures'>,
  { rows, total }: Pick<SeriesReading, 'rows' | 'total'>,
  language: Language,
): GridContent {
  const say = paperWords[language]
  const all = [...rows, ...(total ? [total] : [])]
  const printed = series.measures.map((_, place) =>
    columnOf(
      all.map(({ cells }) => cells[place] ?? noCell),
      language,
    ),
  )
  const units = printed.map(({ unit }) => unit)
  const [first = ''] = units
  const shared = first !== '' && units.every(unit => unit === first) ? first : ''
  const headingOf = (measure: MeasureId, place: number): string => {
    const unit = shared === '' ? (units[place] ?? '') : ''
    const name = measures[measure].names[language]
    if (unit === '') return name
    return language === 'zh' ? `${name}（${unit}）` : `${name} (${unit})`
  }
  return {
    unitLine: shared === '' ? '' : `${say.unit}${say.colon}${shared}`,
    columns: series.measures.map((measure, place) => ({ measure, heading: headingOf(measure, place) })),
    rows: all.map((row, place) => ({
      row,
      isTotal: place >= rows.length,
      cells: row.cells.map(({ text }, column) => printed[column]?.texts[place] ?? text),
    })),
  }
}
