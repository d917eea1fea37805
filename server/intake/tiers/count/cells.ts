/** Which amounts go into which columns of a cell. */
export interface Route { from: Int32Array, into: Int32Array }

const firstRoom = 64

/** Sums by members and day: one cell each, as wide as there are columns. Cells have places 0, 1, 2 … in the order in which they came. */
export class Cells {
  readonly memberAt: number[] = []
  readonly dayAt: number[] = []
  private places: Map<number, number>[] = []
  private sums: Float64Array
  private readonly width: number

  constructor(width: number) {
    this.width = width
    this.sums = new Float64Array(firstRoom * width)
  }

  get size(): number {
    return this.dayAt.length
  }

  /** The place of a cell, made where there is none yet. */
  place(member: number, day: number): number {
    const days = this.places[member] ??= new Map<number, number>()
    const known = days.get(day)
    if (known !== undefined)
      return known
    const place = this.size
    days.set(day, place)
    this.memberAt.push(member)
    this.dayAt.push(day)
    this.makeRoom()
    return place
  }

  private makeRoom(): void {
    if (this.size * this.width <= this.sums.length)
      return
    const wider = new Float64Array(this.sums.length * 2)
    wider.set(this.sums)
    this.sums = wider
  }

  /** Adds some amounts to some columns of a cell. */
  add(place: number, amounts: Float64Array, { from, into }: Route): void {
    const start = place * this.width
    for (let index = 0; index < from.length; index++) {
      const amount = amounts[from[index] ?? 0] ?? 0
      if (amount !== 0)
        this.sums[start + (into[index] ?? 0)] = (this.sums[start + (into[index] ?? 0)] ?? 0) + amount
    }
  }

  /** The columns of a cell; a view, not a copy. */
  at(place: number): Float64Array {
    return this.sums.subarray(place * this.width, (place + 1) * this.width)
  }

  /** The places in the order of their days: what is read together should lie together. */
  byDay(): number[] {
    return Array.from(this.dayAt.keys()).sort((a, b) => (this.dayAt[a] ?? 0) - (this.dayAt[b] ?? 0))
  }

  clear(): void {
    this.memberAt.length = 0
    this.dayAt.length = 0
    this.places = []
    this.sums = new Float64Array(firstRoom * this.width)
  }
}
