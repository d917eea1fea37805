const quietFor = 600_000
const most = 5000

/**
 * Refusals of requests without a session, so that the audit log records the same refusal once in ten
 * minutes.
 */
export class RefusalLog {
  private readonly last = new Map<string, number>()

  /** True where the same refusal was not recorded in the last ten minutes. */
  isNew(what: string, now: Date): boolean {
    const before = this.last.get(what)
    const fresh = before === undefined || Math.abs(now.getTime() - before) > quietFor
    if (this.last.size >= most) this.last.clear()
    if (fresh) this.last.set(what, now.getTime())
    return fresh
  }
}
