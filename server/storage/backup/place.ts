import path from 'node:path'

/** Where the backups of a data folder lie. */
export const backupFolder = (dataFolder: string): string => path.join(dataFolder, 'backups')

/** A file name that says why and when: daily-20261125-023000.bwb. */
export function backupName(kind: string, now: Date): string {
  const stamp = now
    .toISOString()
    .replace(/\.\d+Z$/, '')
    .replaceAll(/[-:]/g, '')
    .replace('T', '-')
  return `${kind}-${stamp}.bwb`
}
