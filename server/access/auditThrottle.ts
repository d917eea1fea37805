const quietFor = 600_000
const most = 5000

/**
 * Limits events that may be repeated many times, such as refused anonymous requests or reads while
 * impersonating, to one audit entry in ten minutes. Also counts samples of notices.
 */
export class AuditThrottle {
  private readonly last = new Map<string, number>()

  /** True where the same event was not recorded in the last ten minutes. */
  isNew(what: string, now: Date): boolean {
    const before = this.last.get(what)
    const fresh = before === undefined || Math.abs(now.getTime() - before) > quietFor
    if (this.last.size >= most) this.last.clear()
    if (fresh) this.last.set(what, now.getTime())
    return fresh
  }
}
