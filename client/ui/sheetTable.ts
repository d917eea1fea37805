import type { Printing } from '#measures'
import type { CellNumber, Sheet } from './figureSheet.ts'
import { headingUnit } from '#measures'

/** A cell of a workbook: a number that adds up, a text, or nothing. */
type TableCell = string | number | null

/** A table for a workbook, with numbers in the units that its headings name. */
interface Table {
  name: string
  headers: string[]
  rows: TableCell[][]
}

/** A parsed cell: its number and its unit. */
interface ReadCell {
  number: number
  word: string
}

/** Removes rounding errors of divisions. */
const tidy = (value: number): number => Number(value.toPrecision(15))

/** The word of a unit that a column is named by; of money the whole currency, never 万 or 亿. */
const wordOf = headingUnit

function exactOf({ value, unit }: CellNumber, how: Printing): ReadCell | null {
  if (value === null) return null
  const scaled =
    unit === 'percent' ? value * 100 : unit === 'fen' || unit === 'hundredths' ? value / 100 : value
  return { number: tidy(scaled), word: wordOf(unit, how) }
}

const sizes: Record<string, number> = { '': 1, '万': 1e4, '亿': 1e8, 'million': 1e6 }
// At most fifteen digits and no leading zeros: otherwise the text is a code and not a quantity.
const digits = String.raw`(?<digits>(?:0|[1-9]\d{0,2}(?:,\d{3})*|[1-9]\d{0,14})(?:\.\d+)?)`
const size = String.raw`(?:(?<size>万(?!件)|亿|million)\s*)?`
const word = String.raw`(?<word>[^\d\s,.;，。；–~-][^\d,.;，。；–]{0,23})?`
const quantity = new RegExp(String.raw`^(?<sign>[+-]?)${digits}\s*${size}${word}$`, 'u')

/** Parses a printed quantity: 3.5 亿元 becomes 350,000,000 元. Null for any other text. */
function readText(text: string): ReadCell | null {
  const match = quantity.exec(text.trim())?.groups
  if (!match) return null
  const number =
    Number(`${match.sign}${(match.digits ?? '').replaceAll(',', '')}`) * (sizes[match.size ?? ''] ?? 1)
  return { number: tidy(number), word: (match.word ?? '').trim() }
}

const isBlank = (text: string): boolean => ['', '—', '–', '-'].includes(text.trim())
/** Treats "case" and "cases" as the same unit. */
const sameWord = (word: string): string => word.replace(/s$/, '')

/**
 * The numbers of a column: those that the sheet gives; where it gives none, those read from the texts, if
 * every text is a quantity.
 */
function columnOf({ rows, numbers }: Sheet, column: number, how: Printing): (ReadCell | null)[] {
  const exact = rows.map((_, row) => {
    const number = numbers?.[row]?.[column]
    return number ? exactOf(number, how) : null
  })
  if (column === 0 || exact.some(cell => cell !== null)) return exact
  const read = rows.map(row => (isBlank(row[column] ?? '') ? null : readText(row[column] ?? '')))
  const isWhole = rows.every((row, place) => isBlank(row[column] ?? '') || read[place] !== null)
  return isWhole ? read : exact
}

interface Column {
  header: string
  cells: TableCell[]
}

function columnsOf(sheet: Sheet, column: number, how: Printing & { unit: string }): Column[] {
  const header = sheet.headers[column] ?? ''
  const read = columnOf(sheet, column, how)
  const found = read.filter(cell => cell !== null)
  const cells = sheet.rows.map((row, place): TableCell => {
    const text = row[column] ?? ''
    return read[place]?.number ?? (isBlank(text) ? null : text)
  })
  const [first] = found
  const words = new Map(found.map(({ word }) => [sameWord(word), word]))
  if (!first || (words.size === 1 && first.word === '')) return [{ header, cells }]
  if (words.size > 1)
    return [
      { header, cells },
      { header: how.unit, cells: read.map(cell => cell?.word || null) },
    ]
  const [word = ''] = found.map(cell => cell.word).toSorted((a, b) => b.length - a.length)
  const [open, close] = how.language === 'zh' ? ['（', '）'] : [' (', ')']
  const unit = `${open}${word}${close}`
  const named = header.endsWith(unit) ? header : `${header}${unit}`
  return [{ header: named, cells }]
}

/**
 * A panel's figures for a workbook: numbers with full precision, their unit in the heading or, where rows
 * have different units, in a column of its own.
 */
export function tableOf(sheet: Sheet, how: Printing & { unit: string }): Table {
  const columns = sheet.headers.flatMap((_, column) => columnsOf(sheet, column, how))
  return {
    name: sheet.name,
    headers: columns.map(({ header }) => header),
    rows: sheet.rows.map((_, row) => columns.map(({ cells }) => cells[row] ?? null)),
  }
}
