import type { Merge } from '../merges.ts'
import type { Epoch } from '../numberFormat.ts'
import type { SourceRecord } from '../source.ts'

/** One sheet of a workbook by name. */
export interface SheetName {
  name: string
  hidden: boolean
}

/**
 * A sheet opened for reading: rows that hold anything, in order, with the numbers that a spreadsheet
 * shows.
 */
export interface SheetReading {
  merges: Merge[]
  rows: AsyncGenerator<SourceRecord>
  /** How much there is to read, in the unit of `read`. */
  total: number
  read: () => number
}

/** A workbook of any format. */
export interface Book {
  sheets: SheetName[]
  open: (sheet: string) => Promise<SheetReading>
  close: () => Promise<void>
}

/** What turns a stored number into the text that a person sees. */
export interface NumberWords {
  /** Number formats by cell style. */
  formats: readonly string[]
  epoch: Epoch
}
