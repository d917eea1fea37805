import type { LoadResult } from '../../server/intake/jobs/request.ts'
import type { Database } from '../../server/storage/database.ts'
import { execFile } from 'node:child_process'
import { createReadStream, createWriteStream } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { casesTable } from '../../prisma/demo/cases.ts'
import { csvLines } from '../../prisma/demo/csv.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { firstLines } from '../../server/cli/verbs/generate.ts'
import { undoBatch } from '../../server/intake/batch/undoBatch.ts'
import { dayFromText } from '../../server/measures/index.ts'

const day = (text: string): number => dayFromText(text) ?? 0
const fiveYears = { from: day('2021-01-01'), to: day('2025-12-31') }
const nextDay = { from: day('2026-01-05'), to: day('2026-01-05') }
const worker = fileURLToPath(new URL('load.worker.ts', import.meta.url))
const rounded = (value: number): number => Number(value.toFixed(3))

export const secondsSince = (started: number): number => (performance.now() - started) / 1000

/** Writes generated cases to a file, so that making them is not counted as loading them. */
async function writeCases(
  database: Database,
  file: string,
  asked: { count: number; span: { from: number; to: number } },
): Promise<void> {
  const { hall } = await centresOf(database).find('pinghe')
  const days = hall.calendar?.countFrom(asked.span.from, asked.span.to) ?? 1
  const perDay = Math.ceil((asked.count / Math.max(1, days)) * 1.12) + 1
  const table = casesTable(hall, {
    ...asked.span,
    cut: { day: asked.span.to + 30, minute: 0 },
    volumeOn: () => perDay,
  })
  await pipeline(Readable.from(firstLines(csvLines(table), asked.count)), createWriteStream(file))
}

type Loaded = LoadResult & { taken: number; peakMegabytes: number }

async function loadFile(folder: string, file: string): Promise<Loaded> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', worker, folder, file], {
    maxBuffer: 1 << 26,
  })
  const result = JSON.parse(stdout) as Loaded
  if (result.quarantined > 0)
    throw new Error(
      `the intake refused ${result.quarantined} of ${result.rows}: ${JSON.stringify(result.problems[0])}`,
    )
  return result
}

/**
 * Seconds that a bare COPY of the same final columns takes into a table with the same keys and indexes,
 * ended by its commit.
 */
async function timeBareCopy(database: Database, file: string, batchId: number): Promise<number> {
  const client = await database.pool.connect()
  try {
    await pipeline(
      client.query(copyTo(`COPY (SELECT * FROM "Case" WHERE "batchId" = ${batchId}) TO STDOUT`)),
      createWriteStream(file),
    )
    await client.query('CREATE TABLE bare (LIKE "Case" INCLUDING ALL)')
    const started = performance.now()
    await pipeline(createReadStream(file), client.query(copyFrom('COPY bare FROM STDIN')))
    const taken = secondsSince(started)
    await client.query('DROP TABLE bare')
    return taken
  } finally {
    client.release()
    await rm(file, { force: true })
  }
}

/** What the first load of a size was like. */
export interface Loading {
  rowsPerSecond: number
  bareCopyRowsPerSecond: number
  shareOfBareCopy: number
  seconds: Record<string, number>
  peakMegabytes: number
}

/** Loads generated cases through the real intake, and the same rows by a bare COPY. */
export async function timeLoading(database: Database, folder: string, cases: number): Promise<Loading> {
  const file = path.join(folder, 'cases.csv')
  // A few cases spread over five years would leave the year that is asked about empty.
  const from = Math.max(fiveYears.from, fiveYears.to - Math.ceil(cases / 7))
  await writeCases(database, file, { count: cases, span: { ...fiveYears, from } })
  const result = await loadFile(folder, file)
  await rm(file)
  const bare = await timeBareCopy(database, path.join(folder, 'bare.copy'), result.batchId)
  await database.pool.query('VACUUM ANALYZE')
  const seconds = Object.fromEntries(
    Object.entries(result.seconds).map(([stage, value]) => [stage, rounded(value)]),
  )
  return {
    rowsPerSecond: Math.round(cases / result.taken),
    bareCopyRowsPerSecond: Math.round(cases / bare),
    shareOfBareCopy: rounded(bare / result.taken),
    seconds,
    peakMegabytes: result.peakMegabytes,
  }
}

/**
 * Seconds for what comes every day: a file of new cases, corrections all over the years, and taking
 * both back.
 */
export interface DailyTimes {
  rows: number
  newCases: number
  corrections: number
  undoCorrections: number
  undoNewCases: number
}

/**
 * Loads a day's file and scattered corrections on top of what is there, and undoes both, so that the
 * data is as before.
 */
export async function timeDaily(database: Database, folder: string, rows: number): Promise<DailyTimes> {
  const file = path.join(folder, 'daily.csv')
  await writeCases(database, file, { count: rows, span: nextDay })
  const fresh = await loadFile(folder, file)
  const keys = await database.pool.query<{ number: string }>(
    `SELECT "caseNumber" AS number FROM "Case" WHERE "completedDay" IS NOT NULL AND "batchId" <> $1
      ORDER BY hashtext("caseNumber") LIMIT $2`,
    [fresh.batchId, rows],
  )
  await writeFile(
    file,
    `caseNumber,outcome,channel\n${keys.rows.map(row => `${row.number},withdrawn,post`).join('\n')}\n`,
  )
  const corrected = await loadFile(folder, file)
  await rm(file)
  const undo = async (batchId: number): Promise<number> => {
    const started = performance.now()
    await undoBatch(database, batchId, { now: new Date(), byUser: 'bench' })
    return rounded(secondsSince(started))
  }
  const undoCorrections = await undo(corrected.batchId)
  return {
    rows: fresh.loaded,
    newCases: rounded(fresh.taken),
    corrections: rounded(corrected.taken),
    undoCorrections,
    undoNewCases: await undo(fresh.batchId),
  }
}
