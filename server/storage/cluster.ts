import type { ServerUser } from './serverUser.ts'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { copyPrograms, nativeFolder, restoreLinks } from './binaries.ts'
import { canEnter, serverUser } from './serverUser.ts'

/** Everything that starting and stopping the product's own PostgreSQL needs to know. */
export interface Cluster {
  dataFolder: string
  /** PostgreSQL's own folder; inside the data folder wherever the server's user can reach that. */
  folder: string
  native: string
  user: ServerUser | null
  password: string
  log: string
}

/**
 * Folders of root are often closed to other users; the cluster then lives where system services keep
 * their data.
 */
function reachablePlace(dataFolder: string, user: ServerUser | null): string {
  if (!user || canEnter(user, dataFolder)) return dataFolder
  const name = createHash('sha256').update(dataFolder).digest('hex').slice(0, 12)
  return path.join('/var/lib/brightwindow', name)
}

async function passwordIn(dataFolder: string): Promise<string> {
  const file = path.join(dataFolder, 'postgres-password')
  if (!existsSync(file))
    await writeFile(file, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' })
  return (await readFile(file, 'utf8')).trim()
}

async function openPlace(place: string, user: ServerUser | null): Promise<void> {
  await mkdir(place, { recursive: true })
  if (user) await chmod(place, 0o711)
}

/** Works out (and makes) the folders of the cluster that belongs to a data folder. Starts nothing. */
export async function locateCluster(dataFolder: string): Promise<Cluster> {
  const user = await serverUser()
  await mkdir(dataFolder, { recursive: true })
  if (user && canEnter(user, path.dirname(dataFolder))) await chmod(dataFolder, 0o711)
  const place = reachablePlace(dataFolder, user)
  await openPlace(place, user)
  const source = nativeFolder()
  await restoreLinks(source)
  const native = user && !canEnter(user, source) ? path.join(place, 'programs') : source
  if (native !== source) await copyPrograms(source, native)
  const folder = path.join(place, 'postgres')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if (user) await chown(folder, user.uid, user.gid)
  if (place !== dataFolder) await writeFile(path.join(dataFolder, 'postgres-is-elsewhere.txt'), `${folder}\n`)
  return {
    dataFolder,
    folder,
    native,
    user,
    password: await passwordIn(dataFolder),
    log: path.join(folder, 'server.log'),
  }
}
