import { plainWidth } from './keyText.ts'

/** The heading of the generated column of kinds, for columns that count one kind each. */
export const madeKindHeading = '（按栏目展开的类型）'

const nothing = new Set(['', '0', '零', '无', '/', '-', '－', '—', '--', '——'])
const most = 1000

/** Parses a count, such as 3 or 3面; 0 for 无 and /. Null for other text. */
export function countIn(text: string): number | null {
  const plain = plainWidth(text.trim())
  if (nothing.has(plain)) return 0
  const digits = /^(?<count>\d{1,5})(?:\.0+)?[面封件幅个次条份]?$/.exec(plain)?.groups?.count
  return digits === undefined || Number(digits) > most ? null : Number(digits)
}

/** The indexes of the counting columns, with the kind of each. */
export interface KindPlaces {
  kinds: readonly { place: number; code: string }[]
  /** The index of the generated column of kinds: after the row's own cells, or an existing one. */
  kind: number
  /** The index of the row's number, where it has one. */
  key: number | null
}

/** The cells of a row with a kind. */
const withKind = (cells: readonly string[], kind: number, code: string): string[] => [
  ...cells.slice(0, kind),
  code,
  ...cells.slice(kind + 1),
]

/**
 * The cells of each record that a row counts, with its kind. A row that counts nothing stays one row without
 * a kind; a row that has a kind, such as a repaired one, is unchanged. Null where a count is invalid.
 */
export function kindCells(cells: readonly string[], { kinds, kind, key }: KindPlaces): string[][] | null {
  if ((cells[kind] ?? '') !== '') return [[...cells]]
  const counts = kinds.map(({ place, code }) => ({ code, count: countIn(cells[place] ?? '') }))
  if (counts.some(({ count }) => count === null)) return null
  const codes = counts.flatMap(({ code, count }) => Array.from({ length: count ?? 0 }, () => code))
  if (codes.length === 0) return [withKind(cells, kind, '')]
  return codes.map((code, index) => {
    const numbered = (cell: string, at: number): string =>
      at === key && index > 0 && cell !== '' ? `${cell}-${index + 1}` : cell
    return withKind(cells.map(numbered), kind, code)
  })
}
