import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** The Vitest projects, each with its test files (absolute paths). */
export interface ProjectFiles {
  /** Pure tests: no database, no browser. */
  unit: string[]
  /** Tests of the client, in a simulated DOM. */
  client: string[]
  /** Everything that needs PostgreSQL, a browser or a running product. */
  database: string[]
}

const testFolder = path.join(import.meta.dirname, '..')
const startsServer =
  /inject\('serverUrl'\)|storage\/embedded|support\/browser|clientBuild|child_process|node:worker_threads/
const relativeImport = /from '(\.[^']+\.ts)'/g

/**
 * True where a test file, or a helper in `tests` that it imports, starts a server, a browser or a
 * process.
 */
function needsServer(file: string, seen: Set<string>): boolean {
  if (seen.has(file)) return false
  seen.add(file)
  const text = readFileSync(file, 'utf8')
  return (
    startsServer.test(text) ||
    Array.from(text.matchAll(relativeImport), match => path.join(path.dirname(file), match[1] ?? ''))
      .filter(imported => imported.startsWith(testFolder))
      .some(imported => needsServer(imported, seen))
  )
}

/** Sorts all test files into projects by what they import, so that a new test needs no entry anywhere. */
export function projectFiles(): ProjectFiles {
  const files = readdirSync(testFolder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.test.ts'))
    .map(name => path.join(testFolder, name))
  const projects: ProjectFiles = { unit: [], client: [], database: [] }
  for (const file of files) {
    const isClient = file.startsWith(path.join(testFolder, 'client') + path.sep)
    projects[isClient ? 'client' : needsServer(file, new Set()) ? 'database' : 'unit'].push(file)
  }
  return projects
}
