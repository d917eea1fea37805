import type { MeasureId } from './definitions/index.ts'
import type { Language } from './format.ts'
import type { FigureRef, Reading, SeriesReading, SeriesRef, SeriesRow } from './reference.ts'
import { measures } from './definitions/index.ts'
import { columnUnit, paperWords, splitUnit } from './paperWords.ts'

/** A printed row of a table of figures: a number without its unit, and its reference. */
interface FigureRow {
  label: string
  unit: string
  number: string
  value: FigureRef
  change: { text: string; ref: FigureRef } | null
}

/** A table of figures as page, print and files show it; `compared` where it shows changes. */
interface FigureTableContent {
  headings: string[]
  compared: boolean
  rows: FigureRow[]
}

type Rows = readonly { label?: string; value: FigureRef; change: FigureRef | null }[]

/** Builds a table of figures from its references and their readings. */
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

/** A series as a table for page, print and files, with the total in the last row. */
interface GridContent {
  /** The common unit of all numbers, printed above the table; empty where columns differ. */
  unitLine: string
  columns: { measure: MeasureId; heading: string }[]
  rows: { row: SeriesRow; isTotal: boolean; cells: string[] }[]
}

/** Hundredths per unit of money. Amounts of a column in different units are all printed in `common`. */
const money: Record<Language, { common: string; hundredths: Record<string, number> }> = {
  zh: { common: '万元', hundredths: { 元: 1e2, 万元: 1e6, 亿元: 1e10 } },
  en: { common: 'million yuan', hundredths: { 'yuan': 1e2, 'million yuan': 1e8 } },
}

type SeriesCell = SeriesRow['cells'][number]

const decimalsOf = (number: string): number => /\.(\d+)$/.exec(number)?.[1]?.length ?? 0

/**
 * The number of decimals for an amount in a unit: as many as it has when printed alone; small ones have two.
 */
function ownDecimals({ text, value }: SeriesCell, { unit, per }: { unit: string; per: number }): number {
  const printed = splitUnit(text)
  if (value === null || value === 0) return 0
  return printed.unit === unit ? decimalsOf(printed.number) : Math.abs(value / per) < 100 ? 2 : 0
}

/**
 * Prints the amounts of a column in one unit with equal decimals, so that they can be added up; a total alone
 * would have fewer.
 */
function inUnit(cells: readonly SeriesCell[], unit: string, per: number): string[] {
  const decimals = Math.max(0, ...cells.map(cell => ownDecimals(cell, { unit, per })))
  return cells.map(({ text, value }) => {
    if (value === null || !/\d/.test(text)) return splitUnit(text).number
    return value === 0 ? '0' : (value / per).toFixed(decimals)
  })
}

/** A printed column: the unit that all its numbers share, or none, and its numbers without it. */
function columnOf(cells: readonly SeriesCell[], language: Language): { unit: string; texts: string[] } {
  const texts = cells.map(({ text }) => text)
  const unit = columnUnit(texts)
  const { common, hundredths } = money[language]
  const per = hundredths[unit]
  if (unit !== '' && per === undefined) return { unit, texts: texts.map(text => splitUnit(text).number) }
  if (per !== undefined) return { unit, texts: inUnit(cells, unit, per) }
  const units = texts.filter(text => /\d/.test(text)).map(text => splitUnit(text).unit)
  const isMoney = units.length > 0 && units.every(name => hundredths[name] !== undefined)
  return isMoney
    ? { unit: common, texts: inUnit(cells, common, hundredths[common] ?? 1) }
    : { unit: '', texts }
}

const noCell: SeriesCell = { text: '', value: null, earlier: null, numerator: null, n: null }

/**
 * Converts a series to a table. A column's unit is in its heading; a unit that all columns share is above the
 * table.
 */
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
