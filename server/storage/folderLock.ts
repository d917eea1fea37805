import { readFileSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'

/** True while a process with this id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The process that holds a lock file; null where there is none or it has ended. */
export function holderOf(file: string): number | null {
  try {
    const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
    return isAlive(pid) ? pid : null
  } catch {
    return null
  }
}

async function tryTake(file: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx')
    await handle.writeFile(`${process.pid}\n`)
    await handle.close()
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return false
  }
}

/** Runs `work` while no other process holds the lock file; the lock of an ended process is removed. */
export async function withFolderLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  while (!(await tryTake(file))) {
    // TRICKY: the holder writes its id a moment after creating the file, so an empty file is checked again.
    await pause(100)
    if (holderOf(file) === null) {
      await pause(200)
      if (holderOf(file) === null) await rm(file, { force: true })
    }
  }
  try {
    return await work()
  } finally {
    await rm(file, { force: true })
  }
}
