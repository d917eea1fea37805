import type { Bucket, Compared, DaySet, Period, Question } from '#measures'
import type { Centre } from '../centres/centre.ts'
import type { FactName } from '../model/index.ts'
import type { CentreContext } from './queryContext.ts'
import { bucketsOf, compare, dayFromText, parsePeriod } from '#measures'
import { factNamed } from '../model/index.ts'
import { hasRecordDays } from './recordDays.ts'

/** Days of the calendar in a bucket, or null where they are not published. */
export type CalendarDays = (of: 'workingDays' | 'calendarDays', bucket: Bucket) => number | null

/** Which buckets of the plans belong to a side. */
export interface SidePlace {
  whole: Bucket
  /** Index of the side among the whole periods. */
  index: number
  /** First bucket of the side within the cells' buckets, and how many there are. */
  first: number
  count: number
}

/** The known days of each fact of a question. */
export type Coverage = ReadonlyMap<FactName, DaySet>

/** The days of both sides, current first: cut into buckets, and whole. */
export interface FrameDays {
  buckets: Bucket[]
  wholes: Bucket[]
}

/** The days of a question: as they are shown, and as each fact is read. */
export interface Frame extends FrameDays {
  sides: SidePlace[]
  /**
   * For each fact whose records have days, the same buckets limited to the known days of that fact. A bucket
   * beyond them ends before it begins.
   */
  byFact: ReadonlyMap<FactName, FrameDays>
  /** Whether the period is still running. */
  partial: boolean
}

/**
 * The last day of a period that a fact is counted for: a running period ends with the known days of the fact,
 * a past one is counted in full.
 */
function lastDayOf(days: DaySet | undefined, period: Period, today: number): number {
  if (period.to < today) return period.to
  return Math.min(today, days ? (days.at(-1)?.to ?? period.from - 1) : today)
}

const whole = ({ from, to }: Period): Bucket => ({ key: 'all', from, to })

/** Extends a period to at least one day, so that a period without known days still has a bucket. */
const atLeastOneDay = ({ from, to, ...rest }: Period): Period => ({ ...rest, from, to: Math.max(from, to) })

const sidesOf = ({ current, earlier }: Compared): Period[] => [current, ...(earlier ? [earlier] : [])]

function limitedTo(frame: FrameDays, places: readonly SidePlace[], periods: readonly Period[]): FrameDays {
  const endOf = (index: number): number => periods[index]?.to ?? 0
  return {
    buckets: places.flatMap(({ index, first, count }) =>
      frame.buckets
        .slice(first, first + count)
        .map(bucket => ({ ...bucket, to: Math.min(bucket.to, endOf(index)) })),
    ),
    wholes: frame.wholes.map((bucket, index) => ({ ...bucket, to: Math.min(bucket.to, endOf(index)) })),
  }
}

/** The days that `ask` counts of a fact for a period without a comparison. */
export function countedPeriod(period: Period, days: DaySet | undefined, today: number): Period {
  return { ...period, to: Math.min(period.to, lastDayOf(days, period, today)) }
}

/** Determines the days of a question. Errors: those of periods, comparisons and buckets. */
export function frameOf(question: Question, { centres, today }: CentreContext, coverage: Coverage): Frame {
  const period = parsePeriod(question.period, today)
  const calendar = centres[0]?.hall.calendar ?? null
  const dated = [...coverage].filter(([fact]) => hasRecordDays(factNamed(fact)))
  const lastDays = dated.map(([fact, days]) => [fact, lastDayOf(days, period, today)] as const)
  const until = (lastDay: number): Compared =>
    compare({ period, comparison: question.comparison, lastDay, today, calendar })
  const shown = until(
    lastDays.length > 0 ? Math.max(...lastDays.map(([, day]) => day)) : lastDayOf(undefined, period, today),
  )
  const periods = sidesOf(shown).map(atLeastOneDay)
  const cut = periods.map(asked => bucketsOf(asked, question.granularity))
  const places = periods.map((asked, index) => ({
    whole: whole(asked),
    index,
    first: index === 0 ? 0 : (cut[0]?.length ?? 0),
    count: cut[index]?.length ?? 0,
  }))
  const days = { buckets: cut.flat(), wholes: periods.map(whole) }
  const byFact = new Map(
    lastDays.map(([fact, lastDay]) => [fact, limitedTo(days, places, sidesOf(until(lastDay)))]),
  )
  return { ...days, sides: places, byFact, partial: shown.partial }
}

/** The days of a bucket since a centre opened. */
function openDays({ hall, openedOn }: Centre, { from, to }: Bucket, of: 'workingDays' | 'calendarDays') {
  const first = Math.max(from, (openedOn === null ? null : dayFromText(openedOn)) ?? from)
  if (first > to) return 0
  return of === 'calendarDays' ? to - first + 1 : (hall.calendar?.countFrom(first, to) ?? null)
}

/**
 * The working days or calendar days of a bucket since the opening of the centres, equal for every member;
 * null where centres differ or the calendar does not cover the bucket.
 */
export function calendarDaysOf(centres: readonly Centre[]): CalendarDays {
  return (of, bucket) => {
    const counts = centres.map(centre => openDays(centre, bucket, of))
    return counts.every(count => count === counts[0]) ? (counts[0] ?? null) : null
  }
}
