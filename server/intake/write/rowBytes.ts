import type { Value } from '../rows/field.ts'
import type { Row, Target } from '../targets/target.ts'
import { Buffer } from 'node:buffer'
import { columnTypes } from './rowLines.ts'

/** The storage types of writable columns in the binary COPY format; a code of a list is written as text. */
export const storedForms = ['int2', 'int4', 'int8', 'bool', 'date', 'timestamptz', 'text'] as const
export type Stored = (typeof storedForms)[number]

/**
 * The signature PGCOPY with its check bytes, no flags, no extension (PostgreSQL manual, COPY, Binary Format).
 */
const header = Buffer.from('PGCOPY\n\xFF\r\n\0\0\0\0\0\0\0\0\0', 'latin1')
const trailer = Buffer.from([0xff, 0xff])
/** Days and milliseconds from 1970 to 2000, the epoch of PostgreSQL. */
const epochDays = 10_957
const epochMs = epochDays * 86_400_000
const highWord = 2 ** 32
/** A value takes its length field, and eight bytes for a number or up to three bytes per character. */
const fixedRoom = 12
const roomPerCharacter = 3

/**
 * Encodes rows of a target in PostgreSQL's binary COPY format. Formatting and parsing text would cost more
 * than all other work on times and numbers.
 */
export class RowBytes {
  private readonly columns: { name: string; stored: Stored }[]
  private readonly at: { centreId: number; batchId: number }
  private buffer = Buffer.allocUnsafe(1 << 19)
  private end = 0

  /** `stored` gives the storage type of each column. */
  constructor(
    target: Target,
    at: { centreId: number; batchId: number },
    stored: Readonly<Record<string, Stored>>,
  ) {
    this.at = at
    this.columns = Object.keys(columnTypes(target)).map(name => {
      const as = stored[name]
      if (!as) throw new RangeError(`${target.table}.${name} is stored in a way that intake cannot write`)
      return { name, stored: as }
    })
    this.begin()
  }

  private begin(): void {
    this.end = header.copy(this.buffer)
  }

  /** Adds a row. Throws for a number that its column cannot hold, which is a defect. */
  add(values: Row): void {
    this.reserve(this.columns.length * fixedRoom + 16)
    this.int16(this.columns.length + 2)
    this.int32(4)
    this.int32(this.at.centreId)
    this.int32(4)
    this.int32(this.at.batchId)
    // An indexed loop, because this runs for every column of every row.
    for (let place = 0; place < this.columns.length; place++) {
      const column = this.columns[place]
      if (column) this.field(column, values[column.name])
    }
  }

  /** Returns the added rows for COPY, and starts anew. */
  take(): Uint8Array<ArrayBuffer> {
    this.reserve(trailer.length)
    this.end += trailer.copy(this.buffer, this.end)
    const taken = new Uint8Array(this.buffer.subarray(0, this.end))
    this.begin()
    return taken
  }

  private reserve(more: number): void {
    if (this.end + more <= this.buffer.length) return
    const larger = Buffer.allocUnsafe(Math.max(this.buffer.length * 2, this.end + more))
    this.buffer.copy(larger, 0, 0, this.end)
    this.buffer = larger
  }

  private field({ name, stored }: { name: string; stored: Stored }, value: Value | undefined): void {
    if (value === null || value === undefined) this.int32(-1)
    else if (typeof value === 'string') this.text(value)
    else if (typeof value === 'boolean') this.flag(value)
    else if (!this.number(stored, value)) throw new RangeError(`${name} cannot hold ${value}`)
  }

  private number(stored: Stored, value: number): boolean {
    switch (stored) {
      case 'int2':
        return this.whole16(value)
      case 'int4':
        return this.whole32(value)
      case 'int8':
        return this.whole64(value)
      case 'date':
        return this.whole32(value - epochDays)
      case 'timestamptz':
        return this.whole64((value - epochMs) * 1000)
      case 'bool':
      case 'text':
        return false
    }
  }

  private whole16(value: number): boolean {
    this.int32(2)
    this.int16(value)
    return value === (value << 16) >> 16
  }

  private whole32(value: number): boolean {
    this.int32(4)
    this.int32(value)
    return value === (value | 0)
  }

  private whole64(value: number): boolean {
    const high = Math.floor(value / highWord)
    this.int32(8)
    this.int32(high)
    this.int32(value - high * highWord)
    return Number.isSafeInteger(value)
  }

  private flag(value: boolean): void {
    this.int32(1)
    this.buffer[this.end++] = value ? 1 : 0
  }

  private text(value: string): void {
    this.reserve(value.length * roomPerCharacter + this.columns.length * fixedRoom)
    const start = this.end
    this.end += 4
    if (!this.ascii(value)) this.end = start + 4 + this.buffer.write(value, start + 4, 'utf8')
    const length = this.end - start - 4
    this.end = start
    this.int32(length)
    this.end += length
  }

  /** Copies ASCII text directly, which is faster than the encoder for the usual short texts. Else false. */
  private ascii(value: string): boolean {
    for (let place = 0; place < value.length; place++) {
      const code = value.charCodeAt(place)
      if (code > 127) return false
      this.buffer[this.end++] = code
    }
    return true
  }

  private int16(value: number): void {
    this.buffer[this.end++] = value >> 8
    this.buffer[this.end++] = value
  }

  private int32(value: number): void {
    this.buffer[this.end++] = value >> 24
    this.buffer[this.end++] = value >> 16
    this.buffer[this.end++] = value >> 8
    this.buffer[this.end++] = value
  }
}
