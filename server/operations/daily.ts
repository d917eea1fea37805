import type { Logger } from 'pino'
import type { Clock } from '../clock.ts'
import type { Database } from '../storage/database.ts'
import type { OperationsSettings } from './settings.ts'
import { recordAudit } from '../access/audit.ts'
import { backupNow, thinBackups } from './backups.ts'
import { forgetOld } from './retention.ts'

const lookEvery = 60_000

/** What the daily work needs. */
export interface DailyParts {
  database: Database
  dataFolder: string
  clock: Clock
  logger: Logger
  settings: OperationsSettings
  /** Prepares briefings and tells people what they ought to hear. */
  tell: () => Promise<void>
}

type Task = 'backup' | 'retention' | 'briefings'

const minuteOf = (at: Date): number => at.getHours() * 60 + at.getMinutes()

/** Whether a daily task is due: its minute has come, and it was not done on this day. */
export function isDue(at: Date, minute: number, lastDone: string | null): boolean {
  return minuteOf(at) >= minute && lastDone !== at.toDateString()
}

/** Looks each minute whether the daily backup, the forgetting of old things or the morning's briefings are due. A failure is logged and tried again the next day. */
export class Daily {
  private readonly parts: DailyParts
  private readonly done: Record<Task, string | null> = { backup: null, retention: null, briefings: null }
  private readonly timer: NodeJS.Timeout
  private running: Promise<void> = Promise.resolve()

  constructor(parts: DailyParts) {
    this.parts = parts
    this.timer = setInterval(() => {
      this.running = this.running.then(async () => this.look())
    }, lookEvery)
    this.timer.unref()
  }

  async stop(): Promise<void> {
    clearInterval(this.timer)
    await this.running
  }

  /** Does what is due now. */
  async look(): Promise<void> {
    const { settings, clock } = this.parts
    if (settings.backupAt !== null && isDue(clock(), settings.backupAt, this.done.backup))
      await this.once('backup', async () => this.backUp())
    if (isDue(clock(), 0, this.done.retention))
      await this.once('retention', async () => forgetOld(this.parts.database, { now: clock(), quarantineDays: settings.quarantineDays }))
    if (settings.briefingsAt !== null && isDue(clock(), settings.briefingsAt, this.done.briefings))
      await this.once('briefings', this.parts.tell)
  }

  private async backUp(): Promise<void> {
    const { database, dataFolder, clock, settings } = this.parts
    const backup = await backupNow(database, { dataFolder, kind: 'daily', now: clock() })
    await thinBackups(dataFolder, settings.backupsKept)
    await recordAudit(database, { at: clock(), actor: 'server', action: 'backup', outcome: 'done', subject: backup.name, details: { bytes: backup.bytes } })
  }

  private async once(task: Task, work: () => Promise<unknown>): Promise<void> {
    this.done[task] = this.parts.clock().toDateString()
    try {
      await work()
    }
    catch (error) {
      this.parts.logger.error({ err: error, task }, 'daily work failed')
    }
  }
}
