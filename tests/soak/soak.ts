import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { loadDemo } from '../../prisma/demo/county.ts'
import { addSystem } from '../../server/access/systems.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { ensureClient } from '../../server/clientBuild.ts'
import { undoBatch } from '../../server/intake/batch/undoBatch.ts'
import { prepareDatabase } from '../../server/prepare.ts'
import { openDatabase } from '../../server/storage/database.ts'
import { dashboardQuestions, overviewBatch } from '../bench/questions.ts'
import { benchNow, serve } from '../bench/server.ts'
import { growth, soak } from './soaking.ts'

// npm run soak -- [--minutes 10] [--viewers 50]
// The product in a process of its own with the demonstration county, viewers who refresh, a system that
// pushes, batches taken back.
const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '10' }, viewers: { type: 'string', default: '50' } },
})
const [minutes, viewers] = [Number(values.minutes), Number(values.viewers)]
if (!(minutes > 0) || !Number.isInteger(viewers) || viewers < 1)
  throw new Error('usage: npm run soak -- [--minutes N] [--viewers N]')
const say = (line: string): void => void process.stdout.write(`${line}\n`)

const folder = await mkdtemp(path.join(tmpdir(), 'brightwindow-soak-'))
const now = new Date(benchNow)
const database = await openDatabase({ databaseUrl: null, dataFolder: folder })
await ensureClient()
await prepareDatabase(database)
say('loading the demonstration county …')
await loadDemo(database, { now })
const token = await addSystem(database, await centresOf(database).find('pinghe'), {
  name: 'soak',
  may: ['ask', 'push'],
  targets: ['cases'],
  days: 30,
  createdBy: 'soak',
  now,
})
const served = await serve(folder)
say(`${viewers} viewers for ${minutes} minutes on ${served.address} …`)
const found = await soak({
  address: served.address,
  token,
  centre: 'pinghe',
  item: 'FG001',
  month: '2025-12',
  questions: overviewBatch.map(name => dashboardQuestions[name]).filter(question => question !== undefined),
  viewers,
  seconds: minutes * 60,
  lookSeconds: 4,
  pushSeconds: 5,
  memory: served.memory,
  undo: async batch => undoBatch(database, batch, { now, byUser: 'soak' }),
})
await served.stop()
await database.close()
await rm(folder, { recursive: true, force: true })

for (const { second, megabytes } of found.memory.filter((_, index) => index % 6 === 0))
  say(`${String(second).padStart(6)} s  ${megabytes} MB`)
say(
  `${found.pages} pages, P50 ${found.p50} ms, P95 ${found.p95} ms; ${found.pushes} ` +
    `pushes, ${found.undone} taken back`,
)
say(`memory in the second half: ${growth(found.memory).toFixed(2)} MB a minute`)
say(`${found.errors.length} errors`)
for (const error of found.errors.slice(0, 10)) say(`  ${error}`)
process.exitCode = found.errors.length === 0 ? 0 : 1
