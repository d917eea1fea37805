import type { Day } from '../../common/day.ts'
import type { WorkCalendar } from '../time/workCalendar.ts'
import { dayOf, weekdayOf, yearOf } from '../../common/day.ts'

/** What the calendar says of a day, as far as the amount of work goes. */
export interface DayKind {
  /** False: nobody works, and only what comes by itself is counted. */
  working: boolean
  /** 1 for Monday to 7 for Sunday. */
  weekday: number
  /** A Saturday or Sunday that is worked for a holiday (调休). */
  makeUp: boolean
  /** The last working day before a holiday, and the first after it. */
  eve: boolean
  back: boolean
  /** Within so many working days before the Spring Festival’s closure, or after it. */
  beforeFestival: boolean
  afterFestival: boolean
}

/** Fewer days off in a row are a weekend. */
const shortestHoliday = 3
const longestHoliday = 16
/** Working days before and after the Spring Festival in which people come less, or more, than usual. */
const festivalReach = 10

/** The days without work that a day off belongs to. */
function closureAround(calendar: WorkCalendar, day: Day): { from: Day; to: Day } {
  let [from, to] = [day, day]
  while (day - from < longestHoliday && calendar.isWorking(from - 1) === false) from--
  while (to - day < longestHoliday && calendar.isWorking(to + 1) === false) to++
  return { from, to }
}

/**
 * The closure of the Spring Festival in a year: the longest one that touches 21 January to 21 February,
 * between which the festival always lies. Null where the year is not published.
 */
export function springFestival(calendar: WorkCalendar, year: number): { from: Day; to: Day } | null {
  let found: { from: Day; to: Day } | null = null
  for (let day = dayOf(year, 1, 21); day <= dayOf(year, 2, 21); day++) {
    if (calendar.isWorking(day) !== false) continue
    const closure = closureAround(calendar, day)
    if (!found || closure.to - closure.from > found.to - found.from) found = closure
    day = closure.to
  }
  return found && found.to - found.from + 1 >= shortestHoliday + 2 ? found : null
}

/** How far a working day is from the nearest closure of a Spring Festival, in working days. */
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

/** What a day is by a calendar; by the day of the week alone where a centre keeps none. */
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
