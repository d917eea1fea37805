import type { Centre } from '../../server/centres/centre.ts'
import type { Step } from './steps.ts'
import { dayFromText } from '../../server/measures/index.ts'
import { casesTable, usualVolume } from './cases.ts'
import { claimsTable, goalsTable, itemsTable, staffTable, unitsTable, windowsTable } from './catalogue.ts'
import { launchFeedbackTable, longestReply, recentFeedbackTable } from './feedback.ts'
import { launchProcedure, recentProcedure } from './procedure.ts'
import { regulationsTable } from './rules.ts'
import { openingDay, peopleSteps, procedureSteps } from './steps.ts'
import { launchTradesTable, recentTradesTable } from './trades.ts'

/** The longest duration of a demo case, in days. */
const longestLife = 90

/** The batches of the launch months, up to a day. */
export function launchSteps(centre: Centre, cut: number): Step[] {
  const { hall } = centre
  const from = openingDay
  const to = dayFromText('2012-12-31') ?? 0
  return [
    { target: 'units', table: unitsTable },
    { target: 'windows', table: windowsTable },
    { target: 'staff', table: staffTable },
    { target: 'items', table: itemsTable },
    { target: 'regulations', table: regulationsTable },
    { target: 'claims', table: claimsTable },
    {
      target: 'cases',
      table: casesTable(hall, { from, to, cut: { day: cut, minute: 0 }, volumeOn: usualVolume }),
    },
    { target: 'trades', table: launchTradesTable(hall, cut - 1) },
    ...procedureSteps(launchProcedure(hall, cut - 1)),
    { target: 'feedback', table: launchFeedbackTable(cut - 1) },
    ...peopleSteps(centre, from, Math.min(to, cut - 1)),
  ]
}

/** The batches of recent months. */
export function recentSteps(
  centre: Centre,
  days: { from: number; since: number | null; cut: number },
): Step[] {
  const { hall } = centre
  const newFrom = days.since ?? days.from
  return [
    {
      target: 'cases',
      table: casesTable(hall, {
        from: Math.max(days.from, newFrom - longestLife),
        to: days.cut - 1,
        cut: { day: days.cut, minute: 0 },
        ...(days.since === null ? {} : { since: { day: days.since, minute: 0 } }),
        volumeOn: usualVolume,
      }),
    },
    { target: 'trades', table: recentTradesTable(hall, newFrom, days.cut - 1) },
    ...procedureSteps(recentProcedure(hall, newFrom, days.cut - 1)),
    { target: 'targets', table: goalsTable(days.cut) },
    {
      target: 'feedback',
      table: recentFeedbackTable(hall, {
        from: Math.max(days.from, newFrom - longestReply),
        since: newFrom,
        to: days.cut - 1,
      }),
    },
    ...peopleSteps(centre, newFrom, days.cut - 1),
  ]
}
