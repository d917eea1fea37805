import type { Cluster } from './cluster.ts'
import { execFile } from 'node:child_process'
import { appendFile, chown, mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { NamedError } from '../common/errors.ts'
import { programIn } from './binaries.ts'
import { isDiskFull } from './failures.ts'

const run = promisify(execFile)

/** The name under which the product signs in to its own server. */
export const superuser = 'brightwindow'

/** The settings of the embedded server, rewritten at each start so that upgrades can change them. */
export const settings = `# Written by Bright Window at every start; changes here are lost.
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 60
shared_buffers = 256MB
work_mem = 32MB
maintenance_work_mem = 256MB
max_wal_size = 2GB
random_page_cost = 1.1
jit = off
fsync = on
timezone = 'UTC'
log_timezone = 'UTC'
`

/** The part of the server's log after a given length. */
async function loggedSince({ log }: Cluster, length: number): Promise<string> {
  return (await readFile(log, 'utf8').catch(() => '')).slice(length)
}

/** Why a PostgreSQL program failed: the last line of its output that names an error, else the last line. */
export function reasonIn(stderr: string): string {
  const lines = stderr.trim().split('\n')
  return (
    lines.findLast(line => /\b(?:error|fatal|panic|could not|failed)\b/i.test(line)) ??
    lines.at(-1) ??
    ''
  ).trim()
}

/** Runs a program of PostgreSQL. Errors: disk-full, embedded-failed. */
export async function runAs(cluster: Cluster, program: 'initdb' | 'pg_ctl', args: string[]): Promise<void> {
  const as = cluster.user ?? {}
  const { length } = await loggedSince(cluster, 0)
  try {
    await run(programIn(cluster.native, program), args, {
      ...as,
      cwd: cluster.folder,
      env: { LC_ALL: 'C', PATH: '/usr/bin:/bin', TZ: 'UTC' },
    })
  } catch (cause) {
    // pg_ctl only refers to the log, where the server has written why it did not start.
    if (isDiskFull(cause) || isDiskFull({ message: await loggedSince(cluster, length) }))
      throw new NamedError('disk-full', {}, cause)
    const stderr = (cause as { stderr?: string }).stderr ?? ''
    await appendFile(cluster.log, stderr).catch(() => undefined)
    const said = reasonIn(stderr)
    throw new NamedError('embedded-failed', { program, said, log: cluster.log }, cause)
  }
}

/** Writes a file into the cluster's folder, readable by the server's user alone. */
export async function ownedFile(cluster: Cluster, name: string, text: string): Promise<string> {
  const file = path.join(cluster.folder, name)
  await writeFile(file, text, { mode: 0o600 })
  if (cluster.user) await chown(file, cluster.user.uid, cluster.user.gid)
  return file
}

const include = "include 'brightwindow.conf'"

/** True where the folder contains a completely initialised cluster. */
export async function isInitialised({ folder }: Cluster): Promise<boolean> {
  const main = await readFile(path.join(folder, 'postgresql.conf'), 'utf8').catch(() => '')
  return main.includes(include)
}

/**
 * Removes the remains of interrupted starts. An initdb that is still running fails, because its folder is
 * gone.
 */
async function removeUnfinished({ folder }: Cluster): Promise<void> {
  const place = path.dirname(folder)
  const names = await readdir(place)
  const left = names.filter(name => /^(?:postgres\.new-|initial-password-)/.test(name))
  await Promise.all(left.map(async name => rm(path.join(place, name), { recursive: true, force: true })))
}

async function make(cluster: Cluster, mark: string): Promise<void> {
  await mkdir(cluster.folder, { mode: 0o700 })
  if (cluster.user) await chown(cluster.folder, cluster.user.uid, cluster.user.gid)
  // initdb requires an empty folder, so the password file is written next to it.
  const beside: Cluster = { ...cluster, folder: path.dirname(cluster.folder) }
  const passwordFile = await ownedFile(beside, `initial-password-${mark}`, cluster.password)
  try {
    await runAs(cluster, 'initdb', [
      '-D',
      cluster.folder,
      '-U',
      superuser,
      '--pwfile',
      passwordFile,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
    ])
  } finally {
    await rm(passwordFile, { force: true })
  }
  const main = path.join(cluster.folder, 'postgresql.conf')
  await ownedFile(cluster, 'postgresql.conf', `${await readFile(main, 'utf8')}\n${include}\n`)
}

/**
 * Initialises a cluster under a temporary name and renames it when it is complete, so that an interrupted
 * start leaves nothing that looks like a cluster. An incomplete folder in its place is moved away. Errors:
 * disk-full, embedded-failed.
 */
export async function initialise(cluster: Cluster): Promise<void> {
  await removeUnfinished(cluster)
  const mark = `${process.pid}-${Date.now()}`
  const unfinished = `${cluster.folder}.new-${mark}`
  await make({ ...cluster, folder: unfinished }, mark)
  await rmdir(cluster.folder).catch(async () => rename(cluster.folder, `${cluster.folder}.aside-${mark}`))
  await rename(unfinished, cluster.folder)
}
