import type { Day } from '../common/day.ts'
import type { DayRange, DaySet } from './coverage.ts'
import type { WorkCalendar } from './time/workCalendar.ts'
import { monthEnd } from '../common/day.ts'
import { daySet, withoutDays } from './coverage.ts'

/** The input for determining the known days of a fact. */
export interface RecordDays {
  /** Runs of days with records. Within one, records are at most `closeDays` apart. */
  runs: readonly DayRange[]
  /** The latest days with records, newest first. */
  latest: readonly Day[]
  /** The local day of the last load; null where nothing was loaded. */
  loadedOn: Day | null
  /** The opening day of the hall, where known. */
  openedOn: Day | null
  /** Declarations, oldest first: that days are known, or that they are not. */
  declared: readonly (DayRange & { known: boolean })[]
}

/** Records at most this many days apart belong to one run. */
export const closeDays = 5

/** The least probability of a silence under chance; a less probable one is a gap. */
const chance = 1e-6
/** The bounds for the length of a gap in working days: under a week, and a quarter of a year. */
const shortestGap = 5
const longestGap = 66
/** The share of the longest intervals between days with records that is left out, since they may be gaps. */
const setAside = 0.1
/** The least share of working days with records for a fact to count as reported daily. */
const dailyShare = 0.6

/** The number of working days after `from` until `to`; of days, where the calendar does not cover them. */
function workingDaysBetween(calendar: WorkCalendar | null, from: Day, to: Day): number {
  return to <= from ? 0 : (calendar?.countFrom(from + 1, to) ?? to - from)
}

/** The share of working days with records, estimated from the latest intervals between days with records. */
function shareOfDays(latest: readonly Day[], calendar: WorkCalendar | null): number {
  const intervals = latest
    .slice(1)
    .map((day, index) => Math.max(1, workingDaysBetween(calendar, day, latest[index] ?? day)))
    .toSorted((a, b) => a - b)
  if (intervals.length === 0) return 1
  const kept = intervals.slice(0, Math.max(1, intervals.length - Math.ceil(intervals.length * setAside)))
  return kept.length / kept.reduce((sum, interval) => sum + interval, 0)
}

/** The least number of working days without records that is a gap. */
function gapLength(share: number): number {
  const silence = share >= 1 ? shortestGap : Math.ceil(Math.log(chance) / Math.log(1 - share))
  return Math.min(longestGap, Math.max(shortestGap, silence))
}

/** How often a fact has records, and the calendar. */
interface Usual {
  /** The share of working days with records. */
  share: number
  /** The least number of working days without records that is a gap. */
  gap: number
  calendar: WorkCalendar | null
}

const isOff = (calendar: WorkCalendar | null, day: Day): boolean => calendar?.isWorking(day) === false

/** Days without work have no records, so a run is extended over such days before it. */
function withDaysOffBefore(range: DayRange, calendar: WorkCalendar | null): DayRange {
  let { from } = range
  while (range.from - from < longestGap && isOff(calendar, from - 1)) from--
  return { ...range, from }
}

/**
 * The last known day. A fact reported daily is known until its last record and over the days without work
 * that follow; a rarer one until the end of the month of its last record. Neither extends to the day of the
 * last load.
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

/** Joins runs where the silence between them is no gap. */
function joined(runs: readonly DayRange[], gap: number, calendar: WorkCalendar | null): DayRange[] {
  const result: DayRange[] = []
  for (const run of runs) {
    const last = result.at(-1)
    if (last && workingDaysBetween(calendar, last.to, run.from - 1) < gap) last.to = run.to
    else result.push({ ...run })
  }
  return result
}

/** The first run starts on the opening day where there is no gap between the two, and never before it. */
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

/** Declarations are applied last and take precedence over records. */
function withDeclared(days: DaySet, declared: RecordDays['declared']): DaySet {
  return declared.reduce<DaySet>(
    (rest, { known, ...range }) => (known ? daySet([...rest, range]) : withoutDays(rest, [range])),
    days,
  )
}

/**
 * The days on which a fact is fully known, derived from its records; docs/coverage.md describes the method.
 * The frequency of records decides how long a silence may be before it is a gap. The first run starts on the
 * opening day where there is no gap between the two.
 */
export function knownDays(days: RecordDays, calendar: WorkCalendar | null): DaySet {
  const share = shareOfDays(days.latest, calendar)
  const gap = gapLength(share)
  const stretches = joined(days.runs, gap, calendar).map(range => withDaysOffBefore(range, calendar))
  const ranges = stretches.map((range, index) => {
    const from = index === 0 ? withOpening(range, days, { gap, calendar }) : range
    return index < stretches.length - 1
      ? from
      : { ...from, to: lastKnownDay(from.to, days, { share, calendar }) }
  })
  return withDeclared(daySet(ranges), days.declared)
}
