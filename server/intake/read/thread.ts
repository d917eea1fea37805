import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

// Defined while the server is built (server/build/buildServer.ts); absent when the sources run.
declare const BUILT: true | undefined

/** Where the build of a thread's module lies: beside the build of this module. */
const builtModule = (source: URL): URL =>
  pathToFileURL(path.join(import.meta.dirname, `${path.basename(fileURLToPath(source), '.ts')}.js`))

/**
 * The program of a worker that runs a module of the server, for `new Worker(…, { eval: true })`. In a
 * build it loads the built module. From the sources it first tells the thread how TypeScript is read,
 * which a thread does not know, whatever the process was started with.
 */
export function threadProgram(source: URL): string {
  if (typeof BUILT !== 'undefined') return `import(${JSON.stringify(builtModule(source).href)})`
  return `require('node:module').register('tsx/esm', ${JSON.stringify(import.meta.url)}, { data: true })
import(${JSON.stringify(source.href)})`
}
