import type { ServerUser } from './serverUser.ts'
import { createHash, randomBytes } from 'node:crypto'
import { chown, mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { copyPrograms, nativeFolder, restoreLinks } from './binaries.ts'
import { passableFolder, privateFolder, writeWhole } from './ownFiles.ts'
import { canEnter, serverUser } from './serverUser.ts'

/** The folders and names for starting and stopping the embedded PostgreSQL server. */
export interface Cluster {
  dataFolder: string
  /** PostgreSQL's data directory; inside the data folder if the server's user can access that. */
  folder: string
  native: string
  user: ServerUser | null
  password: string
  log: string
}

/**
 * The folder for the cluster: the data folder, or, where other users cannot enter that because it is below a
 * folder of root, the usual place for data of system services.
 */
function reachablePlace(dataFolder: string, user: ServerUser | null): string {
  if (!user || canEnter(user, dataFolder)) return dataFolder
  const name = createHash('sha256').update(dataFolder).digest('hex').slice(0, 12)
  return path.join('/var/lib/brightwindow', name)
}

async function passwordIn(dataFolder: string): Promise<string> {
  const file = path.join(dataFolder, 'postgres-password')
  const stored = (await readFile(file, 'utf8').catch(() => '')).trim()
  if (stored !== '') return stored
  const made = randomBytes(24).toString('base64url')
  await writeWhole(file, made)
  return made
}

/** Determines and creates the folders of a data folder's cluster. Starts nothing. */
export async function locateCluster(dataFolder: string): Promise<Cluster> {
  const user = await serverUser()
  // Allows only the server's user to pass through the folder.
  const isOnTheWay = user !== null && canEnter(user, path.dirname(dataFolder))
  await privateFolder(dataFolder, isOnTheWay ? user : undefined)
  const place = reachablePlace(dataFolder, user)
  if (place !== dataFolder) {
    await passableFolder(path.dirname(place))
    await privateFolder(place, user ?? undefined)
  }
  const source = nativeFolder()
  await restoreLinks(source)
  const native = user && !canEnter(user, source) ? path.join(place, 'programs') : source
  if (native !== source) await copyPrograms(source, native)
  const folder = path.join(place, 'postgres')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if (user) await chown(folder, user.uid, user.gid)
  if (place !== dataFolder)
    await writeWhole(path.join(dataFolder, 'postgres-is-elsewhere.txt'), `${folder}\n`)
  return {
    dataFolder,
    folder,
    native,
    user,
    password: await passwordIn(dataFolder),
    log: path.join(folder, 'server.log'),
  }
}
