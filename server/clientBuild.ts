import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const sources = ['client', 'server/measures', 'server/facts', 'vite.config.ts', 'package.json']

/** Where the built client lies. */
export const clientFolder = path.join(root, 'dist', 'client')

function newest(target: string): number {
  const found = statSync(target)
  if (!found.isDirectory())
    return found.mtimeMs
  return Math.max(found.mtimeMs, ...readdirSync(target).map(name => newest(path.join(target, name))))
}

/** Builds the client where there is none or where a source is newer. */
export async function ensureClient(): Promise<void> {
  const index = path.join(clientFolder, 'index.html')
  const builtAt = existsSync(index) ? statSync(index).mtimeMs : 0
  if (builtAt > Math.max(...sources.map(source => newest(path.join(root, source)))))
    return
  const { build } = await import('vite')
  await build({ root, configFile: path.join(root, 'vite.config.ts'), logLevel: 'warn' })
}

/** Serves the client from its sources, with the API behind it; for people who work on the product. */
export async function serveSources(api: string): Promise<string> {
  const { createServer } = await import('vite')
  const server = await createServer({ root, configFile: path.join(root, 'vite.config.ts'), server: { port: 4601, host: '127.0.0.1', proxy: { '/trpc': api } } })
  await server.listen()
  return server.resolvedUrls?.local[0] ?? 'http://127.0.0.1:4601/'
}
