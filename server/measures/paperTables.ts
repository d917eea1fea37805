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

const bare = (text: string, unit: string): string => (unit === '' ? text : splitUnit(text).number)

/** A series as a table: a column's unit stands in its heading, and one that all share above the table. */
export function gridContent(
  series: Pick<SeriesRef, 'measures'>,
  { rows, total }: Pick<SeriesReading, 'rows' | 'total'>,
  language: Language,
): GridContent {
  const say = paperWords[language]
  const all = [...rows, ...(total ? [total] : [])]
  const units = series.measures.map((_, place) => columnUnit(all.map(row => row.cells[place]?.text ?? '')))
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
      cells: row.cells.map(({ text }, column) => bare(text, units[column] ?? '')),
    })),
  }
}
