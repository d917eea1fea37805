import type { Centre } from '../../centres/centre.ts'
import type { Database } from '../../storage/database.ts'
import type { Mapping } from '../rows/mapping.ts'
import { isDeepStrictEqual } from 'node:util'
import { NamedError } from '#measures'
import { parseMapping } from '../rows/mapping.ts'

/** A mapping saved by name; each change is a new version. */
interface SavedMapping {
  name: string
  version: number
  target: string
  mapping: Mapping
  savedAt: string
  byUser: string
}

const nameForm = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,59}$/u

/**
 * Saves a mapping under a name, as a new version where the name exists; an unchanged mapping is not saved
 * again. Errors: bad-arguments.
 */
export async function saveMapping(
  { prisma }: Database,
  centre: Centre,
  saved: { name: string; mapping: Mapping; headers: readonly string[]; byUser: string; now: Date },
): Promise<number> {
  if (!nameForm.test(saved.name))
    throw new NamedError('bad-arguments', { argument: 'name', value: saved.name })
  const newest = await prisma.savedMapping.findFirst({
    where: { centreId: centre.id, name: saved.name },
    orderBy: { version: 'desc' },
  })
  if (
    newest &&
    isDeepStrictEqual(parseMapping(newest.mapping, saved.name), parseMapping(saved.mapping, saved.name))
  )
    return newest.version
  const version = (newest?.version ?? 0) + 1
  await prisma.savedMapping.create({
    data: {
      centreId: centre.id,
      name: saved.name,
      version,
      target: saved.mapping.target,
      mapping: JSON.parse(JSON.stringify(saved.mapping)) as object,
      headers: [...saved.headers],
      savedAt: saved.now,
      byUser: saved.byUser,
    },
  })
  return version
}

/** The newest version of each mapping of a centre, by name. */
export async function savedMappings({ prisma }: Database, centre: Centre): Promise<SavedMapping[]> {
  const rows = await prisma.savedMapping.findMany({
    where: { centreId: centre.id },
    orderBy: [{ name: 'asc' }, { version: 'desc' }],
    distinct: ['name'],
  })
  return rows.map(row => ({
    name: row.name,
    version: row.version,
    target: row.target,
    mapping: parseMapping(row.mapping, row.name),
    savedAt: centre.hall.zone.textAt(row.savedAt.getTime()),
    byUser: row.byUser,
  }))
}

/** The newest version of one mapping. Errors: not-found. */
export async function savedMapping(database: Database, centre: Centre, name: string): Promise<SavedMapping> {
  const mapping = (await savedMappings(database, centre)).find(mapping => mapping.name === name)
  if (!mapping) throw new NamedError('not-found', { what: name })
  return mapping
}
