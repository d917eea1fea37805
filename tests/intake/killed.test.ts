import type { ChildProcess } from 'node:child_process'
import type { LoadResult } from '../../server/intake/jobs/request.ts'
import type { Database } from '../../server/storage/database.ts'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { measureNamed, partKey, partsOf } from '#measures'
import { centresOf } from '../../server/centres/centre.ts'
import { undoBatch } from '../../server/intake/batch/undoBatch.ts'
import { verifyCentre } from '../../server/intake/batch/verify.ts'
import { wholeScope } from '../../server/measures/scope.ts'
import { prepareDatabase } from '../../server/prepare.ts'
import { ask } from '../../server/query/ask.ts'
import { openDatabase } from '../../server/storage/database.ts'
import { loadProposed, temporaryFile } from '../support/files.ts'
import { addCentre, loadSmallHall, testNow } from '../support/load.ts'

const worker = fileURLToPath(new URL('killed.worker.ts', import.meta.url))
const cases = 5000
const corrected = 2500
/** Half of the kills take the product, half the database server under it. */
const kills = 6
/** Instants are drawn from this seed, so that a failure can be seen again. */
let seed = 20_121_231
const random = (): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648

const dayOf = (index: number): string => String((index % 28) + 1).padStart(2, '0')

function freshRow(index: number): string {
  const item = ['NOW', 'TEN', 'THIRTY'][index % 3]
  const day = dayOf(index)
  return `K${index},${item},2012-09-${day} 09:00,2012-09-${day} 09:30,2012-10-${day} 10:00`
}

const csvOf = (lines: string[]): string => `${lines.join('\n')}\n`
const fresh = temporaryFile(
  'fresh.csv',
  csvOf([
    'caseNumber,item,receivedAt,acceptedAt,completedAt',
    ...Array.from({ length: cases }, (_, index) => freshRow(index)),
    'BROKEN,NOPE,2012-09-03,,',
  ]),
)
const corrections = temporaryFile(
  'corrections.csv',
  csvOf([
    'caseNumber,channel,completedAt',
    ...Array.from({ length: corrected }, (_, index) => `K${index * 2},online,2012-11-${dayOf(index)} 10:00`),
  ]),
)

let folder: string
let undisturbed: { totals: unknown; counts: unknown }
const children: ChildProcess[] = []

async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase({ databaseUrl: null, dataFolder: folder })
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

async function totals(database: Database): Promise<unknown> {
  const measures = ['casesReceived', 'casesCompleted', 'onTimeRate', 'averageHandlingTime'] as const
  const answer = await ask(
    { measures: [...measures], centres: ['kill'], period: '2012', groupBy: ['channel'] },
    { database, scope: wholeScope, now: testNow },
  )
  return [answer.current.overall, measures.flatMap(id => partsOf(measureNamed(id)).map(partKey))]
}

const counts = ({ rows, loaded, unchanged, corrected: changed, quarantined }: LoadResult): unknown => ({
  rows,
  loaded,
  unchanged,
  changed,
  quarantined,
})

async function loadBoth(database: Database): Promise<{ totals: unknown; counts: unknown }> {
  const first = await loadProposed(database, 'kill', { file: fresh, target: 'cases' })
  const second = await loadProposed(database, 'kill', { file: corrections, target: 'cases' })
  return { totals: await totals(database), counts: [counts(first), counts(second)] }
}

async function undoAll(database: Database): Promise<void> {
  for (const { id } of await database.prisma.importBatch.findMany({
    where: { target: 'cases', undoneAt: null },
    orderBy: { id: 'desc' },
  }))
    await undoBatch(database, id, { now: testNow, byUser: 'test' })
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'brightwindow-killed-'))
  undisturbed = await withDatabase(async database => {
    await prepareDatabase(database)
    await addCentre(database, 'kill')
    await loadSmallHall(database, 'kill')
    return loadBoth(database)
  })
})
afterAll(async () => {
  children.forEach(child => child.kill('SIGKILL'))
  await rm(folder, { recursive: true, force: true })
})

/** The process of the folder's PostgreSQL server. */
function serverProcess(): number {
  const elsewhere = path.join(folder, 'postgres-is-elsewhere.txt')
  const cluster = existsSync(elsewhere)
    ? readFileSync(elsewhere, 'utf8').trim()
    : path.join(folder, 'postgres')
  const file =
    [cluster, ...readdirSync(cluster).map(name => path.join(cluster, name))]
      .map(place => path.join(place, 'postmaster.pid'))
      .find(existsSync) ?? path.join(cluster, 'postmaster.pid')
  return Number(readFileSync(file, 'utf8').split('\n')[0])
}

/**
 * Lets a worker run until it takes a step of that kind, then kills it, or the server under it, some
 * time later: on a slow machine within the step.
 */
async function kill(
  what: 'product' | 'server',
  { during, after }: { during: string; after: number },
): Promise<string> {
  const child = spawn(process.execPath, ['--import', 'tsx', worker, folder, fresh, corrections], {
    env: { ...process.env, VITEST: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  let step = ''
  let complaint = ''
  child.stdout.on('data', chunk => (step = String(chunk).trim().split('\n').at(-1) ?? ''))
  child.stderr.on('data', chunk => (complaint += String(chunk)))
  const exit = once(child, 'exit')
  const taken = new Promise<void>(resolve => child.stdout.on('data', () => step === during && resolve()))
  await Promise.race([taken, exit])
  if (step === '') throw new Error(complaint)
  await pause(after)
  if (what === 'product') child.kill('SIGKILL')
  else process.kill(serverProcess(), 'SIGKILL')
  await exit
  return step
}

it(`killed at ${kills} instants, product or server: the old state or the new, and it recovers`, async () => {
  const steps: string[] = []
  for (let round = 0; round < kills; round++) {
    steps.push(
      await kill(round % 2 === 0 ? 'product' : 'server', {
        during: ['load', 'correct', 'undo'][round % 3] ?? '',
        after: Math.round(random() * 1500),
      }),
    )
    await withDatabase(async database => {
      const centre = await centresOf(database).find('kill')
      const there = await database.prisma.case.count({ where: { centreId: centre.id } })
      const changed = await database.prisma.case.count({ where: { centreId: centre.id, channel: 'online' } })
      expect(
        [
          [0, 0],
          [cases, 0],
          [cases, corrected],
        ],
        `round ${round} ${steps.at(-1)}`,
      ).toContainEqual([there, changed])
      expect(
        await database.prisma.importBatch.count({ where: { committedAt: null } }),
        `round ${round}`,
      ).toBe(0)
      expect((await verifyCentre(database, centre)).differences, `round ${round}`).toEqual([])
    })
  }
  // Kills that all fell into the same step would prove little.
  expect(new Set(steps).size, steps.join(' ')).toBeGreaterThan(1)
  await withDatabase(async database => {
    await undoAll(database)
    expect(await loadBoth(database)).toEqual(undisturbed)
    expect((await verifyCentre(database, await centresOf(database).find('kill'))).differences).toEqual([])
  })
}, 600_000)
