import { randomUUID } from 'node:crypto'
import { chmod, chown, link, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'

const mine = 0o600
/** The right of the group and of others to pass through a folder. */
const passing = 0o011
/** Folders such as /tmp, which belong to everybody. */
const sticky = 0o1000

/**
 * Makes a folder that its owner alone can enter, or takes the rights of others away from one that is
 * there. With `group`, members of that group may pass through, and not look around. A folder of somebody
 * else stays as it is.
 */
export async function privateFolder(folder: string, group?: { gid: number }): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const { mode, uid, gid } = await stat(folder)
  if ((process.getuid !== undefined && uid !== process.getuid()) || (mode & sticky) !== 0) return
  if (group && gid !== group.gid) await chown(folder, uid, group.gid)
  const wanted = (mode & 0o700) | (group ? 0o010 : 0)
  if ((mode & 0o777) !== wanted) await chmod(folder, wanted)
}

/**
 * Makes a folder through which everybody may pass to what they own below it, without looking around. A
 * folder that is there keeps its rights, and gets this one where it lacks it.
 */
export async function passableFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o711 })
  const mode = (await stat(folder)).mode & 0o777
  // The mode of a new folder is cut by the process's umask.
  if ((mode & passing) !== passing) await chmod(folder, mode | passing)
}

async function beside(file: string, text: string): Promise<string> {
  const partial = `${file}.${randomUUID()}.partial`
  try {
    await writeFile(partial, text, { mode: mine, flush: true })
    return partial
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}

/** Writes a file for its owner alone: it has the new text or the old one, whenever the process is killed. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const partial = await beside(file, text)
  try {
    await rename(partial, file)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}

/** As `writeWhole`, but leaves a file with a text that another process wrote first. */
export async function writeOnce(file: string, text: string): Promise<void> {
  const partial = await beside(file, text)
  try {
    await link(partial, file)
  } catch (error) {
    // Some file systems have no links.
    const isThere = (error as NodeJS.ErrnoException).code === 'EEXIST' && (await stat(file)).size > 0
    if (!isThere) await rename(partial, file)
  } finally {
    await rm(partial, { force: true })
  }
}

/** Removes the partial files that a killed process left in a folder. */
export async function removePartial(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  await Promise.all(
    names
      .filter(name => name.endsWith('.partial'))
      .map(async name => rm(path.join(folder, name), { force: true })),
  )
}
