/** Parses cells copied from a spreadsheet: separated by tabs, and quoted where they contain line breaks. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r?\n|$)/gy
  const source = text.replace(/\r?\n$/, '')
  for (let match = cell.exec(source); match; match = cell.exec(source)) {
    row.push((match[1]?.replaceAll('""', '"') ?? match[2] ?? '').trim())
    if (match[3] !== '\t') {
      rows.push(row)
      row = []
    }
    if (match[3] === '') break
  }
  return rows.filter(cells => cells.some(one => one !== ''))
}
