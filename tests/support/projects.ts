import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** The Vitest projects, each with its test files (absolute paths). */
export interface ProjectFiles {
  /** Pure tests: no database, no browser. */
  unit: string[]
  /** Pure tests that take seconds each: huge files and long searches. */
  slow: string[]
  /** Tests of the client, in a simulated DOM. */
  client: string[]
  /** Everything that needs PostgreSQL, a browser or a running product. */
  database: string[]
}

const testFolder = path.join(import.meta.dirname, '..')
const startsServer = new RegExp(
  [
    String.raw`inject\('serverUrl'\)`,
    'BW_TEST_CITUS',
    'storage/embedded',
    'support/browser',
    'clientBuild',
    'child_process',
    'node:worker_threads',
  ].join('|'),
)
/**
 * Pure tests that are too slow for quick feedback: huge files, long searches, and those that read every
 * source.
 */
const slowTests = [
  'attack/',
  'briefing/wordTemplate',
  'house/',
  'importCircles',
  'intake/headings',
  'intake/messyExports',
  'intake/workbooks',
  'query/comparison',
  'questions/words',
]
const relativeImport = /from '(\.[^']+\.ts)'/g

/** True where a test file, or a helper that it imports, starts a server, a browser or a process. */
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

function projectOf(file: string): keyof ProjectFiles {
  const name = path.relative(testFolder, file).split(path.sep).join('/')
  if (name.startsWith('client/')) return 'client'
  if (needsServer(file, new Set())) return 'database'
  return slowTests.some(slow => name.startsWith(slow)) ? 'slow' : 'unit'
}

/** Assigns all test files to projects by their imports, so that a new quick test needs no configuration. */
export function projectFiles(): ProjectFiles {
  const files = readdirSync(testFolder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.test.ts'))
    .map(name => path.join(testFolder, name))
  const projects: ProjectFiles = { unit: [], slow: [], client: [], database: [] }
  for (const file of files) projects[projectOf(file)].push(file)
  return projects
}
