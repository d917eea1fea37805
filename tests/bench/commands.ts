import type { Database } from '../../server/storage/database.ts'
import type { Timing } from './timing.ts'
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { centresOf } from '../../server/centres/centre.ts'
import { verifyCentre } from '../../server/intake/batch/verify.ts'
import { benchNow, launcher, serve } from './server.ts'
import { timed } from './timing.ts'

/** What people wait for outside the screen. Milliseconds, and megabytes of resident memory. */
export interface CommandTimes {
  /** `npm start` on an empty folder until it listens, with the database made and the demo loaded. */
  firstStart: Timing
  /** `npm start` on a folder that is there. */
  laterStart: Timing
  /** The server's memory ten seconds after a start, nothing asked. */
  restMegabytes: number
  /** `bw --help`. */
  help: Timing
  /** `bw ask` of one figure beside the running product. */
  ask: Timing
}

async function timeStart(folder: string): Promise<number> {
  const started = performance.now()
  const served = await serve(folder)
  const taken = performance.now() - started
  await served.stop()
  return taken
}

async function runCommand(folder: string, words: readonly string[]): Promise<void> {
  const env = { ...process.env, VITEST: '', BW_DATA: folder, BW_NOW: benchNow, BW_LOG: 'error' }
  await promisify(execFile)(process.execPath, [launcher, 'bw', ...words], { env })
}

async function timeFirstStart(): Promise<Timing> {
  const folder = await mkdtemp(path.join(tmpdir(), 'brightwindow-start-'))
  try {
    const taken = Math.round(await timeStart(folder))
    return { median: taken, p95: taken }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * Times starts and commands on a data folder whose database nobody has open. The server has been built
 * before, as `npm ci` does.
 */
export async function timeCommands(folder: string, runs: number): Promise<CommandTimes> {
  const few = Math.min(runs, 5)
  const question = JSON.stringify({ measures: ['onTimeRate'], period: '2025', centres: ['pinghe'] })
  const firstStart = await timeFirstStart()
  const laterStart = await timed(Math.min(runs, 3), async () => timeStart(folder))
  const served = await serve(folder)
  try {
    await pause(10_000)
    return {
      firstStart,
      laterStart,
      restMegabytes: Math.round(served.memory()),
      help: await timed(few, async () => runCommand(folder, ['--help'])),
      ask: await timed(few, async () => runCommand(folder, ['ask', question])),
    }
  } finally {
    await served.stop()
  }
}

/** Seconds in which everything of a centre is recomputed and recounted. Errors: a difference. */
export async function timeVerify(database: Database): Promise<number> {
  const centre = await centresOf(database).find('pinghe')
  const started = performance.now()
  const { differences } = await verifyCentre(database, centre)
  if (differences.length > 0) throw new Error(`verify found differences: ${JSON.stringify(differences[0])}`)
  return Number(((performance.now() - started) / 1000).toFixed(2))
}
