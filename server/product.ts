import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import type { DeliverySettings } from './briefing/delivery/channels.ts'
import type { Config } from './config.ts'
import type { Database } from './storage/database.ts'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { isUntouched, loadDemo, refreshDemo } from '../prisma/demo/county.ts'
import { noteAuditHead } from './access/auditHead.ts'
import { hasAdministrator } from './access/demoAccounts.ts'
import { openAccess } from './access/index.ts'
import { invite } from './access/invitations.ts'
import { deliverDue } from './briefing/delivery/deliver.ts'
import { tellPeople } from './briefing/schedule.ts'
import { isNamedError, NamedError } from './common/errors.ts'
import { buildHttp } from './http.ts'
import { Jobs } from './intake/jobs/jobs.ts'
import { Uploads } from './intake/jobs/uploads.ts'
import { removePartialBackups } from './operations/backups.ts'
import { Daily } from './operations/daily.ts'
import { createLogger, openLogFile } from './operations/log.ts'
import { prepareDatabase } from './prepare.ts'
import { buildMissingRollups, stopBuilding } from './rollups/maintain/build.ts'
import { openDatabase } from './storage/database.ts'
import { isDiskFull } from './storage/failures.ts'
import { holderOf } from './storage/folderLock.ts'
import { privateFolder, removePartial, writeWhole } from './storage/ownFiles.ts'

/** A product at work. */
export interface Product {
  address: string
  stop: () => Promise<void>
}

/** What the caller wants besides the configuration. */
interface ProductOptions {
  clientFolder: string | null
  say: (line: string) => void
}

/** One product a data folder: a second one is told where the first is. */
async function claimFolder(config: Config): Promise<(address: string) => Promise<void>> {
  const file = path.join(config.dataFolder, 'product.lock')
  await mkdir(config.dataFolder, { recursive: true, mode: 0o700 })
  // The product's own server sees to the rights of its way itself.
  if (config.databaseUrl !== null) await privateFolder(config.dataFolder)
  const holder = holderOf(file)
  if (holder !== null && holder !== process.pid)
    throw new NamedError('already-running', {
      pid: holder,
      address: readFileSync(file, 'utf8').split('\n')[1] ?? '',
    })
  const write = async (address: string): Promise<void> => writeWhole(file, `${process.pid}\n${address}\n`)
  await write('')
  return write
}

async function prepareData(database: Database, config: Config, say: (line: string) => void): Promise<void> {
  await prepareDatabase(database)
  if (await isUntouched(database)) {
    say('载入演示县（平和县）… / loading the demo county (Pinghe) …')
    await loadDemo(database, {
      now: config.clock(),
      onStep: (target, result) => say(`  ${target}: ${result.rows}`),
    })
  } else {
    await refreshDemo(database, {
      now: config.clock(),
      onStep: (target, result) => say(`  ${target}: +${result.loaded + result.corrected}`),
    })
  }
}

/**
 * Builds what a new version of the measures needs while people already work; until then those questions
 * are answered from facts. Returns how to break it off.
 */
function buildInBackground(database: Database, logger: Logger): () => Promise<void> {
  const building = buildMissingRollups(database, built => logger.info(built, 'rollups built')).catch(
    (error: unknown) => logger.error({ err: error }, 'rollups were not built to the end'),
  )
  return async () => {
    await stopBuilding(database).catch(() => undefined)
    await building
  }
}

async function intakeParts(config: Config, logger: Logger): Promise<{ uploads: Uploads; jobs: Jobs }> {
  const uploads = new Uploads(config.dataFolder, config.limits)
  await uploads.clear()
  const jobs = new Jobs(error => {
    const reference = randomUUID().slice(0, 8)
    logger.error({ reference, err: error }, 'import failed')
    return reference
  })
  return { uploads, jobs }
}

async function listen(app: FastifyInstance, config: Config): Promise<string> {
  try {
    return await app.listen({ host: config.host, port: config.port })
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EADDRINUSE')
      throw new NamedError('port-taken', { address: `${config.host}:${config.port}` }, cause)
    throw cause
  }
}

