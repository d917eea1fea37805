import type { Cell } from './answer.ts'
import type { Printing } from './format.ts'
import type { Measure } from './measure.ts'
import { printFigure } from './format.ts'
import { figureOf } from './value.ts'

/** A row of a list: its value, and the counts behind it. */
interface Line {
  value: number | null
  cell: Cell
}

/** Rows of equal value of which a list shows only the first. */
export interface CutTie {
  /** The last row that is shown. */
  last: Line
  shown: number
  of: number
}

/** The number of rows with the value of a row. Unknown values equal no other. */
export const equalTo = (row: Line | undefined, rows: readonly Line[]): number =>
  row === undefined || row.value === null ? 0 : rows.filter(({ value }) => value === row.value).length

/** The rows of equal value that the end of a list separates; null where it separates none. */
export function cutTieOf(ordered: readonly Line[], shown: readonly Line[]): CutTie | null {
  const last = shown.at(-1)
  if (!last) return null
  const [here, of] = [equalTo(last, shown), equalTo(last, ordered)]
  return here < of ? { last, shown: here, of } : null
}

/** Says that further rows have the value of the list's last one; empty where none has. */
export function cutTieWords(cut: CutTie | null, measure: Measure, how: Printing): string {
  if (!cut) return ''
  const value = printFigure(figureOf(measure, cut.last.cell.parts), measure, how)
  return how.language === 'zh'
    ? `${value}的共 ${cut.of} 项并列，只列出其中 ${cut.shown} 项`
    : `${cut.of} are equal at ${value}, of which ${cut.shown} ${cut.shown === 1 ? 'is' : 'are'} listed`
}
