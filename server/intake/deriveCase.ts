import type { Due, DueGap, HallTime, Limit, Suspension } from '#measures'
import type { ColumnType } from './field.ts'
import type { Version } from './knownCatalogue.ts'
import type { DeriveContext, Row } from './target.ts'
import { binOf, dueOf, weekdayOf } from '#measures'
import { parseSuspensions } from './suspensions.ts'

/** The columns of a case that are computed at intake. */
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
  sameDay: 'flag',
  clockFault: 'flag',
  workedMinutes: 'integer',
  workedMilliDays: 'integer',
  workedBin: 'integer',
  elapsedSeconds: 'integer',
  elapsedBin: 'integer',
  statutoryMilliDays: 'integer',
}

const numberOrNull = (value: Row[string] | undefined): number | null => typeof value === 'number' ? value : null

interface Times {
  received: number | null
  accepted: number | null
  completed: number | null
  suspensions: Suspension[]
}

function timesOf(row: Row): Times {
  return {
    received: numberOrNull(row.receivedAt),
    accepted: numberOrNull(row.acceptedAt),
    completed: numberOrNull(row.completedAt),
    suspensions: parseSuspensions(typeof row.suspensions === 'string' ? row.suspensions : null) ?? [],
  }
}

/** A due time that the file gives is taken as it stands; otherwise it is computed from the limit in force at acceptance. */
function dueFor(hall: HallTime, times: Times, terms: { given: number | null, limit: Limit | null }): Due | DueGap {
  if (terms.given === null)
    return dueOf(hall, times.accepted, { limit: terms.limit, suspensions: times.suspensions })
  const lastDay = hall.zone.localAt(terms.given - 1).day
  return { at: terms.given, lastDay, warnDay: lastDay }
}

/** 提前 and 按期 compare local days; late is late by the instant (design: due and verdict). */
function verdictOf(hall: HallTime, due: Due | DueGap, completed: number | null): string | null {
  if (typeof due === 'string' || completed === null)
    return null
  if (completed > due.at)
    return 'overdue'
  return hall.zone.localAt(completed).day < due.lastDay ? 'early' : 'onTime'
}

// The columns are set in the row itself: it passes here once for every case of a load.

function setLocal(row: Row, hall: HallTime, times: Times): void {
  const received = times.received === null ? null : hall.zone.localAt(times.received)
  row.receivedDay = received?.day ?? null
  row.receivedWeekday = received === null ? null : weekdayOf(received.day)
  row.receivedHour = received === null ? null : Math.floor(received.minute / 60)
  row.acceptedDay = times.accepted === null ? null : hall.zone.localAt(times.accepted).day
  row.completedDay = times.completed === null ? null : hall.zone.localAt(times.completed).day
}

function setDue(row: Row, hall: HallTime, { times, ...due }: { times: Times, committed: Due | DueGap, statutory: Due | DueGap }): void {
  const committed = typeof due.committed === 'string' ? null : due.committed
  const statutory = typeof due.statutory === 'string' ? null : due.statutory
  const breached = committed !== null && (times.completed === null || times.completed > committed.at)
  row.committedDueAt = committed?.at ?? null
  row.statutoryDueAt = statutory?.at ?? null
  row.committedDueDay = committed?.lastDay ?? null
  row.warnDay = committed?.warnDay ?? null
  row.breachedDay = breached ? hall.zone.localAt(committed.at).day : null
  row.dueGap = typeof due.committed === 'string' ? due.committed : null
  row.committedVerdict = verdictOf(hall, due.committed, times.completed)
  row.statutoryVerdict = verdictOf(hall, due.statutory, times.completed)
}

function setDurations(row: Row, hall: HallTime, times: Times): void {
  const { received, accepted, completed, suspensions } = times
  const started = Math.max(received ?? Number.NEGATIVE_INFINITY, accepted ?? Number.NEGATIVE_INFINITY)
  const clockFault = completed !== null && completed < started
  const worked = accepted === null || completed === null || clockFault ? null : hall.workedBetween(accepted, completed, suspensions)
  const from = received ?? accepted
  const elapsed = from === null || completed === null || clockFault ? null : Math.round((completed - from) / 1000)
  const effective = accepted === null ? null : hall.effectiveDay(accepted)
  row.clockFault = clockFault
  row.sameDay = completed === null || effective === null || clockFault ? null : hall.zone.localAt(completed).day <= effective
  row.workedMinutes = worked?.minutes ?? null
  row.workedMilliDays = worked?.milliDays ?? null
  row.workedBin = worked === null ? null : binOf(worked.milliDays)
  row.elapsedSeconds = elapsed
  row.elapsedBin = elapsed === null ? null : binOf(elapsed)
}

function versionOf(row: Row, { centre, catalogue }: DeriveContext, times: Times): Version | null {
  const at = times.accepted ?? times.received
  const itemId = numberOrNull(row.itemId)
  return itemId === null || at === null ? null : catalogue.versionOn(itemId, centre.hall.zone.localAt(at).day)
}

/** Computes every derived column of a case from its own fields, the item version at acceptance and the hall's clock. */
export function deriveCase(row: Row, context: DeriveContext): void {
  const { hall } = context.centre
  const times = timesOf(row)
  const version = versionOf(row, context, times)
  row.itemVersionId = version?.id ?? null
  row.itemType ??= version?.type ?? null
  row.windowId ??= version?.windowId ?? null
  row.unitId ??= version?.unitId ?? (typeof row.windowId === 'number' ? context.catalogue.unitOf(row.windowId) : null)
  const committed = dueFor(hall, times, { given: numberOrNull(row.givenCommittedDue), limit: version?.committed ?? null })
  const statutory = dueFor(hall, times, { given: numberOrNull(row.givenStatutoryDue), limit: version?.statutory ?? null })
  setLocal(row, hall, times)
  setDue(row, hall, { times, committed, statutory })
  setDurations(row, hall, times)
  row.statutoryMilliDays = version?.statutory?.unit === 'workingDay' ? version.statutory.amount * 1000 : null
}
