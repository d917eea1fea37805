import { plainWidth } from './keyText.ts'
import { chineseNumber } from './limitText.ts'

/** One kind in a text that counts things, such as 锦旗 in 锦旗2面. */
interface Piece {
  text: string
  count: number
}

const most = 1000
const counted =
  /^(?<word>[^\d一二两三四五六七八九十]*)(?:(?<digits>\d{1,5})|(?<han>[一二两三四五六七八九十]{1,3}))[面封件幅个块次条份]?$/
const separators = /[、,，;；/和及]|(?<=[面封件幅个块次条份])\s+/

function pieceOf(text: string): Piece | null {
  const groups = counted.exec(text.replaceAll(/\s/g, ''))?.groups
  if (!groups) return /\d/.test(text) ? null : { text, count: 1 }
  const count = groups.digits === undefined ? chineseNumber(groups.han ?? '') : Number(groups.digits)
  return count === null ? null : { text: groups.word?.replace(/[:：*×x]$/, '') || text, count }
}

/**
 * Parses the things counted in a text: 锦旗2面、感谢信1封 are two banners and a letter, 锦旗 is one. Null for other
 * text, and for impossible counts.
 */
export function piecesIn(text: string): Piece[] | null {
  const parts = plainWidth(text)
    .split(separators)
    .map(part => part.trim())
    .filter(part => part !== '')
  const pieces = parts.map(pieceOf).filter(piece => piece !== null)
  const sum = pieces.reduce((total, { count }) => total + count, 0)
  return pieces.length < parts.length || sum < 1 || sum > most ? null : pieces
}

interface PieceColumns {
  /** The index of the counting column. */
  place: number
  /** The index of the record's own number, where the file has one. */
  key: number | null
}

/** The cells of each record in a row; null where its count is invalid. */
export function pieceCells(cells: readonly string[], { place, key }: PieceColumns): string[][] | null {
  const each = piecesIn(cells[place] ?? '')?.flatMap(({ text, count }) =>
    Array.from({ length: count }, () => text),
  )
  return (
    each?.map((text, index) =>
      cells.map((cell, at) =>
        at === place ? text : at === key && index > 0 && cell !== '' ? `${cell}-${index + 1}` : cell,
      ),
    ) ?? null
  )
}
