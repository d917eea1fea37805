import type { Clock } from '../clock.ts'
import type { Database } from '../storage/database.ts'
import type { DoorSettings } from './door.ts'
import { createAuth } from './auth.ts'
import { openDoor, signingSecret } from './door.ts'
import { Knocks } from './knocks.ts'
import { Viewers } from './viewers.ts'

export type Access = Awaited<ReturnType<typeof openAccess>>

/** Everything that decides who comes in, over one database. */
export async function openAccess(database: Database, settings: DoorSettings & { secret?: string, clock: Clock }) {
  const door = openDoor(database, settings)
  const auth = createAuth(database, { secret: settings.secret ?? await signingSecret(database), publicUrl: door.publicUrl, secure: door.secure, demoAllowed: door.demoOpen, singleSignOn: door.singleSignOn })
  return { door, auth, viewers: new Viewers({ database, auth, clock: settings.clock }), knocks: new Knocks() }
}
