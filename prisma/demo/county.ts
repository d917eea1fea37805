import type { Centre } from '../../server/centres/centre.ts'
import type { LoadResult } from '../../server/intake/batch/loadBatch.ts'
import type { TargetName } from '../../server/intake/rows/targetNames.ts'
import type { Database } from '../../server/storage/database.ts'
import type { Step } from './steps.ts'
import { Readable } from 'node:stream'
import { nationalCalendar, seedCalendar } from '../../server/centres/calendars.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { loadBatch } from '../../server/intake/batch/loadBatch.ts'
import { undoBatch } from '../../server/intake/batch/undoBatch.ts'
import { streamed } from '../../server/intake/read/bytes.ts'
import { openCsv } from '../../server/intake/read/csv.ts'
import { plainMapping } from '../../server/intake/rows/mapping.ts'
import { targets } from '../../server/intake/targets/index.ts'
import { addMonths, dayFromText, NamedError } from '../../server/measures/index.ts'
import { removeArchive, writeArchive } from './archive.ts'
import { casesTable, usualVolume } from './cases.ts'
import {
  claimsTable,
  goalsTable,
  itemsTable,
  opening,
  staffTable,
  unitsTable,
  windowsTable,
} from './catalogue.ts'
import { csvLines } from './csv.ts'
import { launchFeedbackTable, longestReply, recentFeedbackTable } from './feedback.ts'
import { demoCentre, demoDivisions, demoTimetable } from './places.ts'
import { launchProcedure, recentProcedure } from './procedure.ts'
import { regulationsTable } from './rules.ts'
import { declareLaunch, setDownNotes } from './setDown.ts'
import { openingDay, peopleSteps, procedureSteps } from './steps.ts'
import { launchTradesTable, recentTradesTable } from './trades.ts'

/** How the demo is loaded: when it is now, whether the recent months are wanted, and whom to tell. */
interface DemoOptions {
  now: Date
  /** False: the launch months alone, which tests of the briefing need. */
  recent?: boolean
  onStep?: (target: TargetName, result: LoadResult) => void
}

const recentMonths = 24
/** No case of the demo county stays open longer than this. */
const longestLife = 90

async function makeCentre({ prisma }: Database): Promise<void> {
  for (const [code, name, nameEn, level, parentCode] of demoDivisions)
    await prisma.division.upsert({
      where: { code },
      create: { code, name, nameEn, level, parentCode },
      update: {},
    })
  const openedOn = new Date(`${opening}T00:00:00Z`)
  await prisma.centre.upsert({
    where: { code: demoCentre.code },
    create: {
      ...demoCentre,
      calendar: nationalCalendar,
      openedOn,
      timetables: { create: { validFrom: openedOn, ...demoTimetable } },
    },
    update: {},
  })
}

async function load(database: Database, step: Step, options: DemoOptions & { cutAt: Date }): Promise<void> {
  const centre = await centresOf(database).find(demoCentre.code)
  const table = typeof step.table === 'function' ? await step.table(database) : step.table
  const source = await openCsv(streamed(Readable.from(csvLines(table))), {
    encoding: 'utf-8',
    delimiter: ',',
  })
  const mapping = plainMapping(step.target, source.headers, targets[step.target].fields)
  const result = await loadBatch(database, {
    source,
    mapping,
    centre,
    fileName: `demo-${step.target}.csv`,
    fileHash: 'demo',
    byUser: 'demo',
    now: options.now,
    demo: true,
    cutAt: options.cutAt,
  })
  options.onStep?.(step.target, result)
  if (result.quarantined > 0)
    throw new NamedError('internal', {
      reference: `demo ${step.target}: ${JSON.stringify(result.problems[0])}`,
    })
}

