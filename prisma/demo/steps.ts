import type { Centre } from '../../server/centres/centre.ts'
import type { TargetName } from '../../server/intake/rows/targetNames.ts'
import type { Database } from '../../server/storage/database.ts'
import type { Table } from './catalogue.ts'
import type { ProcedureTables } from './procedure.ts'
import { dayFromText } from '../../server/measures/index.ts'
import { opening } from './catalogue.ts'
import { dailyReportsTable } from './dailyReports.ts'
import { attendanceTable, examsTable, postChecksTable } from './people.ts'
import { meetingsTable, openDays, servicesTable } from './service.ts'

/** One batch of the demo. */
export interface Step {
  target: TargetName
  /** What is loaded; made once the steps before it are loaded where it is a function. */
  table: Table | ((database: Database) => Promise<Table>)
}

const hasRows = ({ table }: Step): boolean =>
  typeof table === 'function' || !Array.isArray(table.rows) || table.rows.length > 0

/** How the trades of the same days were run. */
export function procedureSteps({ bids, draws, objections }: ProcedureTables): Step[] {
  const steps: Step[] = [
    { target: 'bids', table: bids },
    { target: 'expertDraws', table: draws },
    { target: 'objections', table: objections },
  ]
  return steps.filter(hasRows)
}

/** The day on which the hall opened. */
export const openingDay = dayFromText(opening) ?? 0

/** What is known of the people and the services of the hall between two days. */
export function peopleSteps(centre: Centre, since: number, to: number): Step[] {
  const { hall } = centre
  const from = Math.max(since, openingDay)
  const reports: Step = {
    target: 'dailyReports',
    table: async database => dailyReportsTable(database, centre, [from, to]),
  }
  const steps: Step[] = [
    { target: 'attendance', table: attendanceTable(hall, from, to) },
    { target: 'postChecks', table: postChecksTable(hall, from, to) },
    { target: 'exams', table: examsTable(hall, from, to) },
    { target: 'serviceEvents', table: servicesTable(hall, from, to) },
    { target: 'meetings', table: meetingsTable(hall, from, to) },
    ...(openDays(hall, from, to).length === 0 ? [] : [reports]),
  ]
  return steps.filter(hasRows)
}
