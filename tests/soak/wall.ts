import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { loadDemo } from '../../prisma/demo/county.ts'
import { addSystem } from '../../server/access/systems.ts'
import { brightWindow } from '../../server/api/client.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { ensureClient } from '../../server/clientBuild.ts'
import { undoBatch } from '../../server/intake/batch/undoBatch.ts'
import { prepareDatabase } from '../../server/prepare.ts'
import { openDatabase } from '../../server/storage/database.ts'
import { benchNow, serve } from '../bench/server.ts'
import { openBrowser } from '../support/browser.ts'
import { growth } from './soaking.ts'
import { soakWall } from './wallSoaking.ts'

// npm run soak:wall -- [--minutes 60] [--seconds 5]
// A wall in a real browser turns its panels every few seconds while batches are loaded and taken back.
const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '60' }, seconds: { type: 'string', default: '5' } },
})
const [minutes, turnSeconds] = [Number(values.minutes), Number(values.seconds)]
if (!(minutes > 0) || !(turnSeconds >= 5))
  throw new Error('usage: npm run soak:wall -- [--minutes N] [--seconds N, 5 or more]')
const say = (line: string): void => void process.stdout.write(`${line}\n`)

const folder = await mkdtemp(path.join(tmpdir(), 'brightwindow-wall-'))
const now = new Date(benchNow)
const database = await openDatabase({ databaseUrl: null, dataFolder: folder })
await ensureClient()
await prepareDatabase(database)
say('loading the demonstration county …')
await loadDemo(database, { now })
const token = await addSystem(database, await centresOf(database).find('pinghe'), {
  name: 'soak',
  may: ['push'],
  targets: ['cases'],
  days: 30,
  createdBy: 'soak',
  now,
})
const served = await serve(folder)
const calls = brightWindow({ address: served.address, token })

/** Twenty cases more, every third time fewer. */
async function change(turn: number): Promise<void> {
  const rows = Array.from({ length: 20 }, (_, index) => ({
    caseNumber: `WALL-${turn}-${index}`,
    item: 'PH-FG-01',
    receivedAt: `2026-01-${String((turn % 14) + 1).padStart(2, '0')} 09:00`,
    acceptedAt: `2026-01-${String((turn % 14) + 1).padStart(2, '0')} 09:05`,
  }))
  const pushed = await calls.push({ centre: 'pinghe', target: 'cases', key: `wall-${turn}` }, rows)
  if (turn % 3 === 0) await undoBatch(database, pushed.batchId, { now, byUser: 'soak' })
}

const browser = await openBrowser()
const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
await page.context().request.post(`${served.address}/auth/sign-in/demo`, { data: { role: 'leader' } })
await page.goto(`${served.address}/wall?seconds=${turnSeconds}`)
await page.locator('[data-panel] polyline').first().waitFor()
say(`a wall for ${minutes} minutes, a panel every ${turnSeconds} s, other data every 20 s …`)
const soaked = await soakWall({
  page,
  seconds: minutes * 60,
  everySeconds: 60,
  changeSeconds: 20,
  change,
  say: ({ second, megabytes, nodes, listeners }) =>
    say(
      `${String(Math.round(second / 60)).padStart(4)} min  ${megabytes.toFixed(2)} MB heap  ` +
        `${nodes} nodes  ${listeners} listeners  server ${served.memory().toFixed(0)} MB`,
    ),
})
await browser.close()
await served.stop()
await database.close()
await rm(folder, { recursive: true, force: true })

say(`${soaked.turns} turns, ${soaked.changes} changes of the data, ${soaked.updates} seen on the wall`)
say(`heap in the second half: ${growth(soaked.looks).toFixed(3)} MB a minute`)
say(`${soaked.errors.length} errors`)
for (const error of soaked.errors.slice(0, 10)) say(`  ${error}`)
process.exitCode = soaked.errors.length === 0 ? 0 : 1
