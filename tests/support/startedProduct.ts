import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { isAlive } from '../../server/storage/folderLock.ts'

const launcher = fileURLToPath(new URL('../../server/launch.js', import.meta.url))

/** The product in a process group of its own, started as by `npm start`. */
export interface StartedProduct {
  child: ChildProcess
  /** What it has written to standard error. */
  complaint: () => string
  /** Resolves with its address, or with null where it ends before listening. */
  ready: Promise<string | null>
  /** Kills it and its child processes; with `server`, also its PostgreSQL server, as in a power failure. */
  kill: (also?: 'server') => Promise<void>
  stop: () => Promise<void>
}

/** The folder of the PostgreSQL server in a data folder. */
export function clusterFolder(dataFolder: string): string {
  const elsewhere = path.join(dataFolder, 'postgres-is-elsewhere.txt')
  return existsSync(elsewhere) ? readFileSync(elsewhere, 'utf8').trim() : path.join(dataFolder, 'postgres')
}

/** The process id of the PostgreSQL server of a data folder; null where it is not running. */
export function serverProcess(dataFolder: string): number | null {
  const file = path.join(clusterFolder(dataFolder), 'postmaster.pid')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) || null : null
}

/** Kills a PostgreSQL server, which may have ended already. */
export function killServer(pid: number): void {
  if (isAlive(pid)) process.kill(pid, 'SIGKILL')
}

/** Starts the product on a data folder. */
export function startIn(dataFolder: string, environment: Record<string, string>): StartedProduct {
  const child = spawn(process.execPath, [launcher, 'main'], {
    env: { ...process.env, VITEST: '', BW_DATA: dataFolder, PORT: '0', HOST: '127.0.0.1', ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  })
  let said = ''
  child.stderr.on('data', chunk => (said += String(chunk)))
  const exit = once(child, 'exit')
  const addressOf = (): string | null => {
    const lock = path.join(dataFolder, 'product.lock')
    const [pid, address] = existsSync(lock) ? readFileSync(lock, 'utf8').split('\n') : []
    return Number(pid) === child.pid && address ? address : null
  }
  const listens = async (): Promise<string | null> => {
    while (child.exitCode === null && child.signalCode === null) {
      const address = addressOf()
      if (address !== null) return address
      await pause(50)
    }
    return null
  }
  return {
    child,
    complaint: () => said,
    ready: listens(),
    kill: async also => {
      const server = also === undefined ? null : serverProcess(dataFolder)
      if (child.exitCode === null && child.signalCode === null && child.pid !== undefined)
        process.kill(-child.pid, 'SIGKILL')
      if (server !== null) killServer(server)
      await exit
    },
    stop: async () => {
      child.kill('SIGTERM')
      await exit
    },
  }
}
