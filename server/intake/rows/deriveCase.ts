import type { Due, DueGap, HallTime, Moment, WorkedTime } from '#measures'
import type { Version } from '../targets/knownCatalogue.ts'
import type { DeriveContext, Row } from '../targets/target.ts'
import type { CaseTimes } from './caseTimes.ts'
import type { ColumnType } from './field.ts'
import { binOf, dayOfMoment, isBefore, isLate, secondsBetween, weekdayOf } from '#measures'
import { dueFor, termsOf, timesOf } from './caseTimes.ts'

/** The derived columns of a case. */
export const caseDerived: Record<string, ColumnType> = {
  itemVersionId: 'integer',
  receivedDay: 'day',
  receivedWeekday: 'integer',
  receivedHour: 'integer',
  acceptedDay: 'day',
  completedDay: 'day',
  committedDueAt: 'instant',
  statutoryDueAt: 'instant',
  committedDueDay: 'day',
  breachedDay: 'day',
  warnDay: 'day',
  dueGap: 'text',
  committedVerdict: 'text',
  statutoryVerdict: 'text',
  committedByDay: 'flag',
  statutoryByDay: 'flag',
  sameDay: 'flag',
  clockFault: 'flag',
  workedMinutes: 'integer',
  workedMilliDays: 'integer',
  workedBin: 'integer',
  elapsedSeconds: 'integer',
  elapsedBin: 'integer',
  statutoryMilliDays: 'integer',
}

const numberOrNull = (value: Row[string] | undefined): number | null =>
  typeof value === 'number' ? value : null

/**
 * 提前 and 按期 compare local days; lateness compares instants, or days where a time is unknown (docs/domain.md
 * 1.2).
 */
function verdictOf(hall: HallTime, due: Due | DueGap, completed: Moment | null): string | null {
  if (typeof due === 'string' || completed === null) return null
  if (isLate(hall, due, completed)) return 'overdue'
  return dayOfMoment(hall, completed) < due.lastDay ? 'early' : 'onTime'
}

const comparesDays = (due: Due | DueGap, completed: Moment | null): boolean =>
  typeof due !== 'string' && completed !== null && (due.byDay || completed.byDay)

// Columns are set in the row itself, because this runs for every case of a load.

/**
 * The days, weekday and hour of a case. A missing receipt is taken as the acceptance; without a time of day
 * the hour is null.
 */
function setLocal(row: Row, hall: HallTime, { received, accepted, completed }: CaseTimes): void {
  const arrival = received ?? accepted
  const local = arrival === null ? null : hall.zone.localAt(arrival.at)
  row.receivedDay = local?.day ?? null
  row.receivedWeekday = local === null ? null : weekdayOf(local.day)
  row.receivedHour = local === null || arrival?.byDay === true ? null : Math.floor(local.minute / 60)
  row.acceptedDay = accepted && dayOfMoment(hall, accepted)
  row.completedDay = completed && dayOfMoment(hall, completed)
}

/**
 * The day from which an open or late case counts as overdue: the day of the due instant, or the day after the
 * last one where days are compared; null for others.
 */
function breachedDayOf(hall: HallTime, due: Due | null, completed: Moment | null): number | null {
  if (due === null || (completed !== null && !isLate(hall, due, completed))) return null
  return due.byDay || completed?.byDay === true ? due.lastDay + 1 : hall.zone.localAt(due.at).day
}

function setDue(
  row: Row,
  hall: HallTime,
  { completed, ...due }: { completed: Moment | null; committed: Due | DueGap; statutory: Due | DueGap },
): void {
  const committed = typeof due.committed === 'string' ? null : due.committed
  row.committedDueAt = committed?.at ?? null
  row.statutoryDueAt = typeof due.statutory === 'string' ? null : due.statutory.at
  row.committedDueDay = committed?.lastDay ?? null
  row.warnDay = committed?.warnDay ?? null
  row.breachedDay = breachedDayOf(hall, committed, completed)
  row.dueGap = typeof due.committed === 'string' ? due.committed : null
  row.committedVerdict = verdictOf(hall, due.committed, completed)
  row.statutoryVerdict = verdictOf(hall, due.statutory, completed)
  row.committedByDay = comparesDays(due.committed, completed)
  row.statutoryByDay = comparesDays(due.statutory, completed)
}

/**
 * Working time from acceptance to completion: in minutes where both have a time of day, else in whole days.
 */
function workedOf(
  hall: HallTime,
  { accepted, completed, suspensions }: CaseTimes,
  acceptedDay: number | null,
): WorkedTime | null {
  if (accepted === null || completed === null) return null
  if (!accepted.byDay && !completed.byDay) return hall.workedBetween(accepted.at, completed.at, suspensions)
  return acceptedDay === null ? null : hall.workedDays(acceptedDay, dayOfMoment(hall, completed), suspensions)
}

function setDurations(row: Row, hall: HallTime, times: CaseTimes): void {
  const { received, accepted, completed } = times
  const from = received ?? accepted
  const clockFault =
    completed !== null &&
    [received, accepted].some(start => start !== null && isBefore(hall, completed, start))
  const effective = accepted === null ? null : hall.effectiveDay(accepted.at)
  const worked = clockFault ? null : workedOf(hall, times, effective)
  const elapsed =
    from === null || completed === null || clockFault ? null : secondsBetween(hall, from, completed)
  row.clockFault = clockFault
  row.sameDay =
    completed === null || effective === null || clockFault ? null : dayOfMoment(hall, completed) <= effective
  row.workedMinutes = worked?.minutes ?? null
  row.workedMilliDays = worked?.milliDays ?? null
  row.workedBin = worked === null ? null : binOf(worked.milliDays)
  row.elapsedSeconds = elapsed
  row.elapsedBin = elapsed === null ? null : binOf(elapsed)
}

function versionOf(row: Row, { centre, catalogue }: DeriveContext, times: CaseTimes): Version | null {
  const start = times.accepted ?? times.received
  const itemId = numberOrNull(row.itemId)
  return itemId === null || start === null
    ? null
    : catalogue.versionOn(itemId, dayOfMoment(centre.hall, start))
}

/**
 * Computes every derived column of a case from its own fields, the item version at acceptance and the
 * hall's clock.
 */
export function deriveCase(row: Row, context: DeriveContext): void {
  const { hall } = context.centre
  const times = timesOf(row)
  const version = versionOf(row, context, times)
  row.itemVersionId = version?.id ?? null
  row.itemType ??= version?.type ?? null
  row.windowId ??= version?.windowId ?? null
  row.unitId ??=
    version?.unitId ?? (typeof row.windowId === 'number' ? context.catalogue.unitOf(row.windowId) : null)
  const terms = termsOf(row, version)
  setLocal(row, hall, times)
  setDue(row, hall, {
    completed: times.completed,
    committed: dueFor(hall, times, terms.committed),
    statutory: dueFor(hall, times, terms.statutory),
  })
  setDurations(row, hall, times)
  const { limit } = terms.statutory
  row.statutoryMilliDays = limit?.unit === 'workingDay' ? limit.amount * 1000 : null
}
