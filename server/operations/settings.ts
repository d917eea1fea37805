import { NamedError } from '../common/errors.ts'

/** Settings of scheduled work: backups, notices, retention. */
export interface OperationsSettings {
  /**
   * Local time of the daily backup, as minutes after midnight in the zone of the first centre; null for
   * none.
   */
  backupAt: number | null
  /** When drafts are prepared and notices sent each day, in the zone of each centre; null for never. */
  briefingsAt: number | null
  /** How many backups of each kind are kept. */
  backupsKept: number
  /** Days after which rows in quarantine lose their cells, which may name people. */
  quarantineDays: number
}

type Environment = Record<string, string | undefined>

function whole(text: string | undefined, argument: string, otherwise: number): number {
  const value = Number(text ?? otherwise)
  if (!Number.isInteger(value) || value < 1 || value > 36_500)
    throw new NamedError('bad-arguments', { argument, value: text ?? '' })
  return value
}

function timeFrom(text: string | undefined, argument: string): number | null {
  if (!text || text === 'off') return null
  const [, hours = '', minutes = ''] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? []
  if (hours === '') throw new NamedError('bad-arguments', { argument, value: text })
  return Number(hours) * 60 + Number(minutes)
}

/** Reads BW_BACKUP_AT, BW_BRIEFINGS_AT, BW_BACKUPS_KEPT and BW_QUARANTINE_DAYS. Errors: bad-arguments. */
export function operationsFrom(environment: Environment): OperationsSettings {
  return {
    backupAt: timeFrom(environment.BW_BACKUP_AT, 'BW_BACKUP_AT'),
    briefingsAt: timeFrom(environment.BW_BRIEFINGS_AT || '06:30', 'BW_BRIEFINGS_AT'),
    backupsKept: whole(environment.BW_BACKUPS_KEPT, 'BW_BACKUPS_KEPT', 7),
    quarantineDays: whole(environment.BW_QUARANTINE_DAYS, 'BW_QUARANTINE_DAYS', 180),
  }
}
