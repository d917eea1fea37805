import type { Day } from '../../common/day.ts'
import { dayOf, weekdayOf, yearOf } from '../../common/day.ts'

/**
 * The published working days: the years, and the days that differ from Monday to Friday, each with whether it
 * is a working day.
 */
export interface PublishedDays {
  years: Iterable<number>
  departures: Iterable<readonly [Day, boolean]>
}

const unpublished = 2

/**
 * The working days of the published years. Methods return null where the answer depends on a year that is not
 * published, because holidays are announced one year at a time and are never guessed (docs/domain.md section
 * 2.1).
 */
export class WorkCalendar {
  private readonly years: Set<number>
  private readonly departures: Map<Day, boolean>
  private readonly first: Day
  private readonly last: Day
  /**
   * before[d - first] is the number of working days in [first, d). Days of unpublished years count as 0;
   * `covers` excludes them from results.
   */
  private readonly before: Int32Array
  private readonly working: Day[] = []
  /**
   * open[d - first] is 1 for a working day, 0 for a day off, and 2 for a day of an unpublished year between
   * two published ones.
   */
  private readonly open: Uint8Array

  constructor(published: PublishedDays) {
    this.years = new Set(published.years)
    this.departures = new Map(published.departures)
    const ordered = [...this.years].sort((a, b) => a - b)
    this.first = dayOf(ordered[0] ?? 1970, 1, 1)
    this.last = ordered.length === 0 ? this.first - 1 : dayOf((ordered.at(-1) ?? 1970) + 1, 1, 1) - 1
    this.before = new Int32Array(this.last - this.first + 2)
    this.open = new Uint8Array(this.last - this.first + 1)
    for (let day = this.first; day <= this.last; day++) {
      this.before[day - this.first] = this.working.length
      const open = this.years.has(yearOf(day)) ? (this.departures.get(day) ?? weekdayOf(day) <= 5) : null
      this.open[day - this.first] = open === null ? unpublished : open ? 1 : 0
      if (open) this.working.push(day)
    }
    this.before[this.last - this.first + 1] = this.working.length
  }

  /** The data from which the constructor creates the same calendar. */
  get published(): PublishedDays {
    return { years: this.years, departures: this.departures }
  }

  /** Whether a day is a working day; null for days of unpublished years. */
  isWorking(day: Day): boolean | null {
    const open = this.open[day - this.first] ?? unpublished
    return open === unpublished ? null : open === 1
  }

  /** Whether every day from `from` to `to`, both included, is published. */
  covers(from: Day, to: Day): boolean {
    for (let year = yearOf(from); year <= yearOf(to); year++) {
      if (!this.years.has(year)) return false
    }
    return true
  }

  /**
   * The number of working days from `from` to `to`, both included; null where any of the days is not
   * published.
   */
  countFrom(from: Day, to: Day): number | null {
    if (to < from) return 0
    return this.covers(from, to) ? this.indexOf(to + 1) - this.indexOf(from) : null
  }

  /** The n-th working day after `day` (n ≥ 1); null where the count reaches an unpublished year. */
  nthAfter(day: Day, n: number): Day | null {
    const found = this.isWorking(day) === null ? undefined : this.working[this.indexOf(day + 1) + n - 1]
    return found !== undefined && this.covers(day, found) ? found : null
  }

  /** `day` itself where it is a working day, else the next one; null where that is not published. */
  sameOrNext(day: Day): Day | null {
    const working = this.isWorking(day)
    return working ? day : this.nthAfter(day, 1)
  }

  private indexOf(day: Day): number {
    return this.before[Math.min(Math.max(day, this.first), this.last + 1) - this.first] ?? 0
  }
}
