/**
 * The program of a worker that runs a TypeScript module, for `new Worker(…, { eval: true })`: a thread
 * knows nothing of TypeScript until it is told, whatever the process was started with.
 */
export const threadProgram = (module: URL): string =>
  `require('node:module').register('tsx/esm', ${JSON.stringify(import.meta.url)}, { data: true })
import(${JSON.stringify(module.href)})`
