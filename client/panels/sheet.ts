/** A panel's figures as a table: what its table view shows, and what is copied and written to files. */
export interface Sheet { name: string, headers: readonly string[], rows: readonly (readonly string[])[] }

/** A rise needs no sign in a file, where a spreadsheet would begin a formula with it. */
const unsigned = (text: string): string => text.replace(/^\+(?=\d)/, '')
/** What a spreadsheet would take for a formula is made harmless; a negative number is none. */
const harmless = (text: string): string => /^[=+@\t\r]/.test(text) || (text.startsWith('-') && Number.isNaN(Number(text.replaceAll(/[,%\s]/g, '')))) ? `'${text}` : text
const cell = (text: string): string => /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

/** CSV with a byte-order mark (RFC 4180), so that office programs read Chinese. */
export function csvOf({ headers, rows }: Sheet): string {
  return `\uFEFF${[headers, ...rows].map(row => row.map(text => cell(harmless(unsigned(text)))).join(',')).join('\r\n')}\r\n`
}

/** The finding and the figures, a tab between columns: it pastes into a document or a spreadsheet. */
export function textOf({ headers, rows }: Sheet, finding: string): string {
  return [...finding ? [finding] : [], headers.join('\t'), ...rows.map(row => row.join('\t'))].join('\n')
}
