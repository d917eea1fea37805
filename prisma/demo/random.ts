import { createHash } from 'node:crypto'

/** A generator of random numbers that is reproducible on every machine. */
export class Random {
  private state: number

  constructor(seed: string) {
    this.state = createHash('sha256').update(seed).digest().readUInt32LE(0)
  }

  /** A number from 0 up to, not including, 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }

  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1))
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  pick<T>(list: readonly T[]): T {
    const item = list[Math.floor(this.next() * list.length)]
    if (item === undefined) throw new RangeError('nothing to pick from')
    return item
  }

  /** An approximately normal number with mean 0 and variance 1 (a sum of uniform numbers). */
  normal(): number {
    return Array.from({ length: 6 }, () => this.next()).reduce((a, b) => a + b, -3) * Math.SQRT2
  }

  /** An index drawn by cumulative weights. */
  weighted(cumulative: readonly number[]): number {
    const at = this.next() * (cumulative.at(-1) ?? 0)
    let low = 0
    let high = cumulative.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((cumulative[middle] ?? 0) > at) high = middle
      else low = middle + 1
    }
    return low
  }
}
