import type { Scope } from '../measures/scope.ts'
import type { Database } from '../storage/database.ts'
import type { Centre } from './centre.ts'
import { NamedError } from '#measures'
import { holdsPlace, seesWhole } from '../measures/scope.ts'

/** A note on a day, about the whole hall or one window. */
interface Note {
  id: number
  day: string
  window: string | null
  text: string
  by: string
  own: boolean
}

const iso = (date: Date): string => date.toISOString().slice(0, 10)
const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`)

/**
 * True where a viewer may read or write notes about a window; notes about the whole hall are open to
 * everybody.
 */
function within({ rows }: Scope, centre: Centre, window: { code: string; unit: string } | null): boolean {
  return (
    window === null ||
    (holdsPlace(rows.units, centre.code, window.unit) && holdsPlace(rows.windows, centre.code, window.code))
  )
}

/** The windows of a centre with their units' codes, by id. */
async function windowsOf(
  { prisma }: Database,
  centreId: number,
): Promise<Map<number, { code: string; unit: string }>> {
  const [windows, units] = await Promise.all([
    prisma.window.findMany({ where: { centreId }, select: { id: true, code: true, unitId: true } }),
    prisma.unit.findMany({ where: { centreId }, select: { id: true, code: true } }),
  ])
  const codes = new Map(units.map(unit => [unit.id, unit.code]))
  return new Map(
    windows.map(window => [window.id, { code: window.code, unit: codes.get(window.unitId) ?? '' }]),
  )
}

/** The notes between two local dates that a viewer may see, in order of day. */
export async function notesOf(
  database: Database,
  centre: Centre,
  asked: { from: string; to: string; viewer: { name: string; scope: Scope } },
): Promise<Note[]> {
  const notes = await database.prisma.note.findMany({
    where: { centreId: centre.id, day: { gte: dateOf(asked.from), lte: dateOf(asked.to) } },
    orderBy: [{ day: 'asc' }, { id: 'asc' }],
    take: 500,
  })
  const windows = notes.some(note => note.windowId !== null)
    ? await windowsOf(database, centre.id)
    : new Map<number, { code: string; unit: string }>()
  return notes.flatMap(({ id, day, windowId, text, author, byName }) => {
    const window = windowId === null ? null : (windows.get(windowId) ?? { code: '', unit: '' })
    return within(asked.viewer.scope, centre, window)
      ? [
          {
            id,
            day: iso(day),
            window: window?.code ?? null,
            text,
            by: byName,
            own: author === asked.viewer.name,
          },
        ]
      : []
  })
}

/**
 * Adds a note. A viewer of a part of the hall can write only about their own windows. Errors: unknown-member,
 * out-of-scope.
 */
export async function addNote(
  database: Database,
  centre: Centre,
  note: {
    day: string
    window?: string | undefined
    text: string
    by: { name: string; shownName: string; scope: Scope }
    now: Date
  },
): Promise<number> {
  const windows = await windowsOf(database, centre.id)
  const [windowId, window] =
    note.window === undefined
      ? [null, null]
      : ([...windows].find(([, window]) => window.code === note.window) ?? [undefined, null])
  if (windowId === undefined)
    throw new NamedError('unknown-member', { dimension: 'window', member: note.window ?? '' })
  if (window === null ? !seesWhole(note.by.scope) : !within(note.by.scope, centre, window))
    throw new NamedError('out-of-scope', { what: note.window ?? centre.code })
  const made = await database.prisma.note.create({
    data: {
      centreId: centre.id,
      day: dateOf(note.day),
      windowId,
      text: note.text,
      author: note.by.name,
      byName: note.by.shownName,
      at: note.now,
    },
  })
  return made.id
}

/** Removes a note of the viewer's own. Errors: not-found, also for notes of others. */
export async function removeNote(
  { prisma }: Database,
  centre: Centre,
  { id, author }: { id: number; author: string },
): Promise<void> {
  const gone = await prisma.note.deleteMany({ where: { centreId: centre.id, id, author } })
  if (gone.count === 0) throw new NamedError('not-found', { what: `note ${id}` })
}
