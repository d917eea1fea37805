import type { Day } from '../../common/day.ts'
import type { Instant, LocalTime } from '../../common/zone.ts'
import type { PublishedDays } from './workCalendar.ts'
import { Zone } from '../../common/zone.ts'
import { WorkCalendar } from './workCalendar.ts'

/** Opening times in minutes after local midnight, valid from a day on. */
interface Timetable {
  validFrom: Day
  morningStart: number
  morningEnd: number
  afternoonStart: number
  afternoonEnd: number
}

/**
 * Time during which a case rests: the start day still counts, the resume day does not (design: start
 * excluded, resume included).
 */
export interface Suspension {
  startedOn: Day
  /** Null while the case is still suspended. */
  resumedOn: Day | null
}

/** Working time in the hall's minutes, and in thousandths of its working day. */
export interface WorkedTime {
  minutes: number
  milliDays: number
}

/** The data of a hall's clock, in a form that can be posted to another thread. */
export interface PlainHallTime {
  zone: string
  published: PublishedDays | null
  timetables: Timetable[]
}

const noTime: WorkedTime = { minutes: 0, milliDays: 0 }

/**
 * The hall's clock: time zone, working days and opening times. `calendar` is null for a centre without one.
 */
export class HallTime {
  readonly zone: Zone
  readonly calendar: WorkCalendar | null
  private readonly timetables: Timetable[]

  constructor(zone: Zone, calendar: WorkCalendar | null, timetables: Timetable[]) {
    this.zone = zone
    this.calendar = calendar
    this.timetables = [...timetables].sort((a, b) => a.validFrom - b.validFrom)
  }

  static of({ zone, published, timetables }: PlainHallTime): HallTime {
    return new HallTime(new Zone(zone), published && new WorkCalendar(published), timetables)
  }

  /** The data from which `of` creates the same clock. */
  get plain(): PlainHallTime {
    return { zone: this.zone.name, published: this.calendar?.published ?? null, timetables: this.timetables }
  }

  /** The distinct opening times that apply on some days, as texts that are equal for equal times. */
  timesIn(from: Day, to: Day): Set<string> {
    const starts = this.timetables.map(table => table.validFrom).filter(day => from < day && day <= to)
    return new Set(
      [from, ...starts].map(day => {
        const table = this.timetableOn(day)
        return table
          ? [table.morningStart, table.morningEnd, table.afternoonStart, table.afternoonEnd].join()
          : ''
      }),
    )
  }

  private timetableOn(day: Day): Timetable | undefined {
    return this.timetables.findLast(table => table.validFrom <= day) ?? this.timetables[0]
  }

  /** The minutes of a whole working day; 0 without a timetable. */
  minutesOn(day: Day): number {
    const table = this.timetableOn(day)
    return table ? table.morningEnd - table.morningStart + table.afternoonEnd - table.afternoonStart : 0
  }

  /** The opening minutes that have passed at a local time of a working day. */
  private minutesBy(local: LocalTime): number {
    const table = this.timetableOn(local.day)
    if (!table) return 0
    return (
      within(local.minute, table.morningStart, table.morningEnd) +
      within(local.minute, table.afternoonStart, table.afternoonEnd)
    )
  }

  private closingMinute(day: Day): number {
    const table = this.timetableOn(day)
    return table ? Math.max(table.afternoonEnd, table.morningEnd) : 24 * 60
  }

  /**
   * The day that counts as the day of acceptance: the local day, or the next working day after closing time
   * or on a holiday (docs/domain.md section 2.3). Null where the calendar does not cover it; the local day
   * without a calendar.
   */
  effectiveDay(acceptedAt: Instant): Day | null {
    const local = this.zone.localAt(acceptedAt)
    if (!this.calendar) return local.day
    const open = this.calendar.isWorking(local.day)
    if (open && local.minute >= this.closingMinute(local.day)) return this.calendar.nthAfter(local.day, 1)
    return this.calendar.sameOrNext(local.day)
  }

