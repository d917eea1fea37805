import type { Day } from '../../common/day.ts'
import type { WorkCalendar } from '../time/workCalendar.ts'
import { dayOf, weekdayOf, yearOf } from '../../common/day.ts'

/** The properties of a day that affect the amount of work. */
export interface DayKind {
  /** False for days off, on which only records that need no staff are made. */
  working: boolean
  /** 1 for Monday to 7 for Sunday. */
  weekday: number
  /** A working Saturday or Sunday that compensates for a holiday (调休). */
  makeUp: boolean
  /** The last working day before a holiday (`eve`), and the first one after it (`back`). */
  eve: boolean
  back: boolean
  /** Within `festivalReach` working days before, or after, the closure of the Spring Festival. */
  beforeFestival: boolean
  afterFestival: boolean
}

/** The least number of consecutive days off that is a holiday; fewer are a weekend. */
const shortestHoliday = 3
const longestHoliday = 16
/** The number of working days before and after the Spring Festival on which volumes are unusual. */
const festivalReach = 10

/** The run of consecutive days off that contains a day off, up to `longestHoliday` days to either side. */
function closureAround(calendar: WorkCalendar, day: Day): { from: Day; to: Day } {
  let [from, to] = [day, day]
  while (day - from < longestHoliday && calendar.isWorking(from - 1) === false) from--
  while (to - day < longestHoliday && calendar.isWorking(to + 1) === false) to++
  return { from, to }
}

/**
 * The closure of the Spring Festival in a year: the longest run of days off that touches 21 January to 21
 * February, the dates between which the festival always falls. Null where the year is not published or no run
 * is long enough.
 */
export function springFestival(calendar: WorkCalendar, year: number): { from: Day; to: Day } | null {
  let range: { from: Day; to: Day } | null = null
  for (let day = dayOf(year, 1, 21); day <= dayOf(year, 2, 21); day++) {
    if (calendar.isWorking(day) !== false) continue
    const closure = closureAround(calendar, day)
    if (!range || closure.to - closure.from > range.to - range.from) range = closure
    day = closure.to
  }
  return range && range.to - range.from + 1 >= shortestHoliday + 2 ? range : null
}

/**
 * Whether a working day is within `festivalReach` working days before or after the Spring Festival of its
 * year; else null.
 */
function festivalSide(calendar: WorkCalendar, day: Day): 'before' | 'after' | null {
  const closure = springFestival(calendar, yearOf(day))
  if (!closure) return null
  const before = day < closure.from ? calendar.countFrom(day, closure.from - 1) : null
  if (before !== null && before <= festivalReach) return 'before'
  const after = day > closure.to ? calendar.countFrom(closure.to + 1, day) : null
  return after !== null && after <= festivalReach ? 'after' : null
}

const isHoliday = (calendar: WorkCalendar, day: Day): boolean => {
  const { from, to } = closureAround(calendar, day)
  return to - from + 1 >= shortestHoliday
}

/**
 * The properties of a day by a calendar; without a calendar every day is a working day and only the weekday
 * is set.
 */
export function dayKind(day: Day, calendar: WorkCalendar | null): DayKind {
  const weekday = weekdayOf(day)
  const plain = {
    weekday,
    makeUp: false,
    eve: false,
    back: false,
    beforeFestival: false,
    afterFestival: false,
  }
  const working = calendar?.isWorking(day) ?? true
  if (!calendar || !working) return { ...plain, working }
  const side = festivalSide(calendar, day)
  return {
    working,
    weekday,
    makeUp: weekday > 5,
    eve: calendar.isWorking(day + 1) === false && isHoliday(calendar, day + 1),
    back: calendar.isWorking(day - 1) === false && isHoliday(calendar, day - 1),
    beforeFestival: side === 'before',
    afterFestival: side === 'after',
  }
}
