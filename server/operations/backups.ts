import type { BackupKeys } from '../storage/backup/encryption.ts'
import type { Database } from '../storage/database.ts'
import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { NamedError } from '../common/errors.ts'
import { backupFolder, backupName } from '../storage/backup/place.ts'
import { writeBackup } from '../storage/backup/write.ts'
import { removePartial } from '../storage/ownFiles.ts'

/** A backup in the data folder. */
interface Backup {
  name: string
  bytes: number
  at: string
}

/** The backups of a data folder, newest first. */
export async function backupsIn(dataFolder: string): Promise<Backup[]> {
  const folder = backupFolder(dataFolder)
  const names = (await readdir(folder).catch(() => [])).filter(name => name.endsWith('.bwb'))
  const backups = await Promise.all(
    names.map(async name => {
      const { size, mtime } = await stat(path.join(folder, name))
      return { name, bytes: size, at: mtime.toISOString() }
    }),
  )
  return backups.sort((a, b) => (a.at < b.at ? 1 : -1))
}

/** Writes a backup into the data folder. Errors: disk-full, database-unreachable. */
export async function backupNow(
  database: Database,
  at: { dataFolder: string | null; kind: 'manual' | 'daily'; now: Date; keys?: BackupKeys },
): Promise<Backup> {
  if (at.dataFolder === null) throw new NamedError('not-found', { what: 'BW_DATA' })
  const name = backupName(at.kind, at.now)
  const { bytes } = await writeBackup(database.url, path.join(backupFolder(at.dataFolder), name), at)
  return { name, bytes, at: at.now.toISOString() }
}

/** The number of manual backups that are kept; those from before an upgrade or restore are never deleted. */
const manualKept = 30

/** Deletes the oldest daily and manual backups beyond the number to keep. */
export async function thinBackups(dataFolder: string, dailyKept: number): Promise<void> {
  const backups = await backupsIn(dataFolder)
  const ofKind = (kind: string): Backup[] => backups.filter(({ name }) => name.startsWith(`${kind}-`))
  const surplus = [...ofKind('daily').slice(dailyKept), ...ofKind('manual').slice(manualKept)]
  await Promise.all(
    surplus.map(async ({ name }) => rm(path.join(backupFolder(dataFolder), name), { force: true })),
  )
}

/** Deletes the remains of interrupted backups. Call it only while no backup is being written. */
export async function removePartialBackups(dataFolder: string): Promise<void> {
  await removePartial(backupFolder(dataFolder))
}
