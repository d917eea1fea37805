import { randomUUID } from 'node:crypto'
import { chmod, chown, link, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'

const mine = 0o600
/** The execute permission of the group and of others, which allows passing through a folder. */
const passing = 0o011
/** The sticky bit of folders that everybody may use, such as /tmp. */
const sticky = 0o1000

/**
 * Creates a folder that only its owner can enter, or removes the permissions of others from an existing one.
 * With `group`, members of that group may pass through without listing it. A folder of another owner is left
 * unchanged.
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
 * Creates a folder that everybody may pass through without listing it. An existing folder gets this
 * permission if it lacks it.
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

/**
 * Writes a file atomically, readable by its owner alone: if the process is killed, it has either the old or
 * the new text.
 */
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
    // Some file systems do not support links.
    const isThere = (error as NodeJS.ErrnoException).code === 'EEXIST' && (await stat(file)).size > 0
    if (!isThere) await rename(partial, file)
  } finally {
    await rm(partial, { force: true })
  }
}

/** Removes the partial files of killed processes from a folder. */
export async function removePartial(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  await Promise.all(
    names
      .filter(name => name.endsWith('.partial'))
      .map(async name => rm(path.join(folder, name), { force: true })),
  )
}
