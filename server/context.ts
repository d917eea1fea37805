import type { Logger } from 'pino'
import type { Viewer } from './access/permissions.ts'
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
  logger: Logger
  answers: Answers
  uploads: Uploads
  jobs: Jobs
  limits: Limits
}
