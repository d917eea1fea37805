import type { Plugin } from 'esbuild'
import { existsSync } from 'node:fs'
import { readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

// Builds the programs, threads and processes of the server into a folder; server/launch.js names the folder.
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..')
const programs = {
  main: 'server/main.ts',
  bw: 'server/cli/bw.ts',
  loadWorker: 'server/intake/worker/loadWorker.ts',
  sampleThread: 'server/intake/propose/sampleThread.ts',
  parseProcess: 'server/intake/read/workbook/parseProcess.ts',
}
/** Earlier builds that stay: a product that still runs one may load a part of it later. */
const kept = 2
/** An unfinished build of this age, in milliseconds, has no process that still writes it. */
const abandonedAfter = 3_600_000

/** Modules find data beside themselves by their address, so each keeps the address of its source. */
const sourceAddresses: Plugin = {
  name: 'source-addresses',
  setup: builder =>
    builder.onLoad({ filter: /\.ts$/ }, async ({ path: file }) => {
      const text = await readFile(file, 'utf8')
      const address = JSON.stringify(pathToFileURL(file).href)
      return { contents: text.replaceAll('import.meta.url', () => address), loader: 'ts' }
    }),
}

/** Removes the oldest builds, and what a process that was killed while building left behind. */
async function removeOld(folder: string): Promise<void> {
  const parent = path.dirname(folder)
  const names = (await readdir(parent)).filter(name => path.join(parent, name) !== folder)
  const dated = await Promise.all(
    names.map(async name => ({ name, time: (await stat(path.join(parent, name))).mtimeMs })),
  )
  const isPartial = (name: string): boolean => name.includes('.')
  const old = [
    ...dated
      .filter(({ name }) => !isPartial(name))
      .sort((a, b) => b.time - a.time)
      .slice(kept),
    ...dated.filter(({ name, time }) => isPartial(name) && time < Date.now() - abandonedAfter),
  ]
  await Promise.all(
    old.map(async ({ name }) => rm(path.join(parent, name), { recursive: true, force: true })),
  )
}

/** Builds into a folder of its own first: another process never meets half a build. */
async function buildServer(folder: string): Promise<void> {
  const partial = `${folder}.${process.pid}`
  await build({
    absWorkingDir: root,
    entryPoints: programs,
    outdir: partial,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    packages: 'external',
    alias: { '#measures': path.join(root, 'server/measures/index.ts') },
    define: { BUILT: 'true' },
    sourcemap: true,
    legalComments: 'none',
    logLevel: 'error',
    plugins: [sourceAddresses],
  })
  // Of several processes that build together, the first one's result stays.
  await rename(partial, folder).catch(async (error: unknown) => {
    await rm(partial, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  })
  // Another process may remove the same ones; what is left is removed after the next build.
  await removeOld(folder).catch(() => undefined)
}

const [folder = ''] = process.argv.slice(2)
buildServer(folder).catch((error: unknown) => {
  const said = error instanceof Error ? error.message : String(error)
  process.stderr.write(
    `未能编译服务端：${said}\nThe server could not be built: ${said}\n` +
      `安装目录须可写；以安装者身份运行一次 npm ci 即可。/ The folder of the installation must be writable; ` +
      `run npm ci once as its owner.\n`,
  )
  process.exit(1)
})
