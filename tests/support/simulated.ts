import type { DayAmount } from '#measures'
import { monthStart, weekdayOf } from '#measures'
import { calendar } from './calendar.ts'

/** A reproducible generator of random numbers. */
export class Chance {
  private state: number

  constructor(seed: number) {
    this.state = seed
  }

  /** A number between 0 and 1, both excluded (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 4294967296
  }

  normal(): number {
    return Math.sqrt(-2 * Math.log(this.next())) * Math.cos(2 * Math.PI * this.next())
  }

  /** A Poisson-distributed count with the given mean. */
  poisson(mean: number): number {
    if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * this.normal()))
    let [count, product] = [-1, 1]
    for (const least = Math.exp(-mean); product > least; count++) product *= this.next()
    return count
  }

  /** A binomially distributed count of n with the given share. */
  binomial(n: number, share: number): number {
    return Array.from({ length: n }).reduce<number>(sum => sum + (this.next() < share ? 1 : 0), 0)
  }

  shuffled<T>(list: readonly T[]): T[] {
    return list
      .map(item => ({ item, at: this.next() }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ item }) => item)
  }
}

const byWeekday = [1.18, 1.02, 0.98, 0.96, 0.88, 0.75, 0.7]

/**
 * The days of a hall like the demo's: its weekdays, a season of ±10 %, unexplained variation of 5 % between
 * days and 2 % between months, and Poisson-distributed counts.
 */
export function simulatedHall(
  chance: Chance,
  { from, to, levelOn = () => 290 }: { from: number; to: number; levelOn?: (day: number) => number },
): DayAmount[] {
  const days: DayAmount[] = []
  let [month, ofMonth] = [-1, 1]
  for (let day = from; day <= to; day++) {
    if (monthStart(day) !== month) [month, ofMonth] = [monthStart(day), 1 + 0.02 * chance.normal()]
    const season = 1 + 0.1 * Math.sin((2 * Math.PI * (day % 365)) / 365)
    const mean = levelOn(day) * (byWeekday[weekdayOf(day) - 1] ?? 1) * season * ofMonth
    const y = calendar.isWorking(day) ? chance.poisson(mean * (1 + 0.05 * chance.normal())) : 0
    days.push({ day, y, exposure: 1 })
  }
  return days
}
