import type { Day } from './day.ts'
import { fromAbsolute } from '@internationalized/date'
import { textOfDay } from './day.ts'

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number

/** The local date and time of the hall at an instant. */
export interface LocalTime {
  day: Day
  /** Whole minutes since local midnight. */
  minute: number
}

const msPerDay = 86_400_000
const msPerMinute = 60_000

/**
 * Converts instants to local days and minutes and back. Offsets are cached per day, so converting a million
 * rows is cheap.
 */
export class Zone {
  readonly name: string
  private readonly steady = new Map<number, number | null>()
  /** The last converted day and its offset: the times of one row are usually close together. */
  private last = { utcDay: Number.NaN, offset: 0 }

  /** Throws RangeError where the runtime does not know the zone. */
  constructor(name: string) {
    this.name = name
    fromAbsolute(0, name)
  }

  private exactOffset(instant: Instant): number {
    return fromAbsolute(instant, this.name).offset
  }

  /** Milliseconds to add to UTC. Null in the cache marks a day on which the clocks change. */
  private offsetAt(instant: Instant): number {
    const utcDay = Math.floor(instant / msPerDay)
    if (this.last.utcDay === utcDay) return this.last.offset
    let offset = this.steady.get(utcDay)
    if (offset === undefined) {
      const first = this.exactOffset(utcDay * msPerDay)
      offset = first === this.exactOffset((utcDay + 1) * msPerDay) ? first : null
      this.steady.set(utcDay, offset)
    }
    if (offset === null) return this.exactOffset(instant)
    this.last = { utcDay, offset }
    return offset
  }

  /** The local day and minute of an instant. */
  localAt(instant: Instant): LocalTime {
    const local = instant + this.offsetAt(instant)
    const day = Math.floor(local / msPerDay)
    return { day, minute: Math.floor((local - day * msPerDay) / msPerMinute) }
  }

  /** The local time of an instant, as 2012-08-08 09:05. */
  textAt(instant: Instant): string {
    const { day, minute } = this.localAt(instant)
    const two = (n: number): string => String(n).padStart(2, '0')
    return `${textOfDay(day)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`
  }

  /**
   * The instant whose local time is `milliseconds` after midnight of `day`. Local times that the clocks skip
   * give the instant after the gap.
   */
  instantAt(day: Day, milliseconds: number): Instant {
    const wall = day * msPerDay + milliseconds
    const guess = wall - this.offsetAt(wall)
    const second = wall - this.offsetAt(guess)
    return this.offsetAt(second) === this.offsetAt(guess) ? second : Math.max(guess, second)
  }

  /** The first instant of a local day. */
  startOf(day: Day): Instant {
    return this.instantAt(day, 0)
  }
}
