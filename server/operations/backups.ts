import type { Database } from '../storage/database.ts'
import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { NamedError } from '../measures/errors.ts'
import { backupFolder, backupName } from '../storage/backup/place.ts'
import { writeBackup } from '../storage/backup/write.ts'

/** A backup that lies in the data folder. */
export interface Backup { name: string, bytes: number, at: string }

/** The backups of a data folder, newest first. */
export async function backupsIn(dataFolder: string): Promise<Backup[]> {
  const folder = backupFolder(dataFolder)
  const names = (await readdir(folder).catch(() => [])).filter(name => name.endsWith('.bwb'))
  const found = await Promise.all(names.map(async (name) => {
    const { size, mtime } = await stat(path.join(folder, name))
    return { name, bytes: size, at: mtime.toISOString() }
  }))
  return found.sort((a, b) => a.at < b.at ? 1 : -1)
}

/** Writes a backup into the data folder. Errors: disk-full, database-unreachable. */
export async function backupNow(database: Database, at: { dataFolder: string | null, kind: 'manual' | 'daily', now: Date }): Promise<Backup> {
  if (at.dataFolder === null)
    throw new NamedError('not-found', { what: 'BW_DATA' })
  const name = backupName(at.kind, at.now)
  const { bytes } = await writeBackup(database.url, path.join(backupFolder(at.dataFolder), name), at.now)
  return { name, bytes, at: at.now.toISOString() }
}

/** Removes the oldest daily backups beyond those that are kept. Those that people or upgrades made stay. */
export async function thinBackups(dataFolder: string, kept: number): Promise<void> {
  const daily = (await backupsIn(dataFolder)).filter(one => one.name.startsWith('daily-'))
  await Promise.all(daily.slice(kept).map(async one => rm(path.join(backupFolder(dataFolder), one.name), { force: true })))
}
