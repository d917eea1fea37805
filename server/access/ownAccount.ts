import type { Database } from '../storage/database.ts'
import type { Auth } from './auth.ts'
import type { Viewer } from './permissions.ts'
import { NamedError } from '../common/errors.ts'
import { mayManage } from './accounts.ts'
import { rowsOf } from './viewer.ts'

/** The session data of a request. */
interface OwnRequest {
  database: Database
  auth: Auth
  viewer: Viewer
  cookie: string | null
}

/** The session of this request; null for tokens and anonymous requests. */
async function currentSession({ auth, cookie }: Pick<OwnRequest, 'auth' | 'cookie'>): Promise<string | null> {
  const found =
    cookie === null
      ? null
      : await auth.api.getSession({ headers: new Headers({ cookie }), query: { disableRefresh: true } })
  return found?.session.id ?? null
}

/** The viewer's own account, as shown to them. Errors: not-found. */
export async function ownAccount({ prisma }: Database, viewer: Viewer) {
  const user = await prisma.user.findUnique({
    where: { id: viewer.id ?? '' },
    include: { accounts: { select: { providerId: true } } },
  })
  if (!user) throw new NamedError('not-found', { what: viewer.name })
  return {
    name: user.username ?? user.id,
    shownName: user.name,
    roles: user.roles,
    rows: rowsOf(user.scope),
    twoFactor: user.twoFactorEnabled,
    hasPassword: user.accounts.some(account => account.providerId === 'credential'),
  }
}

/** The viewer's sessions. */
export async function ownSessions(request: OwnRequest, now: Date) {
  const current = await currentSession(request)
  const sessions = await request.database.prisma.session.findMany({
    where: { userId: request.viewer.id ?? '', expiresAt: { gt: now } },
    orderBy: { createdAt: 'desc' },
    take: 50,
  })
  return sessions.map(({ id, createdAt, ipAddress, userAgent }) => ({
    id,
    since: createdAt.toISOString(),
    address: ipAddress ?? '',
    browser: (userAgent ?? '').slice(0, 200),
    current: id === current,
  }))
}

/** Ends a session of the viewer's own. Errors: not-found, also for sessions of others. */
export async function endSession({ prisma }: Database, viewer: Viewer, id: string): Promise<void> {
  if ((await prisma.session.deleteMany({ where: { id, userId: viewer.id ?? '' } })).count === 0)
    throw new NamedError('not-found', { what: id })
}

/**
 * Starts read-only impersonation of an account in this session. Its owner is notified when they next open the
 * product. Errors: not-found, sign-in-needed.
 */
export async function beginImpersonation(request: OwnRequest, id: string, now: Date): Promise<string> {
  const { prisma } = request.database
  const account = await prisma.user.findUnique({ where: { id } })
  if (!account || account.demo || !mayManage(request.viewer, rowsOf(account.scope)))
    throw new NamedError('not-found', { what: id })
  const session = await currentSession(request)
  if (session === null) throw new NamedError('sign-in-needed')
  await prisma.session.update({ where: { id: session }, data: { previewOf: id } })
  await prisma.user.update({
    where: { id },
    data: { impersonatedBy: request.viewer.name, impersonatedAt: now },
  })
  return account.username ?? account.id
}

/** Ends the impersonation in this session. */
export async function endImpersonation(request: OwnRequest): Promise<void> {
  const session = await currentSession(request)
  if (session !== null)
    await request.database.prisma.session.update({ where: { id: session }, data: { previewOf: null } })
}

/** The impersonation of this viewer that they have not been notified of yet; null where there is none. */
export async function unreadImpersonation(
  { prisma }: Database,
  { id, impersonatedBy: by }: Viewer,
): Promise<{ by: string; at: string } | null> {
  if (id === null || by !== null) return null
  const user = await prisma.user.findUnique({
    where: { id },
    select: { impersonatedBy: true, impersonatedAt: true },
  })
  return user?.impersonatedBy && user.impersonatedAt
    ? { by: user.impersonatedBy, at: user.impersonatedAt.toISOString() }
    : null
}

/** Marks the notice about an impersonation as read. */
export async function markImpersonationRead({ prisma }: Database, viewer: Viewer): Promise<void> {
  await prisma.user.updateMany({
    where: { id: viewer.id ?? '' },
    data: { impersonatedBy: null, impersonatedAt: null },
  })
}
