import { Jobs } from '../../server/intake/jobs/jobs.ts'
import { Uploads } from '../../server/intake/jobs/uploads.ts'
import { defaultLimits } from '../../server/intake/read/limits.ts'
import { temporaryFolder } from './temporaryFolder.ts'

/** The arguments of `buildHttp` for files, in a temporary folder. */
export function intakeParts(limits = defaultLimits): {
  uploads: Uploads
  jobs: Jobs
  limits: typeof defaultLimits
  folder: string
} {
  const folder = temporaryFolder('brightwindow-files-')
  return { uploads: new Uploads(folder, limits), jobs: new Jobs(error => String(error)), limits, folder }
}
