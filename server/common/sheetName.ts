import { xmlText } from './xmlText.ts'

/** What the name of a worksheet holds at most. */
const longestName = 31

/** A name that a workbook accepts and that no other sheet of it has. */
export function sheetName(wanted: string, taken: Set<string>): string {
  const clean =
    xmlText(wanted)
      .replaceAll(/[[\]*?:/\\']/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim() || '-'
  for (let number = 1; ; number++) {
    const end = number === 1 ? '' : ` ${number}`
    const name =
      clean
        .slice(0, longestName - end.length)
        .toWellFormed()
        .trimEnd() + end
    if (taken.has(name.toLowerCase())) continue
    taken.add(name.toLowerCase())
    return name
  }
}
