import type { Centre } from '../../centres/centre.ts'
import type { Day, Names } from '../../measures/index.ts'
import type { Scope } from '../../measures/scope.ts'
import type { Database } from '../../storage/database.ts'
import type { Duty, DutyPeriod } from './duties.ts'
import { dayFromText, textOfDay } from '../../measures/index.ts'
import { factNamed, factNames } from '../../model/index.ts'
import { loadedDays } from '../../query/arrivals.ts'
import { isWithin } from '../placeScope.ts'

/** The state of a report: received in time or late, not yet due, missing, or returned. */
type ReportState = 'inTime' | 'late' | 'toCome' | 'missing' | 'returned'

/** The state of the report of one reporter for one period. */
export interface Report {
  state: ReportState
  /** The local day on which it was received; null where it was not, or where the day is not on record. */
  cameOn: string | null
  /** True where it was submitted again after having been returned. */
  resent: boolean
  /** True while it waits for review. */
  waiting: boolean
}

/** A reporter: a window, or the centre with the empty code. */
export interface Reporter extends Names {
  code: string
}

/** The report of one reporter for one day. */
interface Arrival {
  code: string
  day: Day
  /** The local day of arrival; null where it is not on record. */
  cameOn: Day | null
  returned: boolean
  resent: boolean
  waiting: boolean
}

/** Where reports are searched. */
interface Place {
  database: Database
  centre: Centre
  scope: Scope
}

/** The reporting windows in force within a scope; the centre itself only for a scope of the whole hall. */
export async function reportersOf(
  { database, centre, scope, now }: Place & { now: Date },
  { by }: Duty,
): Promise<Reporter[]> {
  if (by === 'centre')
    return isWithin(scope, { centre: centre.code, unit: null, window: null })
      ? [{ code: '', zh: centre.name, en: centre.nameEn ?? centre.name }]
      : []
  const { prisma } = database
  const where = { centreId: centre.id }
  const [windows, units] = await Promise.all([
    prisma.window.findMany({
      where: { ...where, OR: [{ validTo: null }, { validTo: { gt: now } }] },
      orderBy: { code: 'asc' },
    }),
    prisma.unit.findMany({ where, select: { id: true, code: true } }),
  ])
  const codes = new Map(units.map(({ id, code }) => [id, code]))
  return windows
    .filter(({ code, unitId }) =>
      isWithin(scope, { centre: centre.code, unit: codes.get(unitId) ?? null, window: code }),
    )
    .map(({ code, name, nameEn }) => ({ code, zh: name, en: nameEn ?? name }))
}

/**
 * Reports loaded by file, push or approved entry, with the day of the load, which is unknown for the demo.
 */
export async function loadedArrivals(
  { database, centre }: Omit<Place, 'scope'>,
  { target, by }: Pick<Duty, 'target' | 'by'>,
  [from, to]: readonly [Day, Day],
): Promise<Arrival[]> {
  const name = factNames.find(name => name === target)
  if (!name) return []
  const rows = await loadedDays(database, factNamed(name), {
    centreId: centre.id,
    from: textOfDay(from),
    to: textOfDay(to),
    byWindow: by === 'window',
  })
  return rows.map(({ code, day, at }) => ({
    code,
    day: dayFromText(day) ?? 0,
    cameOn: at && centre.hall.zone.localAt(at.getTime()).day,
    returned: false,
    resent: false,
    waiting: false,
  }))
}

/** Reports entered by form, with the day on which they were submitted, not approved. */
async function enteredArrivals(
  { database, centre }: Place,
  { target, by }: Duty,
  [from, to]: readonly [Day, Day],
): Promise<Arrival[]> {
  const entries = await database.prisma.entry.findMany({
    where: {
      centreId: centre.id,
      target,
      state: { not: 'entered' },
      day: { gte: new Date(textOfDay(from)), lte: new Date(textOfDay(to)) },
    },
    select: { window: true, day: true, state: true, submittedAt: true, resent: true, batchId: true },
  })
  const batches = entries.flatMap(({ batchId }) => (batchId === null ? [] : [batchId]))
  const undone = await database.prisma.importBatch.findMany({
    where: { centreId: centre.id, id: { in: batches }, undoneAt: { not: null } },
    select: { id: true },
  })
  const gone = new Set<number | null>(undone.map(({ id }) => id))
  const there = entries.filter(({ batchId }) => !gone.has(batchId))
  return there.map(({ window, day, state, submittedAt, resent }) => ({
    code: by === 'window' ? (window ?? '') : '',
    day: dayFromText(day?.toISOString().slice(0, 10) ?? '') ?? 0,
    cameOn: submittedAt && centre.hall.zone.localAt(submittedAt.getTime()).day,
    returned: state === 'returned',
    resent: resent > 0,
    waiting: state === 'submitted',
  }))
}

function reportOf(arrivals: readonly Arrival[], dueBy: Day, today: Day): Report {
  const came = arrivals.filter(arrival => !arrival.returned)
  const resent = arrivals.some(arrival => arrival.resent)
  const none = { cameOn: null, resent, waiting: false }
  if (came.length === 0) {
    if (arrivals.length > 0) return { state: 'returned', ...none }
    return { state: today > dueBy ? 'missing' : 'toCome', ...none }
  }
  const days = came.flatMap(({ cameOn }) => (cameOn === null ? [] : [cameOn]))
  // A report without a day on record counts as in time.
  const first = days.length === came.length ? Math.min(...days) : null
  return {
    state: first !== null && first > dueBy ? 'late' : 'inTime',
    cameOn: first === null ? null : textOfDay(first),
    resent,
    waiting: came.every(arrival => arrival.waiting),
  }
}

/** The states of all reports, by reporter and period. */
export async function reportsOf(
  place: Place,
  duty: Duty,
  {
    reporters,
    periods,
    today,
  }: { reporters: readonly Reporter[]; periods: readonly DutyPeriod[]; today: Day },
): Promise<Report[][]> {
  const [first, last] = [periods[0], periods.at(-1)]
  if (!first || !last) return reporters.map(() => [])
  const span = [first.from, last.to] as const
  const arrivals = [
    ...(await loadedArrivals(place, duty, span)),
    ...(await enteredArrivals(place, duty, span)),
  ]
  return reporters.map(({ code }) =>
    periods.map(({ from, to, dueBy }) =>
      reportOf(
        arrivals.filter(arrival => arrival.code === code && arrival.day >= from && arrival.day <= to),
        dueBy,
        today,
      ),
    ),
  )
}
