/** Returns the width of a text at a font size, in pixels. */
export type Measured = (text: string, size: number, bold?: boolean) => number

/** Punctuation that must not begin a line, and punctuation that must not end one. */
const closing = /^[，。、；：！？）》」』”’％%…,.;:!?)\]]$/u
const opening = /[（《「『“‘([]$/u

/**
 * The smallest parts that are kept on one line: a word of letters and digits, or a Chinese character with its
 * punctuation.
 */
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

/** Breaks a text into lines of a width. A word that is wider than a line is split; nothing is dropped. */
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

/** The lines of a text at the first of some sizes that needs few enough lines; otherwise at the last size. */
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
