import type { Database } from '../storage/database.ts'

/** A person who is editing a briefing. */
interface Writer {
  /** Their displayed name. */
  name: string
  at: number
}

/** A briefing and the page that has it open, which distinguishes pages of one person. */
interface OpenPage {
  centreId: number
  id: number
  page: string
}

/** Milliseconds without a request after which a page no longer counts as open. */
const gone = 45_000

/** Who is editing which briefing. Kept in memory only, because it matters only while the pages are open. */
class Presence {
  private readonly rooms = new WeakMap<Database, Map<string, Map<string, Writer>>>()

  /** The editors of a briefing, by page. */
  private room(database: Database, { centreId, id }: OpenPage): Map<string, Writer> {
    const all = this.rooms.get(database) ?? new Map<string, Map<string, Writer>>()
    this.rooms.set(database, all)
    const room = all.get(`${centreId} ${id}`) ?? new Map<string, Writer>()
    all.set(`${centreId} ${id}`, room)
    return room
  }

  arrive(database: Database, at: OpenPage, writer: Writer): void {
    const room = this.room(database, at)
    room.set(at.page, writer)
    for (const [page, { at: seen }] of room) if (writer.at - seen > gone) room.delete(page)
  }

  leave(database: Database, at: OpenPage): void {
    this.room(database, at).delete(at.page)
  }

  /** The names of those who have it open on other pages, without duplicates. */
  beside(database: Database, at: OpenPage): string[] {
    const others = [...this.room(database, at)].filter(([page]) => page !== at.page)
    return [...new Set(others.map(([, { name }]) => name))]
  }
}

const presence = new Presence()

/**
 * Registers that a page is editing a briefing, and returns the names of those who have it open on other
 * pages.
 */
export function writersBeside(
  database: Database,
  { name, now, ...at }: OpenPage & { name: string; now: Date },
): string[] {
  presence.arrive(database, at, { name, at: now.getTime() })
  return presence.beside(database, at)
}

/** Removes a page that was closed. */
export const leaveBriefing = (database: Database, at: OpenPage): void => presence.leave(database, at)