function launchSteps(centre: Centre, cut: number): Step[] {
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

function recentSteps(centre: Centre, days: { from: number; since: number | null; cut: number }): Step[] {
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

function recentStart(today: number): number {
  return addMonths(today, -recentMonths)
}

const demoKey = 'demo'
const loading = 'loading '

async function noteState({ prisma }: Database, value: string): Promise<void> {
  await prisma.setting.upsert({
    where: { key: demoKey },
    create: { key: demoKey, value },
    update: { value },
  })
}

/** The instant at which an interrupted loading of the demo was begun; null where none was interrupted. */
async function interruptedAt({ prisma }: Database): Promise<Date | null> {
  const state = await prisma.setting.findUnique({ where: { key: demoKey } })
  return state?.value.startsWith(loading) ? new Date(state.value.slice(loading.length)) : null
}

/**
 * Loads the demo county through the product's own intake. The clock cuts at midnight before today. Each
 * step is one batch, so a loading that was interrupted goes on after its last whole step, as of the
 * instant at which it was begun.
 */
export async function loadDemo(database: Database, options: DemoOptions): Promise<void> {
  const now = (await interruptedAt(database)) ?? options.now
  await noteState(database, `${loading}${now.toISOString()}`)
  await seedCalendar(database)
  await makeCentre(database)
  const centre = await centresOf(database).find(demoCentre.code)
  const today = centre.hall.zone.localAt(now.getTime()).day
  const cutAt = new Date(centre.hall.zone.startOf(today))
  const launch = launchSteps(centre, today)
  const recent =
    options.recent === false ? [] : recentSteps(centre, { from: recentStart(today), since: null, cut: today })
  const done = await database.prisma.importBatch.count({
    where: { centreId: centre.id, demo: true, undoneAt: null, cutAt },
  })
  for (const step of [...launch, ...recent].slice(done))
    await load(database, step, { ...options, now, cutAt })
  await setDownNotes(database, centre.id, now)
  await declareLaunch(database, centre.id, now)
  if (options.recent !== false) {
    await removeArchive(database)
    await writeArchive(database, {
      centre,
      now,
      recordsFrom: Math.max(recentStart(today), dayFromText(opening) ?? 0),
    })
  }
  await noteState(database, 'loaded')
}

/**
 * Adds the days that have passed since the demo was last brought up to date. Does nothing once real
 * data is there.
 */
export async function refreshDemo(database: Database, options: DemoOptions): Promise<void> {
  const { prisma } = database
  const real = await prisma.importBatch.count({ where: { demo: false } })
  const last = await prisma.importBatch.findFirst({
    where: { demo: true, undoneAt: null, cutAt: { not: null } },
    orderBy: { cutAt: 'desc' },
  })
  if (real > 0 || !last?.cutAt) return
  const centre = await centresOf(database).find(demoCentre.code)
  const { zone } = centre.hall
  const [since, today] = [zone.localAt(last.cutAt.getTime()).day, zone.localAt(options.now.getTime()).day]
  if (today <= since) return
  for (const step of recentSteps(centre, { from: Math.min(recentStart(today), since), since, cut: today }))
    await load(database, step, { ...options, cutAt: new Date(zone.startOf(today)) })
}

/**
 * True where the demo is loaded without being asked for: on a database that never held anything, or
 * where loading was interrupted.
 */
export async function isUntouched(database: Database): Promise<boolean> {
  const { prisma } = database
  if ((await interruptedAt(database)) !== null) return true
  const [centres, settings] = await Promise.all([
    prisma.centre.count(),
    prisma.setting.count({ where: { key: demoKey } }),
  ])
  return centres === 0 && settings === 0
}

/**
 * Undoes every demo batch, newest first, and forgets the county where nothing else is left of it.
 * Errors: undo-not-exact.
 */
export async function removeDemo(database: Database, now: Date): Promise<number> {
  const { prisma } = database
  const batches = await prisma.importBatch.findMany({
    where: { demo: true, undoneAt: null },
    orderBy: { id: 'desc' },
  })
  for (const batch of batches) await undoBatch(database, batch.id, { now, byUser: 'demo' })
  await prisma.note.deleteMany({ where: { author: 'demo' } })
  await prisma.declaredDays.deleteMany({ where: { byUser: 'demo' } })
  await removeArchive(database)
  await noteState(database, 'removed')
  const centre = await prisma.centre.findUnique({
    where: { code: demoCentre.code },
    include: { batches: { where: { demo: false } } },
  })
  if (centre && centre.batches.length === 0) {
    await prisma.importBatch.deleteMany({ where: { centreId: centre.id } })
    await prisma.entry.deleteMany({ where: { centreId: centre.id } })
    await prisma.periodLock.deleteMany({ where: { centreId: centre.id } })
    await prisma.photo.deleteMany({ where: { centreId: centre.id } })
    await prisma.centreSetting.deleteMany({ where: { centreId: centre.id } })
    await prisma.note.deleteMany({ where: { centreId: centre.id } })
    await prisma.savedView.deleteMany({ where: { centreId: centre.id } })
    await prisma.briefing.deleteMany({ where: { centreId: centre.id } })
    await prisma.paperSettings.deleteMany({ where: { centreId: centre.id } })
    await prisma.paperPicture.deleteMany({ where: { centreId: centre.id } })
    await prisma.wordTemplate.deleteMany({ where: { centreId: centre.id } })
    await prisma.hallTimetable.deleteMany({ where: { centreId: centre.id } })
    await prisma.centre.delete({ where: { code: demoCentre.code } })
  }
  return batches.length
}
