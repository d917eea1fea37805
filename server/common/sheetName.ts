import { xmlText } from './xmlText.ts'

/** The maximum length of a worksheet's name. */
const longestName = 31

/** A valid name for a worksheet that is not in `taken`; the name is added to `taken`. */
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
