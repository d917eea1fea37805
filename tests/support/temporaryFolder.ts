import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'

/** The environment variable with the folder of the whole run, which `globalSetup` removes. */
export const runFolder = 'BW_TEST_FOLDER'

const own: string[] = []

function removeOwn(): void {
  for (const folder of own) rmSync(folder, { recursive: true, force: true })
}

/**
 * Creates a temporary folder for the rest of the run. It is removed with the folder of the run, or, in a
 * project without one, when the worker ends.
 */
export function temporaryFolder(prefix: string): string {
  const shared = process.env[runFolder]
  const folder = mkdtempSync(path.join(shared ?? tmpdir(), prefix))
  if (shared === undefined) {
    if (own.length === 0) process.once('exit', removeOwn)
    own.push(folder)
  }
  return folder
}
