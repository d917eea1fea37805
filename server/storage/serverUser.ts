import { execFile } from 'node:child_process'
import { statSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { NamedError } from '../common/errors.ts'

const run = promisify(execFile)

/** The user of the PostgreSQL server where the product runs as root, which PostgreSQL refuses. */
export interface ServerUser {
  uid: number
  gid: number
}

async function idsOf(name: string): Promise<ServerUser | null> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return null
  }
}

/**
 * The user for the server: null for an ordinary user; for root the system's `postgres`, or a system user
 * created for this.
 */
export async function serverUser(): Promise<ServerUser | null> {
  if (process.getuid?.() !== 0) return null
  const user = (await idsOf('postgres')) ?? (await idsOf('brightwindow'))
  if (user) return user
  try {
    await run('useradd', ['--system', '--no-create-home', '--user-group', 'brightwindow'])
  } catch (cause) {
    throw new NamedError('embedded-unavailable', { package: 'useradd brightwindow' }, cause)
  }
  const made = await idsOf('brightwindow')
  if (!made) throw new NamedError('embedded-unavailable', { package: 'useradd brightwindow' })
  return made
}

/** Whether `user` may enter every folder on the way to `target` and the folder itself. */
export function canEnter(user: ServerUser, target: string): boolean {
  const { root } = path.parse(target)
  for (let folder = target; ; folder = path.dirname(folder)) {
    const stats = statSync(folder, { throwIfNoEntry: false })
    if (stats && !mayEnter(user, stats)) return false
    if (folder === root) return true
  }
}

function mayEnter(user: ServerUser, stats: { uid: number; gid: number; mode: number }): boolean {
  if (stats.uid === user.uid) return (stats.mode & 0o100) !== 0
  if (stats.gid === user.gid) return (stats.mode & 0o010) !== 0
  return (stats.mode & 0o001) !== 0
}
