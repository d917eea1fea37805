import type pg from 'pg'
import type { Member } from '#measures'
import type { Scope } from '../measures/scope.ts'
import type { Dimension } from '../model/index.ts'
import type { Database } from '../storage/database.ts'
import sql from 'sql-template-tag'
import { NamedError } from '#measures'
import { centresOf } from '../centres/centre.ts'
import { holdsPlace, placeCode, seesCentre } from '../measures/scope.ts'
import { facts, ownEntry } from '../model/index.ts'
import { readBook } from './members.ts'
import { inSnapshot } from './queryContext.ts'
import { checkCentres } from './scopeFilters.ts'
import { statementOf } from './sql.ts'

/** A window with its unit and centre; a unit without windows has one row. */
interface Place {
  centre: string
  unit: string
  window: string | null
  unitId: number
}

/**
 * The codes of the units, windows or items within a scope: for a person limited to units, those units with
 * their windows and items; for one limited to windows, those windows with their units and the items of these
 * units.
 */
async function codesInScope(
  client: pg.ClientBase,
  asked: { kind: 'unit' | 'window' | 'item'; centreIds: readonly number[]; scope: Scope },
): Promise<Set<string> | 'all'> {
  const { units, windows } = asked.scope.rows
  if (units === 'all' && windows === 'all') return 'all'
  const places = await client.query<Place>(
    statementOf(sql`SELECT c."code" AS centre, u."code" AS unit, w."code" AS window, u."id" AS "unitId"
FROM "Unit" u JOIN "Centre" c ON c."id" = u."centreId"
  LEFT JOIN "Window" w ON w."centreId" = u."centreId" AND w."unitId" = u."id"
WHERE u."centreId" = ANY(${asked.centreIds}::int[])`),
  )
  const own = places.rows.filter(
    ({ centre, unit, window }) =>
      holdsPlace(units, centre, unit) &&
      (windows === 'all' || (window !== null && holdsPlace(windows, centre, window))),
  )
  // With several centres, codes of members are prefixed with the code of their centre.
  const named = (centre: string, code: string): string =>
    asked.centreIds.length > 1 ? placeCode(centre, code) : code
  if (asked.kind === 'unit') return new Set(own.map(({ centre, unit }) => named(centre, unit)))
  if (asked.kind === 'window')
    return new Set(own.flatMap(({ centre, window }) => (window === null ? [] : named(centre, window))))
  const items = await client.query<{ centre: string; code: string }>(
    statementOf(sql`SELECT c."code" AS centre, i."code" AS code
FROM "Item" i JOIN "Centre" c ON c."id" = i."centreId"
WHERE i."centreId" = ANY(${asked.centreIds}::int[])
  AND i."unitId" = ANY(${own.map(({ unitId }) => unitId)}::int[])`),
  )
  return new Set(items.rows.map(({ centre, code }) => named(centre, code)))
}

/**
 * The members of a dimension within a scope, ordered by code. Errors: unknown-dimension, unknown-centre,
 * out-of-scope.
 */
export async function listMembers(
  database: Database,
  asked: { centres: string[]; dimension: string; scope: Scope },
): Promise<Member[]> {
  checkCentres(asked.scope, asked.centres)
  const dimension = Object.values(facts)
    .map(fact => ownEntry<Dimension>(fact.dimensions, asked.dimension))
    .find(dimension => dimension !== undefined)
  if (!dimension) throw new NamedError('unknown-dimension', { dimension: asked.dimension })
  if (dimension.values) return Object.entries(dimension.values).map(([code, names]) => ({ code, ...names }))
  if (dimension.members === 'text' || dimension.members === 'number' || dimension.members === 'list')
    return []
  const kind = dimension.members
  const reader = centresOf(database)
  const ids = await Promise.all(asked.centres.map(async code => (await reader.find(code)).id))
  return inSnapshot(database, async client => {
    const members = (await readBook(client, kind, ids)).all()
    if (kind === 'centre') return members.filter(({ code }) => seesCentre(asked.scope, code))
    const codes = await codesInScope(client, { kind, centreIds: ids, scope: asked.scope })
    return codes === 'all' ? members : members.filter(({ code }) => codes.has(code))
  })
}

/** A unit with the codes of its windows. */
interface UnitWithWindows extends Member {
  windows: string[]
}

/** The units of one centre whose windows a person may choose from, in order of code, with these windows. */
export async function windowUnits(
  database: Database,
  { centre, scope }: { centre: string; scope: Scope },
): Promise<UnitWithWindows[]> {
  const windows = await listMembers(database, { centres: [centre], dimension: 'window', scope })
  const seen = new Set(windows.map(({ code }) => code))
  const { id } = await centresOf(database).find(centre)
  const { rows } = await inSnapshot(database, async client =>
    client.query<Member & { windows: string[] }>(
      statementOf(sql`SELECT u."code" AS code, u."name" AS zh, coalesce(u."nameEn", u."name") AS en,
  array_agg(w."code" ORDER BY w."code") AS windows
FROM "Unit" u JOIN "Window" w ON w."centreId" = u."centreId" AND w."unitId" = u."id"
WHERE u."centreId" = ${id} GROUP BY u."id", u."code", u."name", u."nameEn" ORDER BY u."code"`),
    ),
  )
  return rows
    .map(unit => ({ ...unit, windows: unit.windows.filter(code => seen.has(code)) }))
    .filter(unit => unit.windows.length > 0)
}
