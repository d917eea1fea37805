import type { DuckDBConnection } from '@duckdb/node-api'
import type { Database } from '../../server/storage/database.ts'
import type { QuestionTimes } from './asking.ts'
import type { BriefingTimes } from './briefing.ts'
import type { CommandTimes } from './commands.ts'
import type { DailyTimes, Loading } from './loading.ts'
import type { ScreenTimes } from './screen.ts'
import type { Timing } from './timing.ts'
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir, totalmem } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { parseArgs, promisify } from 'node:util'
import { loadDemo } from '../../prisma/demo/county.ts'
import { ensureClient } from '../../server/clientBuild.ts'
import { prepareDatabase } from '../../server/prepare.ts'
import { buildMissingRollups } from '../../server/rollups/maintain/build.ts'
import { openDatabase } from '../../server/storage/database.ts'
import { timeAll, timeBatch, timeViewers, warmUp } from './asking.ts'
import { timeBriefings } from './briefing.ts'
import { timeCommands, timeVerify } from './commands.ts'
import { openDuck } from './duck.ts'
import { timeDaily, timeLoading } from './loading.ts'
import { dashboardQuestions, outsideQuestions, overviewBatch } from './questions.ts'
import { printOnly, printSize, say } from './report.ts'
import { timeScreen } from './screen.ts'
import { benchNow, serve } from './server.ts'

// npm run bench -- [--cases 1m,10m] [--runs 15] [--seconds 10] [--data FOLDER] [--out bench.json]
//   [--only 'P90 by item;items by channel']
// Loads generated cases through the real intake and asks what the dashboard asks, all in one run.
// --data keeps the data for another run. --only times some questions and nothing else.
const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '100k' },
    runs: { type: 'string', default: '15' },
    seconds: { type: 'string', default: '10' },
    data: { type: 'string' },
    out: { type: 'string', default: 'bench.json' },
    only: { type: 'string' },
  },
})
const factor: Record<string, number> = { k: 1000, m: 1_000_000 }
const sizes = values.cases
  .split(',')
  .map(text => Math.round(Number.parseFloat(text) * (factor[text.slice(-1).toLowerCase()] ?? 1)))
const runs = Number(values.runs)
if (!sizes.every(size => Number.isInteger(size) && size > 0) || !(runs > 0))
  throw new Error(
    'usage: npm run bench -- [--cases 1m,10m] [--runs N] [--seconds N] [--data FOLDER] [--out FILE] ' +
      "[--only 'QUESTION;QUESTION']",
  )

/** Everything measured at one size. */
export interface SizeReport {
  cases: number
  loading: Loading | null
  daily: DailyTimes
  briefings: Record<'year' | 'month', BriefingTimes>
  verifySeconds: number
  questions: Record<string, QuestionTimes>
  outside: Record<string, QuestionTimes>
  duckGeometricMean: { asked: number; read: number }
  overview: { read: Timing; remembered: Timing }
  viewers: Record<'read' | 'remembered', Timing & { requestsPerSecond: number; errors: number }>
  screen: ScreenTimes
  serverMegabytes: number
  commands: CommandTimes
}

/** Everything that is measured on the product at work, in a process of its own. */
async function measureAsking(at: {
  database: Database
  duck: DuckDBConnection
  folder: string
}): Promise<
  Pick<SizeReport, 'questions' | 'outside' | 'overview' | 'viewers' | 'screen' | 'serverMegabytes'>
> {
  const served = await serve(at.folder)
  try {
    const asked = { database: at.database, duck: at.duck, address: served.address, runs }
    await warmUp(Object.values(dashboardQuestions), served.address)
    const questions = await timeAll(dashboardQuestions, asked)
    const outside = await timeAll(outsideQuestions, asked)
    const batch = overviewBatch
      .map(name => dashboardQuestions[name])
      .filter(question => question !== undefined)
    const overview = await timeBatch(batch, asked)
    const viewers = { address: served.address, viewers: 50, seconds: Number(values.seconds) }
    const read = await timeViewers(batch, { ...viewers, remembered: false })
    const remembered = await timeViewers(batch, { ...viewers, remembered: true })
    const screen = await timeScreen(served.address, runs)
    return {
      questions,
      outside,
      overview,
      viewers: { read, remembered },
      screen,
      serverMegabytes: Math.round(served.memory()),
    }
  } finally {
    await served.stop()
  }
}

/** Opens the data of a size, loaded where they are new, with all of their rollups. */
async function withData<T>(
  { cases, folder }: { cases: number; folder: string },
  measure: (database: Database, loading: Loading | null) => Promise<T>,
): Promise<T> {
  const isNew = !existsSync(folder)
  await mkdir(folder, { recursive: true })
  const database = await openDatabase({ databaseUrl: process.env.DATABASE_URL || null, dataFolder: folder })
  try {
    await prepareDatabase(database)
    if (isNew) await loadDemo(database, { now: new Date(benchNow), recent: false })
    const loading = isNew ? await timeLoading(database, folder, cases) : null
    await buildMissingRollups(database)
    return await measure(database, loading)
  } finally {
    await database.close()
  }
}

