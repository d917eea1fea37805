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
import { launchSteps, recentSteps } from './batches.ts'
import { opening } from './catalogue.ts'
import { csvLines } from './csv.ts'
import { demoCentre, demoDivisions, demoTimetable } from './places.ts'
import { declareLaunch, setDownNotes } from './setDown.ts'

/**
 * How the demo is loaded: the present instant, whether recent months are included, and a progress callback.
 */
interface DemoOptions {
  now: Date
  /** False for the launch months only, as in tests of briefings. */
  recent?: boolean
  onStep?: (target: TargetName, result: LoadResult) => void
}

const recentMonths = 24

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

/** The instant at which an interrupted loading of the demo began; null where none was interrupted. */
async function interruptedAt({ prisma }: Database): Promise<Date | null> {
  const state = await prisma.setting.findUnique({ where: { key: demoKey } })
  return state?.value.startsWith(loading) ? new Date(state.value.slice(loading.length)) : null
}

/**
 * Loads the demo county through the product's intake, up to midnight before today. Each step is one batch, so
 * an interrupted loading continues after its last complete step, as of the instant at which it began.
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

const refreshing = 'refreshing '

/** The days that a refresh adds: those after `since` and before `cut`. */
interface Refresh {
  since: number
  cut: number
}

/** The refresh of the demo that was interrupted; null where none was. */
async function interruptedRefresh({ prisma }: Database): Promise<Refresh | null> {
  const state = await prisma.setting.findUnique({ where: { key: demoKey } })
  if (!state?.value.startsWith(refreshing)) return null
  const [since = 0, cut = 0] = state.value.slice(refreshing.length).split(' ').map(Number)
  return { since, cut }
}

/** Adds those days after the steps that were completed before an interruption. */
async function addDays(database: Database, { since, cut }: Refresh, options: DemoOptions): Promise<void> {
  const centre = await centresOf(database).find(demoCentre.code)
  const cutAt = new Date(centre.hall.zone.startOf(cut))
  await noteState(database, `${refreshing}${since} ${cut}`)
  const done = await database.prisma.importBatch.count({
    where: { centreId: centre.id, demo: true, undoneAt: null, cutAt },
  })
  const steps = recentSteps(centre, { from: Math.min(recentStart(cut), since), since, cut })
  for (const step of steps.slice(done)) await load(database, step, { ...options, cutAt })
  await noteState(database, 'loaded')
}

/**
 * Adds the days that have passed since the last refresh, first those of an interrupted one. Does nothing
 * where there are real data.
 */
export async function refreshDemo(database: Database, options: DemoOptions): Promise<void> {
  const { prisma } = database
  const real = await prisma.importBatch.count({ where: { demo: false } })
  const last = await prisma.importBatch.findFirst({
    where: { demo: true, undoneAt: null, cutAt: { not: null } },
    orderBy: { cutAt: 'desc' },
  })
  if (real > 0 || !last?.cutAt) return
  const interrupted = await interruptedRefresh(database)
  if (interrupted) await addDays(database, interrupted, options)
  const { zone } = (await centresOf(database).find(demoCentre.code)).hall
  const reached = interrupted ? zone.startOf(interrupted.cut) : last.cutAt.getTime()
  const [since, cut] = [zone.localAt(reached).day, zone.localAt(options.now.getTime()).day]
  if (cut > since) await addDays(database, { since, cut }, options)
}

/**
 * True where the demo is loaded automatically: on a database that was never used, or where loading was
 * interrupted.
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
 * Undoes every demo batch, newest first, and removes the county if it is empty then. Errors: undo-not-exact.
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
