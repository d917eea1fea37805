/** Parses cells copied from a spreadsheet: separated by tabs, and quoted where they contain line breaks. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r?\n|$)/gy
  const source = text.replace(/\r?\n$/, '')
  for (let found = cell.exec(source); found; found = cell.exec(source)) {
    row.push((found[1]?.replaceAll('""', '"') ?? found[2] ?? '').trim())
    if (found[3] !== '\t') {
      rows.push(row)
      row = []
    }
    if (found[3] === '') break
  }
  return rows.filter(cells => cells.some(one => one !== ''))
}
