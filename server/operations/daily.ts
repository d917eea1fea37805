import type { Logger } from 'pino'
import type { Centre } from '../centres/centre.ts'
import type { Clock } from '../common/clock.ts'
import type { Day } from '../common/day.ts'
import type { LocalTime } from '../common/zone.ts'
import type { BackupKeys } from '../storage/backup/encryption.ts'
import type { Database } from '../storage/database.ts'
import type { OperationsSettings } from './settings.ts'
import { recordAudit } from '../access/audit.ts'
import { noteAuditHead } from '../access/auditHead.ts'
import { centresOf } from '../centres/centre.ts'
import { Zone } from '../common/zone.ts'
import { backupNow, thinBackups } from './backups.ts'
import { forgetOld } from './retention.ts'

const lookEvery = 60_000

/** The dependencies of daily work. */
interface DailyParts {
  database: Database
  dataFolder: string
  clock: Clock
  logger: Logger
  settings: OperationsSettings
  backupKeys: BackupKeys
  /** Prepares briefings and sends notices for some centres. */
  tell: (centres: readonly Centre[]) => Promise<void>
  /** Sends subscribed notices that are due. */
  deliver: (centre: Centre) => Promise<void>
}

/** The zone of the machine, used only while there is no centre. */
const ownZone = (): Zone => new Zone(Intl.DateTimeFormat().resolvedOptions().timeZone)

/** A task that runs once a day, at a minute after local midnight; never where that is null. */
interface Task {
  name: string
  minute: number | null
  work: (centres: readonly Centre[]) => Promise<unknown>
  /** The local day of its last run, by centre. */
  done: Map<string, Day>
}

/** True where a task's time has come and it has not run on this local day. */
export function isDue(at: LocalTime, minute: number, lastDone: Day | undefined): boolean {
  return at.minute >= minute && lastDone !== at.day
}

/**
 * Checks each minute whether the daily backup, the clean-up, the morning's briefings or subscribed notices
 * are due: briefings and notices in the zone of each centre, the others in that of the first centre. A failed
 * task is logged and runs again the next day. Tasks that were due while the machine was off run at the next
 * start.
 */
export class Daily {
  private readonly parts: DailyParts
  private readonly ofServer: Task[]
  private readonly ofCentres: Task[]
  private readonly timer: NodeJS.Timeout
  private running: Promise<void> = Promise.resolve()

  constructor(parts: DailyParts) {
    this.parts = parts
    const { settings, database, clock, logger } = parts
    const forget = async (): Promise<unknown> =>
      forgetOld(database, { now: clock(), quarantineDays: settings.quarantineDays })
    this.ofServer = [
      { name: 'backup', minute: settings.backupAt, work: async () => this.backUp(), done: new Map() },
      { name: 'retention', minute: 0, work: forget, done: new Map() },
    ]
    this.ofCentres = [{ name: 'briefings', minute: settings.briefingsAt, work: parts.tell, done: new Map() }]
    this.timer = setInterval(() => {
      this.running = this.running
        .then(async () => this.look())
        .catch((error: unknown) => logger.error({ err: error }, 'daily work failed'))
    }, lookEvery)
    this.timer.unref()
  }

  async stop(): Promise<void> {
    clearInterval(this.timer)
    await this.running
  }

  /** Stores the head of the audit log. */
  private async noteHead(): Promise<void> {
    const { database, dataFolder, clock, logger } = this.parts
    await noteAuditHead(database, dataFolder, clock()).catch((error: unknown) =>
      logger.error({ err: error }, 'audit head was not noted'),
    )
  }

  /** Runs the tasks that are due. Errors: database-unreachable. */
  async look(): Promise<void> {
    await this.noteHead()
    const centres = await centresOf(this.parts.database).all()
    const [first] = centres
    for (const task of this.ofServer) await this.doIfDue(task, first?.hall.zone ?? ownZone(), [])
    for (const centre of centres) {
      for (const task of this.ofCentres) await this.doIfDue(task, centre.hall.zone, [centre])
      await this.deliverIn(centre)
    }
  }

  private async deliverIn(centre: Centre): Promise<void> {
    const { deliver, logger } = this.parts
    await deliver(centre).catch((error: unknown) =>
      logger.error({ err: error, centre: centre.code }, 'failed to send people their notices'),
    )
  }

  private async doIfDue(task: Task, zone: Zone, centres: readonly Centre[]): Promise<void> {
    const { clock, logger } = this.parts
    const at = zone.localAt(clock().getTime())
    const key = centres.map(({ code }) => code).join()
    if (task.minute === null || !isDue(at, task.minute, task.done.get(key))) return
    task.done.set(key, at.day)
    await task
      .work(centres)
      .catch((error: unknown) => logger.error({ err: error, task: task.name }, 'daily work failed'))
  }

  private async backUp(): Promise<void> {
    const { database, dataFolder, clock, settings, logger, backupKeys: keys } = this.parts
    const backup = await backupNow(database, { dataFolder, kind: 'daily', now: clock(), keys })
    await thinBackups(dataFolder, settings.backupsKept)
    await recordAudit(database, {
      at: clock(),
      actor: 'server',
      action: 'backup',
      outcome: 'done',
      subject: backup.name,
      details: { bytes: backup.bytes },
    })
    logger.info(await noteAuditHead(database, dataFolder, clock()), 'audit head')
  }
}
