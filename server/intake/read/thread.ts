import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

// Defined while the server is built (server/build/buildServer.ts); absent when the sources run.
declare const BUILT: true | undefined

/** The path of a thread's built module, beside the build of this one. */
const builtModule = (source: URL): URL =>
  pathToFileURL(path.join(import.meta.dirname, `${path.basename(fileURLToPath(source), '.ts')}.js`))

/**
 * The program of a worker that runs a module of the server, for `new Worker(…, { eval: true })`. In a build
 * it imports the built module. From sources it first registers the TypeScript loader, which a thread does not
 * inherit from its process.
 */
export function threadProgram(source: URL): string {
  if (typeof BUILT !== 'undefined') return `import(${JSON.stringify(builtModule(source).href)})`
  return `require('node:module').register('tsx/esm', ${JSON.stringify(import.meta.url)}, { data: true })
import(${JSON.stringify(source.href)})`
}
