/** Copies amounts into columns of a cell: the amount at `from[i]` is added to column `into[i]`. */
export interface Route {
  from: Int32Array
  into: Int32Array
}

// Cells are stored in blocks of equal size. One growing array would have to be copied, and would be half
// empty.
const roomBits = 10
const cellsARoom = 1 << roomBits
// Consecutive rows of a file lie on nearby days, so places are indexed by blocks of 128 days and the last
// block is kept.
const stretchBits = 7
const daysAStretch = 1 << stretchBits

interface Stretches {
  at: Map<number, Int32Array>
  number: number
  last: Int32Array
}

const none = new Int32Array(0)

/** Cells in a form that can be posted to another thread. */
export interface PlainCells {
  memberAt: number[]
  dayAt: number[]
  rooms: Float64Array[]
}

/**
 * Sums by members and day: one cell each, with `width` columns. Cells have places 0, 1, 2 … in the order in
 * which they were added.
 */
export class Cells {
  readonly memberAt: number[]
  readonly dayAt: number[]
  private readonly stretches: Stretches[] = []
  private readonly rooms: Float64Array[]
  private readonly width: number

  /** Starts empty, or with the cells that another thread has counted; these are only read. */
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

  /** The count of stored numbers: cells times columns. */
  get numbers(): number {
    return this.size * this.width
  }

  /** Returns the place of a cell, and adds the cell where there is none. */
  place(member: number, day: number): number {
    const number = day >> stretchBits
    const own = (this.stretches[member] ??= { at: new Map(), number: Number.NaN, last: none })
    if (own.number !== number) {
      own.number = number
      own.last = own.at.get(number) ?? none
    }
    const known = own.last[day & (daysAStretch - 1)] ?? 0
    // Places are stored plus one, so that 0 means "none".
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

  /** Adds amounts of a row to columns of a cell, by a route. */
  add(place: number, amounts: Float64Array, { from, into }: Route): void {
    const room = this.rooms[place >> roomBits]
    if (!room) return
    const start = (place & (cellsARoom - 1)) * this.width
    for (let index = 0; index < from.length; index++) {
      const amount = amounts[from[index] ?? 0] ?? 0
      if (amount !== 0) room[start + (into[index] ?? 0)] = (room[start + (into[index] ?? 0)] ?? 0) + amount
    }
  }

  /** The columns of a cell: a view, not a copy. */
  at(place: number): Float64Array {
    const start = (place & (cellsARoom - 1)) * this.width
    return (this.rooms[place >> roomBits] ?? new Float64Array(this.width)).subarray(start, start + this.width)
  }

  get plain(): PlainCells {
    return { memberAt: this.memberAt, dayAt: this.dayAt, rooms: this.rooms }
  }

  /** The places ordered by day. Rows that are read together are then stored together. */
  byDay(): number[] {
    return Array.from(this.dayAt.keys()).sort((a, b) => (this.dayAt[a] ?? 0) - (this.dayAt[b] ?? 0))
  }
}
