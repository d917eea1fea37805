import type { Cell } from './answer.ts'
import type { Printing } from './format.ts'
import type { Measure } from './measure.ts'
import { printFigure } from './format.ts'
import { figureOf } from './value.ts'

/** A line of a list: its value, and what it is made from. */
interface Line {
  value: number | null
  cell: Cell
}

/** Lines of one value of which a list shows only the first. */
export interface CutTie {
  /** The last line that is shown. */
  last: Line
  shown: number
  of: number
}

/** How many lines have the value of a line. What is not known equals nothing. */
export const equalTo = (row: Line | undefined, rows: readonly Line[]): number =>
  row === undefined || row.value === null ? 0 : rows.filter(({ value }) => value === row.value).length

/** The lines of one value that the end of a list parts; null where it parts none. */
export function cutTieOf(ordered: readonly Line[], shown: readonly Line[]): CutTie | null {
  const last = shown.at(-1)
  if (!last) return null
  const [here, of] = [equalTo(last, shown), equalTo(last, ordered)]
  return here < of ? { last, shown: here, of } : null
}

/** That a list ends among lines of one value, which the next ones have too; empty where it does not. */
export function cutTieWords(cut: CutTie | null, measure: Measure, how: Printing): string {
  if (!cut) return ''
  const value = printFigure(figureOf(measure, cut.last.cell.parts), measure, how)
  return how.language === 'zh'
    ? `${value}的共 ${cut.of} 项并列，只列出其中 ${cut.shown} 项`
    : `${cut.of} are equal at ${value}, of which ${cut.shown} ${cut.shown === 1 ? 'is' : 'are'} listed`
}
