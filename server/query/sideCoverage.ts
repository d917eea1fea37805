import type {
  ApartCoverage,
  Bucket,
  Dates,
  Day,
  DayRange,
  DaySet,
  SideCoverage,
  WorkCalendar,
} from '#measures'
import type { Coverage } from './frame.ts'
import type { Apart, UnitDays } from './unitDays.ts'
import { commonDays, knownIn, textOfDay, withoutDays } from '#measures'

const datesOf = ({ from, to }: DayRange): Dates => ({ from: textOfDay(from), to: textOfDay(to) })

/** The number of runs of days that an answer lists at the most. */
const mostRanges = 40
/** The number of days that are searched for the nearest day with opening hours. */
const mostDaysSearched = 40

/** The known days of each fact, as sent in an answer. */
export function knownDaysOf(coverage: Coverage): Record<string, Dates[]> {
  return Object.fromEntries(
    Array.from(coverage, ([fact, days]) => [fact, days.slice(-mostRanges).map(datesOf)]),
  )
}

/** The days of a side on which a fact is counted. */
interface CountedDays {
  counted: Bucket
  /** The days with opening hours; null without a calendar, where every day counts. */
  calendar: WorkCalendar | null
}

type KnownDays = Pick<SideCoverage, 'known' | 'missing'>

function knownOf(days: DaySet, counted: Bucket): KnownDays {
  const missing = counted.from > counted.to ? [] : withoutDays([counted], days)
  return { known: knownIn(days, counted), missing: missing.slice(0, mostRanges).map(datesOf) }
}

const isOpen = (calendar: WorkCalendar | null, day: Day): boolean => calendar?.isWorking(day) !== false

/** The last day of a run with opening hours; its very last day where none of the days near it has any. */
function lastOpenDay({ from, to }: DayRange, calendar: WorkCalendar | null): Day {
  for (let day = to; day >= from && to - day < mostDaysSearched; day--) if (isOpen(calendar, day)) return day
  return to
}

function firstOpenDay({ from, to }: DayRange, calendar: WorkCalendar | null): Day {
  for (let day = from; day <= to && day - from < mostDaysSearched; day++)
    if (isOpen(calendar, day)) return day
  return from
}

/** The nearest known days with opening hours before and after the counted days. */
function around(days: DaySet, { counted, calendar }: CountedDays): Pick<SideCoverage, 'until' | 'since'> {
  const before = days.findLast(({ to }) => to < counted.from)
  const after = days.find(({ from }) => from > counted.to)
  return {
    until: before ? textOfDay(lastOpenDay(before, calendar)) : null,
    since: after ? textOfDay(firstOpenDay(after, calendar)) : null,
  }
}

/** The number of counted days with opening hours; null where the calendar does not cover them. */
function openDays({ counted: { from, to }, calendar }: CountedDays): number | null {
  return to < from ? 0 : (calendar?.countFrom(from, to) ?? null)
}

const unitCoverage = (
  { unit, codes, days }: UnitDays,
  counted: CountedDays,
): ApartCoverage['units'][number] => ({
  unit,
  codes,
  ...knownOf(days, counted.counted),
  ...around(days, counted),
})

/**
 * The coverage of all records together. A day is known where it is known for every unit, and unknown only
 * where it is known for none.
 */
function togetherOf(apart: Apart, counted: Bucket): KnownDays {
  const groups = [...(apart.rest ? [apart.rest] : []), ...apart.units.map(({ days }) => days)]
  const { known, missing } = knownOf(groups.reduce(commonDays), counted)
  const isPartly = known === 'unknown' && groups.some(days => knownIn(days, counted) !== 'unknown')
  return { known: isPartly ? 'partly' : known, missing }
}

/** The coverage of a fact over the counted days of a side. */
export function sideCoverage(days: DaySet, of: CountedDays, apart: Apart | undefined): SideCoverage {
  const { counted } = of
  const about = { ...datesOf(counted), openDays: openDays(of), ...around(days, of) }
  if (!apart) return { ...about, ...knownOf(days, counted) }
  const { units, rest, isTold } = apart
  return {
    ...about,
    ...togetherOf(apart, counted),
    apart: {
      units: units.map(unit => unitCoverage(unit, of)),
      rest: rest && knownOf(rest, counted),
      isTold,
    },
  }
}

/** The coverage of a catalogue. It is read at the end of a side, so only that day must be known. */
export function catalogueCoverage(days: DaySet, { counted: { to } }: CountedDays): SideCoverage {
  const lastDay = { key: 'all', from: to, to }
  const of = { counted: lastDay, calendar: null }
  return { ...datesOf(lastDay), openDays: null, ...around(days, of), ...knownOf(days, lastDay) }
}
