import type { Viewer } from '../access/permissions.ts'
import type { Database } from '../storage/database.ts'
import type { Centre } from './centre.ts'
import { NamedError } from '#measures'

/** A saved view: the address of a page with its filters, under a name. */
interface SavedView {
  id: number
  name: string
  link: string
  by: string
  own: boolean
  roles: string[]
}

/** A viewer's own saved views and those shared with one of their roles, in order of name. */
export async function viewsOf({ prisma }: Database, centre: Centre, viewer: Viewer): Promise<SavedView[]> {
  const views = await prisma.savedView.findMany({
    where: { centreId: centre.id, OR: [{ owner: viewer.name }, { roles: { hasSome: [...viewer.roles] } }] },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 200,
  })
  return views.map(({ id, name, link, owner, byName, roles }) => ({
    id,
    name,
    link,
    by: byName,
    own: owner === viewer.name,
    roles,
  }))
}

/** Saves a view under a name, and replaces the viewer's own view of that name. */
export async function saveView(
  { prisma }: Database,
  centre: Centre,
  view: { name: string; link: string; roles: string[]; viewer: Viewer; now: Date },
): Promise<number> {
  const { name, link, roles, viewer, now } = view
  const kept = { link, roles, byName: viewer.shownName, at: now }
  const saved = await prisma.savedView.upsert({
    where: { centreId_owner_name: { centreId: centre.id, owner: viewer.name, name } },
    update: kept,
    create: { centreId: centre.id, owner: viewer.name, name, ...kept },
  })
  return saved.id
}

/** Removes a saved view of the viewer's own. Errors: not-found, also for views of others. */
export async function removeView(
  { prisma }: Database,
  centre: Centre,
  { id, owner }: { id: number; owner: string },
): Promise<void> {
  const gone = await prisma.savedView.deleteMany({ where: { centreId: centre.id, id, owner } })
  if (gone.count === 0) throw new NamedError('not-found', { what: `view ${id}` })
}
