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
export interface SplitTie {
  /** The last row that is shown. */
  last: Line
  shown: number
  of: number
}

/** The number of rows with the value of a row. Unknown values equal no other. */
export const equalTo = (row: Line | undefined, rows: readonly Line[]): number =>
  row === undefined || row.value === null ? 0 : rows.filter(({ value }) => value === row.value).length

/** The rows of equal value that the end of a list separates; null where it separates none. */
export function splitTieOf(ordered: readonly Line[], shown: readonly Line[]): SplitTie | null {
  const last = shown.at(-1)
  if (!last) return null
  const [here, of] = [equalTo(last, shown), equalTo(last, ordered)]
  return here < of ? { last, shown: here, of } : null
}

/** Says that further rows have the value of the list's last one; empty where none has. */
export function splitTieWords(tie: SplitTie | null, measure: Measure, how: Printing): string {
  if (!tie) return ''
  const value = printFigure(figureOf(measure, tie.last.cell.parts), measure, how)
  return how.language === 'zh'
    ? `${value}的共 ${tie.of} 项并列，只列出其中 ${tie.shown} 项`
    : `${tie.of} are equal at ${value}, of which ${tie.shown} ${tie.shown === 1 ? 'is' : 'are'} listed`
}
