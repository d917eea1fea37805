import type { Logger } from 'pino'
import type { Auth } from './access/auth.ts'
import type { Door } from './access/door.ts'
import type { Knocks } from './access/knocks.ts'
import type { Viewer } from './access/permissions.ts'
import type { Viewers } from './access/viewers.ts'
import type { Clock } from './clock.ts'
import type { Jobs } from './intake/jobs.ts'
import type { Limits } from './intake/read/limits.ts'
import type { Uploads } from './intake/uploads.ts'
import type { Answers } from './query/answers.ts'
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
  door: Door
  knocks: Knocks
  /** Where backups and logs lie; null where nothing but the database is at hand. */
  dataFolder: string | null
  logger: Logger
  answers: Answers
  uploads: Uploads
  jobs: Jobs
  limits: Limits
}
