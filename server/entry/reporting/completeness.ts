import type { Centre } from '../../centres/centre.ts'
import type { QueryContext } from '../../query/queryContext.ts'
import type { Duty, DutyPeriod } from './duties.ts'
import type { Report, Reporter } from './reported.ts'
import { readCentreSetting } from '../../centres/centreSettings.ts'
import { targets } from '../../intake/targets/index.ts'
import { textOfDay } from '../../measures/index.ts'
import { entryTargets } from '../forms.ts'
import { periodsOf, periodTexts, reportingDuties } from './duties.ts'
import { reportersOf, reportsOf } from './reported.ts'

/** The state of the reports for the latest period that is due, or that all have reported before it is due. */
interface DueNow {
  period: ReturnType<typeof periodTexts>
  came: number
  late: number
  missing: Reporter[]
}

function dueNow(
  periods: readonly DutyPeriod[],
  {
    reporters,
    reports,
    today,
  }: { reporters: readonly Reporter[]; reports: readonly Report[][]; today: number },
): DueNow | null {
  const allCame = (at: number): boolean =>
    at < periods.length && reports.every(row => ['inTime', 'late'].includes(row[at]?.state ?? ''))
  let place = periods.findLastIndex(({ dueBy }) => dueBy < today)
  while (place >= 0 && allCame(place) && allCame(place + 1)) place++
  const period = periods[place]
  if (!period) return null
  const states = reports.map(row => row[place]?.state)
  return {
    period: periodTexts(period),
    came: states.filter(state => state === 'inTime' || state === 'late').length,
    late: states.filter(state => state === 'late').length,
    missing: reporters.filter((_, index) => states[index] === 'missing' || states[index] === 'returned'),
  }
}

/** Who still has to report which period, latest first. Returned reports count as missing. */
function unreportedIn(
  periods: readonly DutyPeriod[],
  reporters: readonly Reporter[],
  reports: readonly Report[][],
): (Reporter & { day: string })[] {
  const owed = periods.flatMap(({ to }, place) =>
    reporters
      .filter((_, index) => ['missing', 'returned'].includes(reports[index]?.[place]?.state ?? ''))
      .map(reporter => ({ ...reporter, day: textOfDay(to) })),
  )
  return owed.reverse()
}

async function standingOf(duty: Duty, { centre, context }: { centre: Centre; context: QueryContext }) {
  const { database, scope, now } = context
  const place = { database, centre, scope }
  const today = centre.hall.zone.localAt(now.getTime()).day
  const periods = periodsOf(duty, centre.hall, today)
  const reporters = await reportersOf({ ...place, now }, duty)
  const reports = await reportsOf(place, duty, { reporters, periods, today })
  return {
    duty,
    names: targets[duty.target].names,
    periods: periods.map(periodTexts),
    reporters: reporters.map((reporter, index) => ({ ...reporter, reports: reports[index] ?? [] })),
    unreported: unreportedIn(periods, reporters, reports),
    due: dueNow(periods, { reporters, reports, today }),
  }
}

/** Who has to report what and by when, and what has been reported, within the viewer's scope. */
export async function completenessOf(centre: Centre, context: QueryContext) {
  const { value, setBy, setAt, from } = await readCentreSetting(context.database, centre.id, reportingDuties)
  const standings = await Promise.all(value.map(async duty => standingOf(duty, { centre, context })))
  return {
    duties: value,
    targets: entryTargets.map(name => ({ name, names: targets[name].names })),
    setBy,
    setFrom: from,
    setAt: setAt && centre.hall.zone.textAt(setAt.getTime()),
    standings: standings.filter(({ reporters }) => reporters.length > 0),
  }
}
