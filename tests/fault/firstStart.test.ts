import type { Database } from '../../server/storage/database.ts'
import type { StartedProduct } from '../support/startedProduct.ts'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { centresOf } from '../../server/centres/centre.ts'
import { verifyCentre } from '../../server/intake/batch/verify.ts'
import { openDatabase } from '../../server/storage/database.ts'
import { clusterFolder, killServer, serverProcess, startIn } from '../support/startedProduct.ts'

/** So many instants of a first start are tried; BW_KILLS=20 tries more, each on a folder of its own. */
const kills = Number(process.env.BW_KILLS ?? '4')
const isLong = kills > 4
/** Days after the county's opening, so that a first start loads little; no morning's work beside it. */
const environment = { BW_NOW: '2012-08-14T00:00:00Z', BW_LOG: 'error', BW_BRIEFINGS_AT: 'off' }

const folders: string[] = []
const started: StartedProduct[] = []
let undisturbed: { seconds: number; digest: unknown }

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'brightwindow-first-'))
  folders.push(folder)
  return folder
}

function start(folder: string): StartedProduct {
  const product = startIn(folder, environment)
  started.push(product)
  return product
}

async function rowCounts({ pool }: Database): Promise<Record<string, number>> {
  const tables = await pool.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
      WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' ORDER BY 1`,
  )
  const counts: Record<string, number> = {}
  for (const { name } of tables.rows)
    counts[name] = Number(
      (await pool.query<{ count: string }>(`SELECT count(*) FROM "${name}"`)).rows[0]?.count,
    )
  return counts
}

/** What a finished first start leaves: rows of every table, the cases themselves, and files. */
async function digestOf(folder: string): Promise<unknown> {
  const database = await openDatabase({ databaseUrl: null, dataFolder: folder })
  try {
    const cases = await database.pool.query<{ hash: string }>(
      `SELECT md5(string_agg("caseNumber" || "receivedAt"::text || coalesce("completedAt"::text, ''), ','
        ORDER BY "caseNumber")) AS hash FROM "Case"`,
    )
    const centre = await centresOf(database).find('pinghe')
    const state = await database.prisma.setting.findUnique({ where: { key: 'demo' } })
    return {
      rows: await rowCounts(database),
      cases: cases.rows[0]?.hash,
      differences: (await verifyCentre(database, centre)).differences,
      state: state?.value,
    }
  } finally {
    await database.close()
  }
}

/** Files that only an unfinished start has. */
async function leftovers(folder: string): Promise<string[]> {
  const places = [folder, path.dirname(clusterFolder(folder))]
  const names = (await Promise.all(places.map(async place => readdir(place)))).flat()
  return names.filter(name => /\.partial$|^postgres\.(?:new|aside)-|^initial-password-/.test(name))
}

/** The next start, which must come to its end by itself. */
async function complete(folder: string, after: string): Promise<void> {
  const product = start(folder)
  const address = await product.ready
  expect(address, `${after}: ${product.complaint()}`).not.toBeNull()
  expect((await fetch(`${address}/readyz`)).status, after).toBe(200)
  expect(await digestOf(folder), after).toEqual(undisturbed.digest)
  expect(await leftovers(folder), after).toEqual([])
  await product.stop()
}

beforeAll(async () => {
  const folder = await newFolder()
  const begun = performance.now()
  const product = start(folder)
  expect(await product.ready, product.complaint()).not.toBeNull()
  const seconds = (performance.now() - begun) / 1000
  undisturbed = { seconds, digest: await digestOf(folder) }
  await product.stop()
}, 300_000)

afterAll(async () => {
  for (const product of started) await product.kill()
  for (const folder of folders) {
    const server = serverProcess(folder)
    if (server !== null) killServer(server)
    const cluster = clusterFolder(folder)
    if (!cluster.startsWith(folder)) await rm(path.dirname(cluster), { recursive: true, force: true })
    await rm(folder, { recursive: true, force: true })
  }
})

/** Kills a start some time after its beginning, every other time with its server. Returns what it says. */
async function killAt(folder: string, index: number): Promise<string> {
  const seconds = (undisturbed.seconds * (index + 0.5)) / kills
  const product = start(folder)
  await pause(seconds * 1000)
  await product.kill(index % 2 === 0 ? undefined : 'server')
  const after = `killed after ${seconds.toFixed(1)} s${index % 2 === 0 ? '' : ' with its server'}`
  expect(product.complaint(), after).toBe('')
  if (isLong) process.stdout.write(`${after} of ${undisturbed.seconds.toFixed(1)} s\n`)
  return after
}

it(`a first start killed at ${kills} instants is brought to its end by the next one`, async () => {
  let folder = await newFolder()
  let after = ''
  for (let index = 0; index < kills; index++) {
    after = await killAt(folder, index)
    if (!isLong) continue
    await complete(folder, after)
    folder = await newFolder()
  }
  // In the short form each start is killed on the folder that the one before it left.
  if (!isLong) await complete(folder, after)
}, 3_600_000)
