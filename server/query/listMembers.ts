import type { Member } from '#measures'
import type { Scope } from '../measures/scope.ts'
import type { Dimension } from '../model/index.ts'
import type { Database } from '../storage/database.ts'
import { NamedError } from '#measures'
import { centresOf } from '../centres/centre.ts'
import { facts, ownEntry } from '../model/index.ts'
import { readBook } from './members.ts'
import { inSnapshot } from './queryContext.ts'
import { checkCentres } from './scopeFilters.ts'

/**
 * The members of a dimension that a person may choose from, in order of code. Errors:
 * unknown-dimension, unknown-centre, out-of-scope.
 */
export async function listMembers(
  database: Database,
  asked: { centres: string[]; dimension: string; scope: Scope },
): Promise<Member[]> {
  checkCentres(asked.scope, asked.centres)
  const dimension = Object.values(facts)
    .map(fact => ownEntry<Dimension>(fact.dimensions, asked.dimension))
    .find(found => found !== undefined)
  if (!dimension) throw new NamedError('unknown-dimension', { dimension: asked.dimension })
  if (dimension.values) return Object.entries(dimension.values).map(([code, names]) => ({ code, ...names }))
  if (dimension.members === 'text' || dimension.members === 'number' || dimension.members === 'list')
    return []
  const kind = dimension.members
  const reader = centresOf(database)
  const ids = await Promise.all(asked.centres.map(async code => (await reader.find(code)).id))
  const book = await inSnapshot(database, async client => readBook(client, kind, ids))
  const limits = {
    unit: asked.scope.rows.units,
    window: asked.scope.rows.windows,
    centre: asked.scope.rows.centres,
    item: 'all' as const,
  }[kind]
  return book.all().filter(member => limits === 'all' || limits.includes(member.code))
}