async function tlsTexts({ tls }: Config): Promise<{ cert: string; key: string } | null> {
  if (!tls) return null
  const read = async (argument: string, file: string): Promise<string> =>
    readFile(file, 'utf8').catch((cause: unknown) => {
      throw new NamedError('bad-arguments', { argument, value: file }, cause)
    })
  return { cert: await read('BW_TLS_CERT', tls.cert), key: await read('BW_TLS_KEY', tls.key) }
}

/** While nobody has an account, the console (and it alone) shows the link that makes the first one. */
async function offerSetUp(
  database: Database,
  config: Config,
  { address, say }: { address: string; say: (line: string) => void },
): Promise<void> {
  if (await hasAdministrator(database)) return
  const token = await invite(database, { userId: null, createdBy: 'server', now: config.clock() })
  say(
    '还没有账户。用这个链接建立管理员账户（只能用一次）/ No account yet. This link makes the administrator’s, ' +
      `once:\n  ${config.signIn.publicUrls[0] ?? address}/invitation#${token}`,
  )
}

interface ServerParts {
  logger: Logger
  clientFolder: string | null
  undo: (() => Promise<unknown>)[]
}

/** The work of each day: backup, briefings and the notices that people follow. */
function dailyWork(
  database: Database,
  { clock, dataFolder, operations: settings, backupKeys }: Config,
  { logger, delivery }: Pick<ServerParts, 'logger'> & { delivery: DeliverySettings },
): Daily {
  return new Daily({
    database,
    dataFolder,
    clock,
    logger,
    settings,
    backupKeys,
    tell: async centres => tellPeople(database, centres, { now: clock(), logger, ...delivery }),
    deliver: async centre => deliverDue({ database, centre, now: clock(), settings: delivery, logger }),
  })
}

async function buildServer(
  database: Database,
  config: Config,
  { logger, clientFolder, undo }: ServerParts,
): Promise<FastifyInstance> {
  const { clock, dataFolder, backupKeys, limits, perMinute, proxies } = config
  const { uploads, jobs } = await intakeParts(config, logger)
  const access = await openAccess(database, { ...config.signIn, clock })
  const delivery = {
    mail: config.mail,
    rooms: config.chatRooms,
    address: config.signIn.publicUrls[0] ?? null,
  }
  const app = await buildHttp({
    database,
    access,
    clock,
    logger,
    clientFolder,
    dataFolder,
    backupKeys,
    delivery,
    uploads,
    jobs,
    limits,
    perMinute,
    proxies,
    tls: await tlsTexts(config),
  })
  const daily = dailyWork(database, config, { logger, delivery })
  undo.push(
    async () => daily.stop(),
    async () => app.close(),
    async () => jobs.stop(),
  )
  return app
}

/**
 * Starts everything: folder, database, demo or its missing days, HTTP. Errors: already-running,
 * disk-full, and those of the database.
 */
export async function startProduct(config: Config, options: ProductOptions): Promise<Product> {
  const undo: (() => Promise<unknown>)[] = []
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  try {
    const writeAddress = await claimFolder(config)
    undo.push(async () => rm(path.join(config.dataFolder, 'product.lock'), { force: true }))
    const database = await openDatabase(config)
    undo.push(async () => database.close())
    await prepareData(database, config, options.say)
    await removePartialBackups(config.dataFolder)
    await removePartial(config.dataFolder)
    const logFile = openLogFile(config.dataFolder)
    undo.push(async () => logFile.close())
    const logger = createLogger(logFile)
    const app = await buildServer(database, config, { logger, clientFolder: options.clientFolder, undo })
    const address = await listen(app, config)
    await writeAddress(address)
    logger.info({ address }, 'started')
    await noteAuditHead(database, config.dataFolder, config.clock())
      .then(head => logger.info(head, 'audit head'))
      .catch((error: unknown) => logger.error({ err: error }, 'audit log was cut'))
    await offerSetUp(database, config, { address, say: options.say })
    undo.push(buildInBackground(database, logger))
    return { address, stop }
  } catch (error) {
    await stop().catch(() => undefined)
    throw isDiskFull(error) && !isNamedError(error) ? new NamedError('disk-full', {}, error) : error
  }
}