  /**
   * The working time between two instants, without suspended days. Additive over adjacent intervals, and
   * never negative for from ≤ to. Null without a calendar or timetable, and where a year in between is not
   * published.
   */
  workedBetween(from: Instant, to: Instant, suspensions: readonly Suspension[] = []): WorkedTime | null {
    const start = this.zone.localAt(from)
    const end = this.zone.localAt(to)
    if (
      !this.calendar ||
      this.timetables.length === 0 ||
      !this.calendar.covers(start.day, Math.max(start.day, end.day))
    )
      return null
    if (suspensions.length === 0 && this.timetables.length === 1) return this.plainWorked(start, end)
    let total = noTime
    for (let day = start.day; day <= end.day; day++) {
      if (this.calendar.isWorking(day) && !suspensions.some(suspension => isSuspended(suspension, day)))
        total = add(total, this.workedOn(day, start, end))
    }
    return total
  }

  /**
   * The working time between two local days where no clock time is known: the working days after `from`, up
   * to and including `to`, without suspended days. It is 0 for the same day. Null as in `workedBetween`.
   */
  workedDays(from: Day, to: Day, suspensions: readonly Suspension[] = []): WorkedTime | null {
    if (!this.calendar || this.timetables.length === 0 || !this.calendar.covers(from, Math.max(from, to)))
      return null
    let total = noTime
    for (let day = from + 1; day <= to; day++) {
      if (this.calendar.isWorking(day) && !suspensions.some(suspension => isSuspended(suspension, day)))
        total = add(total, { minutes: this.minutesOn(day), milliDays: 1000 })
    }
    return total
  }

  /**
   * The working time under a single timetable without suspensions: the whole days in between are counted at
   * once.
   */
  private plainWorked(start: LocalTime, end: LocalTime): WorkedTime {
    const calendar = this.calendar
    if (!calendar) return noTime
    if (start.day === end.day)
      return calendar.isWorking(start.day) ? this.workedOn(start.day, start, end) : noTime
    const whole = calendar.countFrom(start.day + 1, end.day - 1) ?? 0
    const minutes = this.minutesOn(start.day)
    const first = calendar.isWorking(start.day) ? this.workedOn(start.day, start, end) : noTime
    const last = calendar.isWorking(end.day) ? this.workedOn(end.day, start, end) : noTime
    return add(add(first, last), { minutes: whole * minutes, milliDays: whole * 1000 })
  }

  private workedOn(day: Day, start: LocalTime, end: LocalTime): WorkedTime {
    const full = this.minutesOn(day)
    const from = day === start.day ? this.minutesBy(start) : 0
    const to = day === end.day ? this.minutesBy(end) : full
    return { minutes: to - from, milliDays: inThousandths(to, full) - inThousandths(from, full) }
  }

  /** The instant at which `minutes` of working time after `from` have passed; null as in `workedBetween`. */
  afterWorking(from: Instant, minutes: number, suspensions: readonly Suspension[]): Instant | null {
    const start = this.zone.localAt(from)
    if (!this.calendar || this.timetables.length === 0) return null
    let left = minutes
    for (let day = start.day; ; day++) {
      const working = this.calendar.isWorking(day)
      if (working === null) return null
      if (!working || suspensions.some(suspension => isSuspended(suspension, day))) continue
      const passed = day === start.day ? this.minutesBy(start) : 0
      const available = this.minutesOn(day) - passed
      if (left <= available) return this.zone.instantAt(day, this.minuteAfter(day, passed + left) * 60_000)
      left -= available
    }
  }

  private minuteAfter(day: Day, worked: number): number {
    const table = this.timetableOn(day)
    if (!table) return 0
    const morning = table.morningEnd - table.morningStart
    return worked <= morning ? table.morningStart + worked : table.afternoonStart + worked - morning
  }
}

/**
 * Whether a suspension excludes a day: the days after its first day, up to and including the day of resuming,
 * or all later days while it is open (docs/domain.md section 2.2).
 */
export function isSuspended(suspension: Suspension, day: Day): boolean {
  return day > suspension.startedOn && (suspension.resumedOn === null || day <= suspension.resumedOn)
}

function inThousandths(minutes: number, full: number): number {
  return full === 0 ? 0 : Math.round((minutes * 1000) / full)
}

function within(minute: number, start: number, end: number): number {
  return Math.min(Math.max(minute, start), end) - start
}

function add(a: WorkedTime, b: WorkedTime): WorkedTime {
  return { minutes: a.minutes + b.minutes, milliDays: a.milliDays + b.milliDays }
}
