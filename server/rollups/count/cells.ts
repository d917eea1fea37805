/** Which amounts go into which columns of a cell. */
export interface Route {
  from: Int32Array
  into: Int32Array
}

// Rooms of equal size are added as cells come: one that grew would have to be copied, and would be half
// empty.
const roomBits = 10
const cellsARoom = 1 << roomBits
// A row's neighbours lie on nearby days, so places are kept by stretches of days, the last one at hand.
const stretchBits = 7
const daysAStretch = 1 << stretchBits

interface Stretches {
  at: Map<number, Int32Array>
  number: number
  last: Int32Array
}

const none = new Int32Array(0)

/** Cells in a form that can be handed to another thread. */
export interface PlainCells {
  memberAt: number[]
  dayAt: number[]
  rooms: Float64Array[]
}

/**
 * Sums by members and day: one cell each, as wide as there are columns. Cells have places 0, 1, 2 … in
 * the order in which they came.
 */
export class Cells {
  readonly memberAt: number[]
  readonly dayAt: number[]
  private readonly stretches: Stretches[] = []
  private readonly rooms: Float64Array[]
  private readonly width: number

  /** Empty, or what another thread has counted, to be read from alone. */
  constructor(
    width: number,
    { memberAt, dayAt, rooms }: PlainCells = { memberAt: [], dayAt: [], rooms: [] },
  ) {
    this.width = width
    this.memberAt = memberAt
    this.dayAt = dayAt
    this.rooms = rooms
  }

  get size(): number {
    return this.dayAt.length
  }

  /** How many numbers are kept. */
  get numbers(): number {
    return this.size * this.width
  }

  /** The place of a cell, made where there is none yet. */
  place(member: number, day: number): number {
    const number = day >> stretchBits
    const own = (this.stretches[member] ??= { at: new Map(), number: Number.NaN, last: none })
    if (own.number !== number) {
      own.number = number
      own.last = own.at.get(number) ?? none
    }
    const known = own.last[day & (daysAStretch - 1)] ?? 0
    // Places are kept one higher, so that 0 says that there is none.
    return known > 0 ? known - 1 : this.make(member, day, own)
  }

  private make(member: number, day: number, own: Stretches): number {
    const place = this.size
    if (own.last === none) {
      own.last = new Int32Array(daysAStretch)
      own.at.set(own.number, own.last)
    }
    own.last[day & (daysAStretch - 1)] = place + 1
    this.memberAt.push(member)
    this.dayAt.push(day)
    if (place >> roomBits === this.rooms.length) this.rooms.push(new Float64Array(cellsARoom * this.width))
    return place
  }

  /** Adds some amounts to some columns of a cell. */
  add(place: number, amounts: Float64Array, { from, into }: Route): void {
    const room = this.rooms[place >> roomBits]
    if (!room) return
    const start = (place & (cellsARoom - 1)) * this.width
    for (let index = 0; index < from.length; index++) {
      const amount = amounts[from[index] ?? 0] ?? 0
      if (amount !== 0) room[start + (into[index] ?? 0)] = (room[start + (into[index] ?? 0)] ?? 0) + amount
    }
  }

  /** The columns of a cell; a view, not a copy. */
  at(place: number): Float64Array {
    const start = (place & (cellsARoom - 1)) * this.width
    return (this.rooms[place >> roomBits] ?? new Float64Array(this.width)).subarray(start, start + this.width)
  }

  get plain(): PlainCells {
    return { memberAt: this.memberAt, dayAt: this.dayAt, rooms: this.rooms }
  }

  /** The places in the order of their days: what is read together should lie together. */
  byDay(): number[] {
    return Array.from(this.dayAt.keys()).sort((a, b) => (this.dayAt[a] ?? 0) - (this.dayAt[b] ?? 0))
  }
}
