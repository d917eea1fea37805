import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import type { Config } from './config.ts'
import type { Database } from './storage/database.ts'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import pino from 'pino'
import { isUntouched, loadDemo, refreshDemo } from '../prisma/demo/county.ts'
import { isLoopback } from './access/permissions.ts'
import { buildHttp } from './http.ts'
import { Jobs } from './intake/jobs.ts'
import { buildMissingTiers, stopBuilding } from './intake/tiers/build.ts'
import { Uploads } from './intake/uploads.ts'
import { NamedError } from './measures/errors.ts'
import { prepareDatabase } from './prepare.ts'
import { openDatabase } from './storage/database.ts'
import { holderOf } from './storage/folderLock.ts'

/** A product at work. */
export interface Product {
  address: string
  stop: () => Promise<void>
}

/** What the caller wants besides the configuration. */
export interface ProductOptions {
  clientFolder: string | null
  say: (line: string) => void
}

/** One product a data folder: a second one is told where the first is. */
async function claimFolder(config: Config): Promise<(address: string) => Promise<void>> {
  const file = path.join(config.dataFolder, 'product.lock')
  await mkdir(config.dataFolder, { recursive: true })
  const holder = holderOf(file)
  if (holder !== null && holder !== process.pid)
    throw new NamedError('already-running', { pid: holder, address: readFileSync(file, 'utf8').split('\n')[1] ?? '' })
  const write = async (address: string): Promise<void> => writeFile(file, `${process.pid}\n${address}\n`)
  await write('')
  return write
}

async function prepareData(database: Database, config: Config, say: (line: string) => void): Promise<void> {
  await prepareDatabase(database)
  if (await isUntouched(database)) {
    say('载入演示县（平和县）… / loading the demo county (Pinghe) …')
    await loadDemo(database, { now: config.clock(), onStep: (target, result) => say(`  ${target}: ${result.rows}`) })
  }
  else {
    await refreshDemo(database, { now: config.clock(), onStep: (target, result) => say(`  ${target}: +${result.loaded + result.corrected}`) })
  }
}

/** Builds what a new version of the measures needs while people already work; until then those questions are answered from facts. Returns how to break it off. */
function buildInBackground(database: Database, logger: Logger): () => Promise<void> {
  const building = buildMissingTiers(database, built => logger.info(built, 'tiers built'))
    .catch((error: unknown) => logger.error({ err: error }, 'tiers were not built to the end'))
  return async () => {
    await stopBuilding(database).catch(() => undefined)
    await building
  }
}

async function intakeParts(config: Config, logger: Logger): Promise<{ uploads: Uploads, jobs: Jobs }> {
  const uploads = new Uploads(config.dataFolder, config.limits)
  await uploads.clear()
  const jobs = new Jobs((error) => {
    const reference = randomUUID().slice(0, 8)
    logger.error({ reference, err: error }, 'import failed')
    return reference
  })
  return { uploads, jobs }
}

async function listen(app: FastifyInstance, config: Config): Promise<string> {
  try {
    return await app.listen({ host: config.host, port: config.port })
  }
  catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EADDRINUSE')
      throw new NamedError('already-running', { pid: '?', address: `http://${config.host}:${config.port}` }, cause)
    throw cause
  }
}

/** Starts everything: folder, database, demo or its missing days, HTTP. Errors: already-running, host-not-allowed, and those of the database. */
export async function startProduct(config: Config, options: ProductOptions): Promise<Product> {
  if (!isLoopback(config.host))
    throw new NamedError('host-not-allowed', { host: config.host })
  const writeAddress = await claimFolder(config)
  const lock = path.join(config.dataFolder, 'product.lock')
  const undo: (() => Promise<unknown>)[] = [async () => rm(lock, { force: true })]
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse())
      await step()
  }
  try {
    const database = await openDatabase(config)
    undo.push(async () => database.close())
    await prepareData(database, config, options.say)
    const logger = pino({ level: process.env.BW_LOG ?? 'info' }, pino.destination({ dest: path.join(config.dataFolder, 'product.log'), mkdir: true, sync: false }))
    const { uploads, jobs } = await intakeParts(config, logger)
    const app = await buildHttp({ database, clock: config.clock, logger, clientFolder: options.clientFolder, uploads, jobs, limits: config.limits })
    undo.push(async () => app.close(), async () => jobs.stop())
    const address = await listen(app, config)
    await writeAddress(address)
    undo.push(buildInBackground(database, logger))
    return { address, stop }
  }
  catch (error) {
    await stop()
    throw error
  }
}
