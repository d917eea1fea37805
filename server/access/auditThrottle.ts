const quietFor = 600_000
const most = 5000

/**
 * Events that may come many times in a row, such as refusals of requests without a session or reads of a
 * page while impersonating. The audit log records each of them once in ten minutes. Samples of notices are
 * counted by it too.
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
