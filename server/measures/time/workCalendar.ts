import type { Day } from '../../common/day.ts'
import { dayOf, weekdayOf, yearOf } from '../../common/day.ts'

/**
 * What is published about working days: whole years, and the days on which they depart from Monday to
 * Friday.
 */
export interface PublishedDays {
  years: Iterable<number>
  departures: Iterable<readonly [Day, boolean]>
}

const unpublished = 2

/**
 * Which days are working days. A year that is not published has none and lacks none: every question that
 * touches it answers null (docs/domain.md section 2.1: a library that calls 2027-10-01 a working day is
 * wrong, not helpful).
 */
export class WorkCalendar {
  private readonly years: Set<number>
  private readonly departures: Map<Day, boolean>
  private readonly first: Day
  private readonly last: Day
  /**
   * before[d - first] = working days in [first, d). Unpublished gaps count nothing; `covers` keeps
   * callers out of them.
   */
  private readonly before: Int32Array
  private readonly working: Day[] = []
  /**
   * open[d - first]: 1 for a working day, 0 for another, 2 for a day of a year between that is not
   * published.
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

  /** What the calendar was made from. */
  get published(): PublishedDays {
    return { years: this.years, departures: this.departures }
  }

  /** True or false for a published day, null for any other. */
  isWorking(day: Day): boolean | null {
    const open = this.open[day - this.first] ?? unpublished
    return open === unpublished ? null : open === 1
  }

  /** True when every day from `from` to `to`, both included, is published. */
  covers(from: Day, to: Day): boolean {
    for (let year = yearOf(from); year <= yearOf(to); year++) {
      if (!this.years.has(year)) return false
    }
    return true
  }

  /** Working days d with from <= d <= to, or null where a day between them is not published. */
  countFrom(from: Day, to: Day): number | null {
    if (to < from) return 0
    return this.covers(from, to) ? this.indexOf(to + 1) - this.indexOf(from) : null
  }

  /** The n-th working day after `day` (n >= 1), or null where the count runs into an unpublished year. */
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
