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

/** Something done once a day, at a minute after midnight; null: never. `done` is the day on which it was done last. */
interface Task { name: string, minute: number | null, work: () => Promise<unknown>, done: string | null }

const minuteOf = (at: Date): number => at.getHours() * 60 + at.getMinutes()

/** Whether a daily task is due: its minute has come, and it was not done on this day. */
export function isDue(at: Date, minute: number, lastDone: string | null): boolean {
  return minuteOf(at) >= minute && lastDone !== at.toDateString()
}

/** Looks each minute whether the daily backup, the forgetting of old things or the morning's briefings are due. A failure is logged and tried again the next day. */
export class Daily {
  private readonly parts: DailyParts
  private readonly tasks: Task[]
  private readonly timer: NodeJS.Timeout
  private running: Promise<void> = Promise.resolve()

  constructor(parts: DailyParts) {
    this.parts = parts
    const { settings, database, clock } = parts
    this.tasks = [
      { name: 'backup', minute: settings.backupAt, work: async () => this.backUp(), done: null },
      { name: 'retention', minute: 0, work: async () => forgetOld(database, { now: clock(), quarantineDays: settings.quarantineDays }), done: null },
      { name: 'briefings', minute: settings.briefingsAt, work: parts.tell, done: null },
    ]
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
    for (const task of this.tasks) {
      const now = this.parts.clock()
      if (task.minute !== null && isDue(now, task.minute, task.done)) {
        task.done = now.toDateString()
        await task.work().catch((error: unknown) => this.parts.logger.error({ err: error, task: task.name }, 'daily work failed'))
      }
    }
  }

  private async backUp(): Promise<void> {
    const { database, dataFolder, clock, settings } = this.parts
    const backup = await backupNow(database, { dataFolder, kind: 'daily', now: clock() })
    await thinBackups(dataFolder, settings.backupsKept)
    await recordAudit(database, { at: clock(), actor: 'server', action: 'backup', outcome: 'done', subject: backup.name, details: { bytes: backup.bytes } })
  }
}
