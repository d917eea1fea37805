// Runs a program of the server from its build: node server/launch.js main|bw [words …]
//
// Compiling and loading hundreds of modules at every start costs seconds, so the server is built once.
// The build is named after the sources it was made from. Where a source has changed since, a new one is
// made, so that nobody has to remember to build. JavaScript, because it runs before anything is compiled.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, statSync } from 'node:fs'
import module from 'node:module'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const builds = path.join(root, 'dist', 'server')
const isSource = /\.[jt]s$/

/** Adds path, size and time of every source below a folder. Migrations are read, not compiled. */
function addSources(hash, folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) {
      if (entry.name !== 'migrations') addSources(hash, file)
    } else if (isSource.test(entry.name)) {
      addFile(hash, file)
    }
  }
}

function addFile(hash, file) {
  const { size, mtimeMs } = statSync(file)
  hash.update(`${file}\0${size}\0${mtimeMs}\n`)
}

function buildFolder() {
  const hash = createHash('sha256').update(process.version)
  addSources(hash, path.join(root, 'server'))
  addSources(hash, path.join(root, 'prisma'))
  addFile(hash, path.join(root, 'package.json'))
  return path.join(builds, hash.digest('hex').slice(0, 16))
}

/** Makes the build of the present sources, where there is none, and says where it lies. */
function ensureServer() {
  const folder = buildFolder()
  if (existsSync(folder)) return folder
  const builder = path.join(root, 'server', 'build', 'buildServer.ts')
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', builder, folder], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) process.exit(1)
  return folder
}

function run([program, ...words]) {
  const folder = ensureServer()
  if (program === undefined) return
  // Compiled code is kept beside the build (Node 22.1 and later).
  module.enableCompileCache?.(path.join(folder, 'cache'))
  const file = path.join(folder, `${program}.js`)
  process.argv = [process.execPath, file, ...words]
  import(pathToFileURL(file).href)
}

run(process.argv.slice(2))
