import type { Cluster } from './cluster.ts'
import { randomInt } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { isNamedError } from '../common/errors.ts'
import { locateCluster } from './cluster.ts'
import { isAlive, withFolderLock } from './folderLock.ts'
import { initialise, isInitialised, ownedFile, runAs, settings, superuser } from './newCluster.ts'

const databaseName = 'brightwindow'
const startTries = 12
const portFile = 'brightwindow.port'
const firstPort = 20_000
const endOfPorts = 32_000

/** A running embedded PostgreSQL server, shared by every process with the same data folder. */
export interface EmbeddedServer {
  url: string
  /** Disconnects; the last process to leave stops the server. Safe to call twice. */
  release: () => Promise<void>
}

async function isFree(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}

/** A free port outside the range of outgoing connections, which could hold it when the server restarts. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(firstPort, endOfPorts)
    if (await isFree(port)) return port
  }
}

function urlAt(cluster: Cluster, port: number, database: string): string {
  return `postgresql://${superuser}:${cluster.password}@127.0.0.1:${port}/${database}`
}

/** Runs `work` with a connection of its own. A dropped or refused connection results in an error. */
async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 3000,
    query_timeout: 60_000,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function answers(url: string): Promise<boolean> {
  return withClient(url, async client => client.query('SELECT 1')).then(
    () => true,
    () => false,
  )
}

/** The port of a running server of this cluster; null where there is none. */
async function runningPort(cluster: Cluster): Promise<number | null> {
  const file = path.join(cluster.folder, 'postmaster.pid')
  if (!existsSync(file)) return null
  const [pid, , , port] = (await readFile(file, 'utf8')).split('\n')
  if (!isAlive(Number(pid)) || !(await answers(urlAt(cluster, Number(port), 'postgres')))) return null
  return Number(port)
}

/** The port of the last start, so that connected processes find a restarted server again. */
async function lastPort(cluster: Cluster): Promise<number | null> {
  const port = Number(await readFile(path.join(cluster.folder, portFile), 'utf8').catch(() => ''))
  return Number.isInteger(port) && port > 0 ? port : null
}

async function start(cluster: Cluster): Promise<number> {
  if (!(await isInitialised(cluster))) await initialise(cluster)
  await ownedFile(cluster, 'brightwindow.conf', settings)
  const before = await lastPort(cluster)
  for (let left = startTries; ; left--) {
    // A start that was killed may have left a server that has only become ready now.
    const running = await runningPort(cluster)
    if (running !== null) return running
    // The last attempts use another port, in case this one is in use.
    const port = before !== null && left > startTries / 2 ? before : await freePort()
    try {
      await runAs(cluster, 'pg_ctl', [
        'start',
        '-w',
        '-t',
        '60',
        '-D',
        cluster.folder,
        '-l',
        cluster.log,
        '-o',
        `-p ${port}`,
      ])
      await ownedFile(cluster, portFile, String(port))
      return port
    } catch (error) {
      // The child processes of a killed server keep its memory for a moment, and a free port can be taken by
      // another process.
      if (left === 0 || (isNamedError(error) && error.name === 'disk-full')) throw error
      await pause(1000)
    }
  }
}

async function ensureDatabase(cluster: Cluster, port: number): Promise<void> {
  await withClient(urlAt(cluster, port, 'postgres'), async client => {
    const result = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [databaseName])
    if (result.rowCount === 0) await client.query(`CREATE DATABASE ${databaseName}`)
  })
}

async function othersConnected(url: string): Promise<boolean> {
  return withClient(url, async client => {
    const result = await client.query(
      "SELECT 1 FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()",
    )
    return (result.rowCount ?? 0) > 0
  })
}

async function stopIfLast(cluster: Cluster): Promise<void> {
  const port = await runningPort(cluster)
  if (port !== null && !(await othersConnected(urlAt(cluster, port, 'postgres'))))
    await runAs(cluster, 'pg_ctl', ['stop', '-w', '-t', '60', '-m', 'fast', '-D', cluster.folder])
}

/** A running server, with a connection that prevents other processes from stopping it. */
interface RunningCluster {
  cluster: Cluster
  client: pg.Client
  url: string
  /**
   * A promise that resolves when the connection ends; an event could be missed by a listener that is added
   * later.
   */
  gone: Promise<void>
}

async function keep(dataFolder: string, mayCreate: boolean): Promise<RunningCluster> {
  const cluster = await locateCluster(dataFolder)
  const port = (await runningPort(cluster)) ?? (await start(cluster))
  if (mayCreate) await ensureDatabase(cluster, port)
  const url = urlAt(cluster, port, databaseName)
  const client = new pg.Client({
    connectionString: url,
    application_name: 'brightwindow-supervisor',
    connectionTimeoutMillis: 10_000,
  })
  client.on('error', () => undefined)
  const gone = new Promise<void>(resolve => client.once('end', () => resolve()))
  await client.connect()
  return { cluster, client, url, gone }
}

/**
 * Stays connected to the data folder's server, and restarts it whenever it has stopped, until `leave` is
 * called.
 */
class Supervisor {
  private left = false
  private kept: RunningCluster | null = null
  private restarting: Promise<void> = Promise.resolve()
  private readonly lock: string
  private readonly dataFolder: string

  constructor(lock: string, dataFolder: string) {
    this.lock = lock
    this.dataFolder = dataFolder
  }

  /** Starts or joins the server. A missing database is created only at the first start. */
  async begin(mayCreate: boolean): Promise<string> {
    const kept = await withFolderLock(this.lock, async () => keep(this.dataFolder, mayCreate))
    this.kept = kept
    void kept.gone.then(() => {
      if (!this.left) this.restarting = this.startAgain()
    })
    return kept.url
  }

  /** The last process to leave stops the server. Safe to call twice. */
  async leave(): Promise<void> {
    if (this.left) return
    this.left = true
    await this.restarting
    const { kept } = this
    if (!kept) return
    await withFolderLock(this.lock, async () => {
      await kept.client.end().catch(() => undefined)
      await stopIfLast(kept.cluster)
    })
  }

  private async startAgain(): Promise<void> {
    while (!this.left) {
      const url = await this.begin(false).catch(() => null)
      if (url !== null) return
      await pause(1000)
    }
  }
}

/**
 * Starts the data folder's embedded PostgreSQL server, or joins a running one. Errors: embedded-unavailable,
 * embedded-failed, disk-full.
 */
export async function joinEmbeddedServer(dataFolder: string): Promise<EmbeddedServer> {
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  const lock = path.join(dataFolder, 'postgres.lock')
  const supervisor = new Supervisor(lock, dataFolder)
  const url = await supervisor.begin(true)
  return { url, release: async () => supervisor.leave() }
}
