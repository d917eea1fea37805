const quietFor = 600_000
const most = 5000

/** Refusals of people who have not signed in, so that the same knock is written down once in ten minutes and not a thousand times. */
export class Knocks {
  private readonly last = new Map<string, number>()

  /** True where this knock has not been heard lately. */
  isNew(what: string, now: Date): boolean {
    const before = this.last.get(what)
    const fresh = before === undefined || Math.abs(now.getTime() - before) > quietFor
    if (this.last.size >= most)
      this.last.clear()
    if (fresh)
      this.last.set(what, now.getTime())
    return fresh
  }
}
