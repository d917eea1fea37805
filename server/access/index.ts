import type { Clock } from '../common/clock.ts'
import type { Database } from '../storage/database.ts'
import type { SignInSettings } from './settings.ts'
import { AuditThrottle } from './auditThrottle.ts'
import { createAuth } from './auth.ts'
import { signingSecret, signInRules } from './signIn.ts'
import { Viewers } from './viewers.ts'

export type Access = Awaited<ReturnType<typeof openAccess>>

/** Creates everything that signing in and permissions need, over one database. */
export async function openAccess(
  database: Database,
  settings: SignInSettings & { secret?: string; clock: Clock },
) {
  const signIn = signInRules(database, settings)
  const auth = createAuth(database, {
    secret: settings.secret ?? (await signingSecret(database)),
    publicUrl: signIn.publicUrl,
    secure: signIn.secure,
    demoAllowed: signIn.demoOpen,
    singleSignOn: signIn.singleSignOn,
  })
  return {
    signIn,
    auth,
    viewers: new Viewers({ database, auth, clock: settings.clock }),
    auditThrottle: new AuditThrottle(),
  }
}
