import type { Logger } from 'pino'
import type { AuditThrottle } from './access/auditThrottle.ts'
import type { Auth } from './access/auth.ts'
import type { Viewer } from './access/permissions.ts'
import type { SignInRules } from './access/signIn.ts'
import type { Viewers } from './access/viewers.ts'
import type { DeliverySettings } from './briefing/delivery/channels.ts'
import type { Clock } from './common/clock.ts'
import type { Jobs } from './intake/jobs/jobs.ts'
import type { Uploads } from './intake/jobs/uploads.ts'
import type { Limits } from './intake/read/limits.ts'
import type { Answers } from './query/answers.ts'
import type { BackupKeys } from './storage/backup/encryption.ts'
import type { Database } from './storage/database.ts'

/** What every procedure works with. */
export interface Context {
  database: Database
  clock: Clock
  viewer: Viewer
  /** The cookies of the request, for what concerns one's own session. */
  cookie: string | null
  viewers: Viewers
  auth: Auth
  signIn: SignInRules
  auditThrottle: AuditThrottle
  /** Where backups and logs lie; null where nothing but the database is at hand. */
  dataFolder: string | null
  backupKeys: BackupKeys
  /** How notices reach people outside the product. */
  delivery: DeliverySettings
  logger: Logger
  answers: Answers
  uploads: Uploads
  jobs: Jobs
  limits: Limits
}
