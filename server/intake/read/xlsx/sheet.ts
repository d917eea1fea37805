import type { Readable } from 'node:stream'
import type { Limits } from '../limits.ts'
import type { SourceRecord } from '../source.ts'
import type { NumberWords } from '../workbook/book.ts'
import sax from 'sax'
import { NamedError } from '#measures'
import { checkedCell, mostColumns } from '../limits.ts'
import { shownNumber } from '../numberFormat.ts'

/** Converts a cell's stored value to its displayed text. */
interface CellWords extends NumberWords {
  strings: readonly string[]
  limits: Limits
}

interface Cell {
  place: number
  type: string
  style: number
  value: string
  formula: string | null
}

/** The largest row number of a sheet. */
const mostRows = 1_048_576

/** Converts a column reference: BC7 → 54. */
export function placeOf(reference: string): number {
  let place = 0
  for (const letter of reference) {
    const digit = letter.charCodeAt(0) - 64
    if (digit < 1 || digit > 26) break
    place = place * 26 + digit
  }
  return place - 1
}

function numberIn(value: string, style: number, words: CellWords): string {
  const number = Number(value)
  if (value === '' || Number.isNaN(number)) return value
  return shownNumber(number, words.formats[style] ?? 'General', words.epoch)
}

function textOf(cell: Cell, words: CellWords): string {
  // Results of formulas depend on who opened the file last, and are ignored.
  if (cell.formula !== null) return `=${cell.formula}`
  switch (cell.type) {
    case 's':
      return words.strings[Number(cell.value)] ?? ''
    case 'b':
      return cell.value === '1' ? 'true' : 'false'
    case 'inlineStr':
    case 'str':
    case 'd':
    case 'e':
      return cell.value
    default:
      return numberIn(cell.value, cell.style, words)
  }
}

/** Collects the rows of a sheet from its XML stream. */
class RowCollector {
  readonly rows: SourceRecord[] = []
  private readonly parser = sax.parser(true)
  private record: SourceRecord = { row: 0, cells: [] }
  private cell: Cell = { place: 0, type: 'n', style: 0, value: '', formula: null }
  private length = 0
  private collects: 'value' | 'formula' | null = null
  private readonly words: CellWords

  constructor(words: CellWords) {
    this.words = words
    this.parser.onopentag = ({ name, attributes }) => this.open(name, attributes as Record<string, string>)
    this.parser.ontext = this.parser.oncdata = text => this.take(text)
    this.parser.onclosetag = name => this.end(name)
  }

  write(xml: string): void {
    this.parser.write(xml)
  }

  private open(name: string, attributes: Record<string, string>): void {
    if (name === 'row') {
      const isHidden = attributes.hidden === '1' || attributes.hidden === 'true'
      const row = this.rowNumber(attributes.r)
      this.record = { row, cells: [], ...(isHidden && { hidden: true }) }
      this.length = 0
      this.cell = { ...this.cell, place: -1 }
    } else if (name === 'c') {
      const place = attributes.r === undefined ? this.cell.place + 1 : placeOf(attributes.r)
      this.cell = {
        place,
        type: attributes.t ?? 'n',
        style: Number(attributes.s ?? 0),
        value: '',
        formula: null,
      }
    } else if (name === 'f') {
      this.cell.formula = ''
    }
    this.collects = name === 'v' || name === 't' ? 'value' : name === 'f' ? 'formula' : null
  }

  /** The row's own number, or the next one where it has no valid number. */
  private rowNumber(text: string | undefined): number {
    const row = Number(text ?? Number.NaN)
    return Number.isInteger(row) && row >= 1 && row <= mostRows ? row : this.record.row + 1
  }

  private take(text: string): void {
    const { limits } = this.words
    if (this.collects === 'value') this.cell.value = checkedCell(this.cell.value + text, limits)
    else if (this.collects === 'formula')
      this.cell.formula = checkedCell((this.cell.formula ?? '') + text, limits)
  }

  /** Adds to the characters of a row. Errors: file-too-large. */
  private countCharacters(text: string): void {
    const { rowCharacters: most } = this.words.limits
    this.length += text.length
    if (this.length > most)
      throw new NamedError('file-too-large', {
        what: `${this.length} characters in row ${this.record.row}`,
        most: `${most}`,
      })
  }

  private end(name: string): void {
    this.collects = null
    if (name === 'c' && this.cell.place >= 0 && this.cell.place < mostColumns) {
      const text = textOf(this.cell, this.words)
      // Cells with only a format are skipped, so that a row of them costs nothing.
      if (text === '') return
      this.countCharacters(text)
      while (this.record.cells.length < this.cell.place) this.record.cells.push('')
      this.record.cells[this.cell.place] = text
    } else if (name === 'row' && this.record.cells.some(cell => cell.trim() !== '')) {
      this.rows.push(this.record)
    }
  }
}

/** The rows of a sheet with text, with row numbers as in a spreadsheet. */
export async function* rowsOfSheet(
  xml: Readable,
  words: CellWords,
  onRead: (characters: number) => void,
): AsyncGenerator<SourceRecord> {
  const collector = new RowCollector(words)
  for await (const piece of xml.setEncoding('utf8') as AsyncIterable<string>) {
    onRead(piece.length)
    collector.write(piece)
    yield* collector.rows.splice(0)
  }
}
