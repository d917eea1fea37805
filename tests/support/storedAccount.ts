import type { Database } from '../../server/storage/database.ts'
import { randomUUID } from 'node:crypto'

/** Stores an account with a password and, if `signedIn`, an open session. Returns its id. */
export async function storedAccount(
  { prisma }: Database,
  {
    name,
    roles,
    scope,
    signedIn = false,
  }: { name: string; roles: string[]; scope: object; signedIn?: boolean },
): Promise<string> {
  const id = randomUUID()
  await prisma.user.create({
    data: {
      id,
      name,
      username: name,
      email: `${name}@example.invalid`,
      roles,
      scope,
      accounts: { create: { id: randomUUID(), accountId: id, providerId: 'credential', password: 'old' } },
      ...(signedIn && {
        sessions: { create: { id: randomUUID(), token: randomUUID(), expiresAt: new Date('2013-07-01') } },
      }),
    },
  })
  return id
}