/** Hands over the same facts in DuckDB. */
async function withDuck<T>(database: Database, measure: (duck: DuckDBConnection) => Promise<T>): Promise<T> {
  const scratch = await mkdtemp(path.join(tmpdir(), 'brightwindow-duck-'))
  const duck = await openDuck(database, scratch)
  return measure(duck).finally(async () => {
    duck.closeSync()
    await rm(scratch, { recursive: true, force: true })
  })
}

/** Times some questions and nothing else. */
async function timeOnly(cases: number, folder: string, names: readonly string[]): Promise<void> {
  const all = Object.entries({ ...dashboardQuestions, ...outsideQuestions })
  const chosen = Object.fromEntries(all.filter(([name]) => names.includes(name)))
  await withData({ cases, folder }, async (database, loading) => {
    await database.pool.query('VACUUM ANALYZE')
    await withDuck(database, async duck => {
      const served = await serve(folder)
      try {
        await warmUp(Object.values(chosen), served.address)
        const asked = { database, duck, address: served.address, runs }
        printOnly({ cases, loading, questions: await timeAll(chosen, asked) })
      } finally {
        await served.stop()
      }
    })
  })
}

/** Everything but the commands, for which nobody else may have the database open. */
async function measureDatabase(cases: number, folder: string): Promise<Omit<SizeReport, 'commands'>> {
  return withData({ cases, folder }, async (database, loading) => {
    const daily = await timeDaily(database, folder, Math.min(10_000, cases))
    await database.pool.query('VACUUM ANALYZE')
    const briefings = await timeBriefings(database, runs)
    const verifySeconds = await timeVerify(database)
    const context = await withDuck(database, async duck => measureAsking({ database, duck, folder }))
    const mean = (of: (one: QuestionTimes) => number): number => {
      const logs = Object.values(context.questions).map(question => Math.log(of(question)))
      return Number(Math.exp(logs.reduce((a, b) => a + b, 0) / logs.length).toFixed(2))
    }
    return {
      cases,
      loading,
      daily,
      briefings,
      verifySeconds,
      ...context,
      duckGeometricMean: {
        asked: mean(times => times.duckOverAsked),
        read: mean(times => times.duckOverRead),
      },
    }
  })
}

async function measureSize(cases: number, folder: string): Promise<SizeReport> {
  const measured = await measureDatabase(cases, folder)
  return { ...measured, commands: await timeCommands(folder, runs) }
}

/** How much longer each question takes at the largest size than at the smallest. */
function growth(reports: readonly SizeReport[]): Record<string, number> {
  const [first, last] = [reports[0], reports.at(-1)]
  if (!first || !last || first === last) return {}
  return Object.fromEntries(
    Object.entries(last.questions).map(([name, { read }]) => [
      name,
      Number((read.median / (first.questions[name]?.read.median ?? Number.NaN)).toFixed(2)),
    ]),
  )
}

/** The commit that is measured; empty outside a repository. */
async function commit(): Promise<string> {
  const { stdout } = await promisify(execFile)('git', ['rev-parse', '--short', 'HEAD']).catch(() => ({
    stdout: '',
  }))
  return stdout.trim()
}

await ensureClient()
const base = values.data ?? (await mkdtemp(path.join(tmpdir(), 'brightwindow-bench-')))
const reports: SizeReport[] = []
try {
  for (const cases of values.only ? sizes : [])
    await timeOnly(cases, path.join(base, String(cases)), values.only?.split(';') ?? [])
  for (const cases of values.only ? [] : sizes) {
    const report = await measureSize(cases, path.join(base, String(cases)))
    reports.push(report)
    printSize(report)
  }
  const grown = growth(reports)
  for (const [name, ratio] of Object.entries(grown))
    say(
      `${name.padEnd(26)} ${sizes.at(-1)?.toLocaleString('en-US')} cases take ` +
        `${ratio} × the time of ${sizes[0]?.toLocaleString('en-US')}`,
    )
  const machine = {
    node: process.version,
    cores: cpus().length,
    processor: cpus()[0]?.model ?? '',
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
  }
  const run = { date: new Date().toISOString().slice(0, 10), commit: await commit() }
  if (!values.only)
    await writeFile(
      values.out,
      `${JSON.stringify({ ...run, ...machine, sizes: reports, growth: grown }, null, 2)}\n`,
    )
} finally {
  if (!values.data) await rm(base, { recursive: true, force: true })
}
process.exit(0)
