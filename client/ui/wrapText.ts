/** How wide a text is at a size, in pixels. */
export type Measured = (text: string, size: number, bold?: boolean) => number

/** Signs that begin no line, and signs that end none. */
const closing = /^[，。、；：！？）》」』”’％%…,.;:!?)\]]$/u
const opening = /[（《「『“‘([]$/u

/** What stays together on a line: a word of letters and digits, or one Chinese character with its signs. */
function unitsOf(text: string): string[] {
  const pieces = text.match(/[\p{Script=Latin}\p{N}.,:%+\-–—'’&/<>=]+|\s+|./gsu) ?? []
  const units: string[] = []
  for (const piece of pieces) {
    const last = units.at(-1)
    const joins = last !== undefined && (closing.test(piece) || opening.test(last)) && last.trim() !== ''
    if (joins) units[units.length - 1] = last + piece
    else units.push(piece)
  }
  return units
}

/** A text as lines of a width. A word that is wider than a line is divided; nothing is left out. */
export function wrapText(text: string, width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  const place = (unit: string): void => {
    const isBlank = unit.trim() === ''
    if (widthOf(line + unit.trimEnd()) <= width) {
      if (line !== '' || !isBlank) line += unit
    } else if (line !== '') {
      lines.push(line.trimEnd())
      line = ''
      if (!isBlank) place(unit)
    } else {
      const letters = Array.from(unit)
      if (letters.length === 1) line = unit
      else for (const letter of letters) place(letter)
    }
  }
  for (const unit of unitsOf(text.replaceAll(/\s+/g, ' ').trim())) place(unit)
  return line.trim() === '' ? lines : [...lines, line.trimEnd()]
}

/** The lines of a text at the first of some sizes at which there are few enough, else at the last one. */
export function fittedText(
  text: string,
  {
    width,
    sizes,
    most,
    bold = false,
  }: { width: number; sizes: readonly number[]; most: number; bold?: boolean },
  widthOf: Measured,
): { lines: string[]; size: number } {
  const tried = sizes.map(size => ({ size, lines: wrapText(text, width, part => widthOf(part, size, bold)) }))
  return tried.find(({ lines }) => lines.length <= most) ?? tried.at(-1) ?? { size: 16, lines: [text] }
}
