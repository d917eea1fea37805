import { execFile } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { withFolderLock } from './storage/folderLock.ts'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const sources = [
  'client',
  'server/measures',
  'server/model',
  'server/common',
  'vite.config.ts',
  'package.json',
]

/** Where the built client lies. */
export const clientFolder = path.join(root, 'dist', 'client')

function newest(target: string): number {
  const stats = statSync(target)
  if (!stats.isDirectory()) return stats.mtimeMs
  return Math.max(stats.mtimeMs, ...readdirSync(target).map(name => newest(path.join(target, name))))
}

function isBuilt(): boolean {
  const index = path.join(clientFolder, 'index.html')
  const builtAt = existsSync(index) ? statSync(index).mtimeMs : 0
  return builtAt > Math.max(...sources.map(source => newest(path.join(root, source))))
}

/**
 * Builds the client where there is none or where a source is newer. Of several processes that start
 * together one builds and the others wait.
 */
export async function ensureClient(): Promise<void> {
  if (isBuilt()) return
  await mkdir(path.dirname(clientFolder), { recursive: true })
  await withFolderLock(`${clientFolder}.lock`, async () => (isBuilt() ? undefined : build()))
}

/** Removes what builds that were killed, and earlier clients, left beside the client. */
async function removeLeft(): Promise<void> {
  const place = path.dirname(clientFolder)
  const left = readdirSync(place).filter(name => /^client\.(?:new|old)-/.test(name))
  await Promise.all(left.map(async name => rm(path.join(place, name), { recursive: true, force: true })))
}

/** Builds under another name, so that a build that is killed never looks like a client. */
async function build(): Promise<void> {
  await removeLeft()
  const [made, old] = ['new', 'old'].map(name => `${clientFolder}.${name}-${process.pid}`) as [string, string]
  await runBuild(made)
  if (existsSync(clientFolder)) await rename(clientFolder, old)
  await rename(made, clientFolder)
  await removeLeft()
}

async function runBuild(to: string): Promise<void> {
  // A process of its own: the builder's memory is given back, and the build is the same whoever asks for it.
  const vite = path.join(
    path.dirname(createRequire(import.meta.url).resolve('vite/package.json')),
    'bin',
    'vite.js',
  )
  await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'warn', '--outDir', to], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
  })
}

/** Serves the client from its sources, with the API behind it; for people who work on the product. */
export async function serveSources(api: string): Promise<string> {
  const { createServer } = await import('vite')
  // The product answers its own address alone; the sources come from a neighbour on this machine.
  const behind = { target: api, changeOrigin: true, headers: { origin: api } }
  const server = await createServer({
    configFile: path.join(root, 'vite.config.ts'),
    server: {
      port: 4601,
      host: '127.0.0.1',
      proxy: Object.fromEntries(['/trpc', '/files', '/auth', '/uploads', '/api'].map(path => [path, behind])),
    },
  })
  await server.listen()
  return server.resolvedUrls?.local[0] ?? 'http://127.0.0.1:4601/'
}
