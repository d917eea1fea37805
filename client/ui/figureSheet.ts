import type { Answer, MeasureId, Unit } from '#measures'
import { stringify } from 'csv-stringify/browser/esm/sync'
import { withoutFormula } from '#measures'

/** The number behind a printed cell. */
export interface CellNumber {
  value: number | null
  unit: Unit
}

/** A panel's figures as a table: what its table view shows, and what is copied and exported. */
export interface Sheet {
  name: string
  headers: readonly string[]
  rows: readonly (readonly string[])[]
  /** By row and column: the numbers behind printed cells; where there is none, the text is read. */
  numbers?: readonly (readonly (CellNumber | null)[])[]
  /** Where the figures come from, and of which measures they are. */
  answer?: Answer | null
  measures?: readonly MeasureId[]
  /** True for a list of figures over the whole period, whatever else their answer holds. */
  list?: boolean
  /** The same with all its rows, where the page has read only some of them. */
  whole?: () => Promise<Sheet>
}
/** A sheet with all its rows. Errors: those of reading them. */
export const wholeSheet = async (sheet: Sheet): Promise<Sheet> => (await sheet.whole?.()) ?? sheet

const isNumber = (text: string): boolean => !Number.isNaN(Number(text.replaceAll(/[,%\s]/g, '')))

/** A cell that no spreadsheet takes for a formula. Numbers keep their minus and lose their plus. */
function cellOf(text: string): string {
  const unsigned = text.replace(/^\+(?=\d)/, '')
  return unsigned.startsWith('-') && isNumber(unsigned) ? unsigned : withoutFormula(unsigned)
}

/** Rows under their headings; a number is one that a spreadsheet adds up. */
interface CsvRows {
  headers: readonly string[]
  rows: readonly (readonly (string | number | null)[])[]
}

/** CSV as in RFC 4180, with a byte-order mark so that office programs read Chinese. */
export function csvOf({ headers, rows }: CsvRows): string {
  return stringify([headers, ...rows], {
    bom: true,
    record_delimiter: 'windows',
    // A single line break inside a cell is no record delimiter here, but most readers take it for one.
    quoted_match: /[\r\n]/,
    cast: { string: cellOf },
  })
}

/** The finding and the figures with a tab between columns, to paste into a document or a spreadsheet. */
export function textOf({ headers, rows }: Sheet, finding: string): string {
  return [...(finding ? [finding] : []), headers.join('\t'), ...rows.map(row => row.join('\t'))].join('\n')
}
