import type { Readable } from 'node:stream'
import type { SourceRecord } from '../source.ts'
import sax from 'sax'
import { numberText } from '../numberText.ts'
import { dateText } from './styles.ts'

/** What turns a cell's stored value into the text that a person sees. */
export interface CellWords {
  strings: readonly string[]
  dates: readonly boolean[]
  epoch: 1900 | 1904
}

interface Cell { place: number, type: string, style: number, value: string, formula: string | null }

/** BC7 → 54. */
function placeOf(reference: string): number {
  let place = 0
  for (const letter of reference) {
    const digit = letter.charCodeAt(0) - 64
    if (digit < 1 || digit > 26)
      break
    place = place * 26 + digit
  }
  return place - 1
}

function shownNumber(value: string, style: number, words: CellWords): string {
  const number = Number(value)
  if (value === '' || Number.isNaN(number))
    return value
  return (words.dates[style] ? dateText(number, words.epoch) : null) ?? numberText(number)
}

function textOf(cell: Cell, words: CellWords): string {
  // A formula's result depends on who opened the file last; it is never taken for data.
  if (cell.formula !== null)
    return `=${cell.formula}`
  switch (cell.type) {
    case 's': return words.strings[Number(cell.value)] ?? ''
    case 'b': return cell.value === '1' ? 'true' : 'false'
    case 'inlineStr':
    case 'str':
    case 'd':
    case 'e': return cell.value
    default: return shownNumber(cell.value, cell.style, words)
  }
}

/** Collects rows out of a sheet's XML as it comes in. */
class RowCollector {
  readonly rows: SourceRecord[] = []
  private readonly parser = sax.parser(true)
  private record: SourceRecord = { row: 0, cells: [] }
  private cell: Cell = { place: 0, type: 'n', style: 0, value: '', formula: null }
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
      this.record = { row: Number(attributes.r ?? this.record.row + 1), cells: [] }
    }
    else if (name === 'c') {
      const place = attributes.r === undefined ? this.record.cells.length : placeOf(attributes.r)
      this.cell = { place, type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), value: '', formula: null }
    }
    else if (name === 'f') {
      this.cell.formula = ''
    }
    this.collects = name === 'v' || name === 't' ? 'value' : name === 'f' ? 'formula' : null
  }

  private take(text: string): void {
    if (this.collects === 'value')
      this.cell.value += text
    else if (this.collects === 'formula')
      this.cell.formula = (this.cell.formula ?? '') + text
  }

  private end(name: string): void {
    this.collects = null
    if (name === 'c' && this.cell.place >= 0 && this.cell.place < 16_384) {
      while (this.record.cells.length < this.cell.place)
        this.record.cells.push('')
      this.record.cells[this.cell.place] = textOf(this.cell, this.words)
    }
    else if (name === 'row' && this.record.cells.some(cell => cell.trim() !== '')) {
      this.rows.push(this.record)
    }
  }
}

/** The rows of a sheet that have anything in them, with the numbers under which a spreadsheet shows them. */
export async function* rowsOfSheet(xml: Readable, words: CellWords, onRead: (characters: number) => void): AsyncGenerator<SourceRecord> {
  const collector = new RowCollector(words)
  for await (const piece of xml.setEncoding('utf8') as AsyncIterable<string>) {
    onRead(piece.length)
    collector.write(piece)
    yield* collector.rows.splice(0)
  }
}
