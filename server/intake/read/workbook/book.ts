import type { Merge } from '../merges.ts'
import type { Epoch } from '../numberFormat.ts'
import type { SourceRecord } from '../source.ts'

/** A sheet of a workbook, by name. */
export interface SheetName {
  name: string
  hidden: boolean
}

/** An open sheet: its rows with text in order, with row numbers as in a spreadsheet. */
export interface SheetReading {
  merges: Merge[]
  rows: AsyncGenerator<SourceRecord>
  /** The total to read, in the unit of `read`. */
  total: number
  read: () => number
}

/** A workbook of any format. */
export interface Book {
  sheets: SheetName[]
  open: (sheet: string) => Promise<SheetReading>
  close: () => Promise<void>
}

/** Converts a stored number to its displayed text. */
export interface NumberWords {
  /** Number formats by cell style. */
  formats: readonly string[]
  epoch: Epoch
}
