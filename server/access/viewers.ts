import type { Clock } from '../common/clock.ts'
import type { Database } from '../storage/database.ts'
import type { Auth } from './auth.ts'
import type { Viewer } from './permissions.ts'
import { nobody, permissionTable } from './permissions.ts'
import { systemViewer } from './systems.ts'
import { viewerOf } from './viewer.ts'

/**
 * How long viewers are cached, in milliseconds: the delay with which changes made by another process take
 * effect. Changes in this process take effect at once.
 */
const rememberedFor = 5000
const mostRemembered = 2000

/** The parts of a request that identify its sender. */
interface Caller {
  cookie: string | undefined
  authorization: string | undefined
  address: string
}

interface Remembered {
  at: number
  viewer: Viewer
}

/** Finds the viewer of a request: an account by session, a system by token, or nobody. */
export class Viewers {
  private readonly known = new Map<string, Remembered>()
  private readonly database: Database
  private readonly auth: Auth
  private readonly clock: Clock

  constructor(parts: { database: Database; auth: Auth; clock: Clock }) {
    this.database = parts.database
    this.auth = parts.auth
    this.clock = parts.clock
  }

  /**
   * The viewer of a request; anonymous where it cannot be identified. Throws only when the database fails.
   */
  async of({ cookie, authorization, address }: Caller): Promise<Viewer> {
    const key = authorization ?? cookie
    if (key === undefined) return { ...nobody, address }
    const cached = this.known.get(key)
    if (cached && performance.now() - cached.at < rememberedFor) return { ...cached.viewer, address }
    const viewer = await (authorization === undefined
      ? this.ofSession(cookie ?? '')
      : systemViewer(this.database, authorization, this.clock()))
    this.remember(key, viewer)
    return { ...viewer, address }
  }

  /** Clears the cache; call it after any change of rights or sessions in this process. */
  forget(): void {
    this.known.clear()
  }

  private remember(key: string, viewer: Viewer): void {
    if (this.known.size >= mostRemembered) this.known.clear()
    this.known.set(key, { at: performance.now(), viewer })
  }

  private async ofSession(cookie: string): Promise<Viewer> {
    const signedIn = await this.auth.api
      .getSession({ headers: new Headers({ cookie }), query: { disableRefresh: true } })
      .catch(async (error: unknown) => {
        // The library hides the cause of a failure; a query shows whether the database is unreachable.
        await this.database.pool.query('SELECT 1')
        if (Number((error as { statusCode?: number }).statusCode) < 500) return null
        throw error
      })
    if (!signedIn) return nobody
    const session = await this.database.prisma.session.findUnique({
      where: { token: signedIn.session.token },
      include: { user: true },
    })
    if (!session || session.user.disabledAt) return nobody
    const own = viewerOf(session.user, { address: '' })
    return session.previewOf === null ? own : this.impersonate(own, session.previewOf)
  }

  /**
   * The viewer of a read-only impersonation: what the account sees, without permission to change anything
   * except to end the impersonation.
   */
  private async impersonate(own: Viewer, of: string): Promise<Viewer> {
    const account = own.may.includes('accounts.manage')
      ? await this.database.prisma.user.findUnique({ where: { id: of } })
      : null
    if (!account) return own
    const seen = viewerOf(account, { address: '', impersonatedBy: own.name })
    // Sensitive dimensions are hidden where either of the two accounts may not see them.
    const reveal = seen.scope.reveal.filter(name => own.scope.reveal.includes(name))
    return {
      ...seen,
      scope: { ...seen.scope, reveal },
      id: own.id,
      may: seen.may.filter(permission => !permissionTable[permission].changes),
    }
  }
}
