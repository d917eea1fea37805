import { stringify } from 'csv-stringify/browser/esm/sync'

/** A panel's figures as a table: what its table view shows, and what is copied and exported. */
export interface Sheet {
  name: string
  headers: readonly string[]
  rows: readonly (readonly string[])[]
}

const isNumber = (text: string): boolean => !Number.isNaN(Number(text.replaceAll(/[,%\s]/g, '')))

/**
 * A cell that no spreadsheet takes for a formula: an apostrophe stands before =, +, - and @. Numbers
 * keep their minus and lose their plus.
 */
function withoutFormula(text: string): string {
  const unsigned = text.replace(/^\+(?=\d)/, '')
  const startsFormula = /^[=+@\t\r]/.test(unsigned) || (unsigned.startsWith('-') && !isNumber(unsigned))
  return startsFormula ? `'${unsigned}` : unsigned
}

/** CSV as in RFC 4180, with a byte-order mark so that office programs read Chinese. */
export function csvOf({ headers, rows }: Sheet): string {
  return stringify([headers, ...rows], {
    bom: true,
    record_delimiter: 'windows',
    // A single line break inside a cell is no record delimiter here, but most readers take it for one.
    quoted_match: /[\r\n]/,
    cast: { string: withoutFormula },
  })
}

/** The finding and the figures with a tab between columns, to paste into a document or a spreadsheet. */
export function textOf({ headers, rows }: Sheet, finding: string): string {
  return [...(finding ? [finding] : []), headers.join('\t'), ...rows.map(row => row.join('\t'))].join('\n')
}
