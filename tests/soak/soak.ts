import type { Soaked } from './soaking.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { loadDemo } from '../../prisma/demo/county.ts'
import { addSystem } from '../../server/access/systems.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { ensureClient } from '../../server/clientBuild.ts'
import { undoBatch } from '../../server/intake/batch/undoBatch.ts'
import { verifyCentre } from '../../server/intake/batch/verify.ts'
import { prepareDatabase } from '../../server/prepare.ts'
import { openDatabase } from '../../server/storage/database.ts'
import { dashboardQuestions, overviewBatch } from '../bench/questions.ts'
import { benchNow, serve } from '../bench/server.ts'
import { faults, leaveDisk, ownDisk } from './faults.ts'
import { growth, soak } from './soaking.ts'

// npm run soak -- [--minutes 10] [--viewers 50] [--faults]
// The product in a process of its own with the demonstration county, viewers who refresh, a system that
// pushes, batches taken back; with --faults something breaks every minute.
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    viewers: { type: 'string', default: '50' },
    faults: { type: 'boolean', default: false },
  },
})
const [minutes, viewers] = [Number(values.minutes), Number(values.viewers)]
if (!(minutes > 0) || !Number.isInteger(viewers) || viewers < 1)
  throw new Error('usage: npm run soak -- [--minutes N] [--viewers N] [--faults]')
const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** How long after a fault calls may still be refused: the database starts, caches of failures end. */
const aftermath = 30_000
/** The month into which rows are pushed lies between those that the demonstration county has. */
const month = '2023-05'

const folder = await mkdtemp(path.join(tmpdir(), 'brightwindow-soak-'))
const disk = values.faults && ownDisk(folder, 4096)
const now = new Date(benchNow)
const database = await openDatabase({ databaseUrl: null, dataFolder: folder })
await ensureClient()
await prepareDatabase(database)
say('loading the demonstration county …')
await loadDemo(database, { now })
const centre = await centresOf(database).find('pinghe')
const token = await addSystem(database, centre, {
  name: 'soak',
  may: ['ask', 'push'],
  targets: ['cases'],
  days: 30,
  createdBy: 'soak',
  now,
})
const served = await serve(folder, values.faults ? '../soak/served.ts' : null)

const running = { isOver: false }
let refuseUntil = 0
const made: string[] = []

/** Something breaks every minute, in turn. */
async function breakThings(): Promise<void> {
  const possible = faults.filter(fault => disk || fault.name !== 'full disk')
  if (!disk) say('SKIPPED: the full disk, because this machine lets no small disk be made')
  for (let turn = 0; !running.isOver; turn++) {
    await pause(20_000)
    const fault = possible[turn % possible.length]
    if (!fault || running.isOver) return
    say(`${new Date().toISOString()} ${fault.name}`)
    if (fault.refuses) refuseUntil = Number.POSITIVE_INFINITY
    await fault.make({ folder, served, ownDisk: disk }).catch((error: unknown) => {
      say(`${fault.name} could not be made: ${String(error)}`)
    })
    if (fault.refuses) refuseUntil = Date.now() + aftermath
    made.push(fault.name)
    await pause(20_000)
  }
}

async function undo(batch: number): Promise<void> {
  const undone = await database.prisma.importBatch.findFirst({
    where: { id: batch, undoneAt: { not: null } },
  })
  if (!undone) await undoBatch(database, batch, { now, byUser: 'soak' })
}

function report(found: Soaked): void {
  for (const { second, megabytes } of found.memory.filter((_, index) => index % 6 === 0))
    say(`${String(second).padStart(6)} s  ${megabytes} MB`)
  const counts = faults.map(({ name }) => `${made.filter(fault => fault === name).length} × ${name}`)
  if (values.faults) say(`faults: ${counts.join(', ')}; ${found.refused} calls refused meanwhile`)
  say(
    `${found.pages} pages, P50 ${found.p50} ms, P95 ${found.p95} ms; ${found.pushes} ` +
      `pushes, ${found.undone} taken back`,
  )
  const of = (words: string): number => found.errors.filter(error => error.includes(words)).length
  say(`memory in the second half: ${growth(found.memory).toFixed(2)} MB a minute`)
  say(
    `${of('wrong answer')} wrong answers, ${of('lost rows')} times rows lost, ${found.errors.length} errors`,
  )
  for (const error of found.errors.slice(0, 20)) say(`  ${error}`)
}

say(`${viewers} viewers for ${minutes} minutes on ${served.address} …`)
const breaking = values.faults ? breakThings() : Promise.resolve()
const soaked = await soak({
  address: served.address,
  token,
  centre: 'pinghe',
  item: 'PH-FG-01',
  month,
  questions: overviewBatch.map(name => dashboardQuestions[name]).filter(question => question !== undefined),
  viewers,
  seconds: minutes * 60,
  lookSeconds: 4,
  pushSeconds: 5,
  memory: served.memory,
  undo,
  mayRefuse: () => Date.now() < refuseUntil,
})
running.isOver = true
await breaking
const differences = (await verifyCentre(database, centre)).differences
const ended = served.process.exitCode !== null
await served.stop()
await database.close()
if (disk) leaveDisk(folder)
await rm(folder, { recursive: true, force: true })
report(soaked)
say(
  `${differences.length} differences between rollups and records; the product ${ended ? 'ENDED' : 'ran on'}`,
)
process.exitCode = soaked.errors.length === 0 && differences.length === 0 && !ended ? 0 : 1
