import type { Answer, MeasureId, Unit } from '#measures'
import { stringify } from 'csv-stringify/browser/esm/sync'
import { withoutFormula } from '#measures'

/** The number behind a printed cell. */
export interface CellNumber {
  value: number | null
  unit: Unit
}

/** A panel's figures as a table, for its table view, for copying and for exports. */
export interface Sheet {
  name: string
  headers: readonly string[]
  rows: readonly (readonly string[])[]
  /**
   * The numbers behind printed cells, by row and column; where one is null, the number is parsed from the
   * text.
   */
  numbers?: readonly (readonly (CellNumber | null)[])[]
  /** The answer that the figures come from, with their measures. */
  answer?: Answer | null
  measures?: readonly MeasureId[]
  /** True for a list of figures over the whole period, even where the answer has buckets or members. */
  list?: boolean
  /** Returns the sheet with all rows, where the page has read only some of them. */
  whole?: () => Promise<Sheet>
}
/** The sheet with all its rows. Rejects with the errors of reading them. */
export const wholeSheet = async (sheet: Sheet): Promise<Sheet> => (await sheet.whole?.()) ?? sheet

const isNumber = (text: string): boolean => !Number.isNaN(Number(text.replaceAll(/[,%\s]/g, '')))

/**
 * Makes a cell safe from being read as a formula by spreadsheets. Numbers keep their minus and lose their
 * plus.
 */
function cellOf(text: string): string {
  const unsigned = text.replace(/^\+(?=\d)/, '')
  return unsigned.startsWith('-') && isNumber(unsigned) ? unsigned : withoutFormula(unsigned)
}

/** Rows and their headings; numbers are written so that a spreadsheet can add them up. */
interface CsvRows {
  headers: readonly string[]
  rows: readonly (readonly (string | number | null)[])[]
}

/** CSV as in RFC 4180, with a byte-order mark so that office programs read Chinese. */
export function csvOf({ headers, rows }: CsvRows): string {
  return stringify([headers, ...rows], {
    bom: true,
    record_delimiter: 'windows',
    // A single line break inside a cell is quoted: most readers take it for the end of a record.
    quoted_match: /[\r\n]/,
    cast: { string: cellOf },
  })
}

/** The finding and the figures with tabs between columns, for pasting into a document or spreadsheet. */
export function textOf({ headers, rows }: Sheet, finding: string): string {
  return [...(finding ? [finding] : []), headers.join('\t'), ...rows.map(row => row.join('\t'))].join('\n')
}
