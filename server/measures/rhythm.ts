import type { Day } from '../common/day.ts'
import type { DayRange, DaySet } from './coverage.ts'
import type { WorkCalendar } from './time/workCalendar.ts'
import { monthEnd } from '../common/day.ts'
import { daySet, withoutDays } from './coverage.ts'

/** What is known of the records of one fact before its coverage is worked out. */
export interface RecordDays {
  /** Stretches of days with records. Within one, records are no further apart than `closeDays`. */
  runs: readonly DayRange[]
  /** The latest days with records, newest first. */
  latest: readonly Day[]
  /** The local day of the last load; null where nothing was loaded. */
  loadedOn: Day | null
  /** The day on which the hall opened, where it is known. */
  openedOn: Day | null
  /** What people have declared, oldest first: these days are known, or they are not. */
  declared: readonly (DayRange & { known: boolean })[]
}

/** Records no further apart than this many days belong to one run without further thought. */
export const closeDays = 5

/** A silence that chance explains less often than this is a gap. */
const chance = 1e-6
/** The limits of what counts as a gap, in working days: under a week, and a quarter of a year. */
const shortestGap = 5
const longestGap = 66
/**
 * Of the intervals between days with records, so many of the longest are set aside: they may be gaps
 * themselves.
 */
const setAside = 0.1
/** From this share of working days with records on, a fact counts as reported daily. */
const dailyShare = 0.6

/** Working days after `from` until `to`; days of the calendar where working days are not published. */
function workingDaysBetween(calendar: WorkCalendar | null, from: Day, to: Day): number {
  return to <= from ? 0 : (calendar?.countFrom(from + 1, to) ?? to - from)
}

/**
 * The share of working days that have records, estimated from the latest intervals between days with
 * records.
 */
function shareOfDays(latest: readonly Day[], calendar: WorkCalendar | null): number {
  const intervals = latest
    .slice(1)
    .map((day, index) => Math.max(1, workingDaysBetween(calendar, day, latest[index] ?? day)))
    .toSorted((a, b) => a - b)
  if (intervals.length === 0) return 1
  const kept = intervals.slice(0, Math.max(1, intervals.length - Math.ceil(intervals.length * setAside)))
  return kept.length / kept.reduce((sum, interval) => sum + interval, 0)
}

/** From how many working days without a record on a silence is a gap. */
function gapLength(share: number): number {
  const silence = share >= 1 ? shortestGap : Math.ceil(Math.log(chance) / Math.log(1 - share))
  return Math.min(longestGap, Math.max(shortestGap, silence))
}

/** How often a fact is recorded, and in which calendar. */
interface Usual {
  /** The share of working days that have records. */
  share: number
  /** From how many working days on a silence is a gap. */
  gap: number
  calendar: WorkCalendar | null
}

const isOff = (calendar: WorkCalendar | null, day: Day): boolean => calendar?.isWorking(day) === false

/** A day without work has no records: a stretch reaches over such days before it. */
function withDaysOffBefore(range: DayRange, calendar: WorkCalendar | null): DayRange {
  let { from } = range
  while (range.from - from < longestGap && isOff(calendar, from - 1)) from--
  return { ...range, from }
}

/**
 * The last known day. A fact that is reported daily is known until its last record and over the days
 * without work that follow; a rarer one until the end of the month of its last record. Neither reaches
 * the day of the last load.
 */
function lastKnownDay(
  last: Day,
  days: RecordDays,
  { share, calendar }: Pick<Usual, 'share' | 'calendar'>,
): Day {
  const bound = (days.loadedOn ?? last + 1) - 1
  if (share < dailyShare) return Math.max(last, Math.min(monthEnd(last), bound))
  let to = last
  while (to < bound && isOff(calendar, to + 1)) to++
  return to
}

/** Runs put together where the silence between them is no gap. */
function joined(runs: readonly DayRange[], gap: number, calendar: WorkCalendar | null): DayRange[] {
  const result: DayRange[] = []
  for (const run of runs) {
    const last = result.at(-1)
    if (last && workingDaysBetween(calendar, last.to, run.from - 1) < gap) last.to = run.to
    else result.push({ ...run })
  }
  return result
}

/** The first stretch begins on the opening day where no gap lies between the two, and never before it. */
function withOpening(
  first: DayRange,
  days: RecordDays,
  { gap, calendar }: Pick<Usual, 'gap' | 'calendar'>,
): DayRange {
  const { openedOn, runs } = days
  if (openedOn === null) return first
  const silent = workingDaysBetween(calendar, openedOn - 1, first.from - 1)
  const opensIt = first.from < openedOn ? openedOn <= (runs[0]?.from ?? 0) : silent < gap
  return opensIt ? { ...first, from: openedOn } : first
}

/** What people declared comes last and prevails over what records show. */
function withDeclared(days: DaySet, declared: RecordDays['declared']): DaySet {
  return declared.reduce<DaySet>(
    (rest, { known, ...range }) => (known ? daySet([...rest, range]) : withoutDays(rest, [range])),
    days,
  )
}

/**
 * The days on which a fact is fully known, worked out from its records; the method stands in
 * docs/coverage.md. How often records come says how long a silence may be. Longer silences are gaps.
 * The first stretch begins on the opening day where no gap lies between.
 */
export function knownDays(days: RecordDays, calendar: WorkCalendar | null): DaySet {
  const share = shareOfDays(days.latest, calendar)
  const gap = gapLength(share)
  const stretches = joined(days.runs, gap, calendar).map(range => withDaysOffBefore(range, calendar))
  const known = stretches.map((range, index) => {
    const from = index === 0 ? withOpening(range, days, { gap, calendar }) : range
    return index < stretches.length - 1
      ? from
      : { ...from, to: lastKnownDay(from.to, days, { share, calendar }) }
  })
  return withDeclared(daySet(known), days.declared)
}
