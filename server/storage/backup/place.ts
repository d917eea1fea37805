import path from 'node:path'

/** The folder of backups in a data folder. */
export const backupFolder = (dataFolder: string): string => path.join(dataFolder, 'backups')

/** The file name of a backup, with reason and time: daily-20261125-023000.bwb. */
export function backupName(kind: string, now: Date): string {
  const stamp = now
    .toISOString()
    .replace(/\.\d+Z$/, '')
    .replaceAll(/[-:]/g, '')
    .replace('T', '-')
  return `${kind}-${stamp}.bwb`
}
