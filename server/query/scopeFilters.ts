import type { Measure, RowsQuestion } from '#measures'
import type { Scope } from '../measures/scope.ts'
import type { Dimension, Fact } from '../model/index.ts'
import type { Members } from './members.ts'
import type { ReadFilter } from './read.ts'
import { dimensionOf, NamedError, recordFilterOf } from '#measures'
import { codesWithin, placeCode, seesCentre } from '../measures/scope.ts'

/** Refuses centres of which the scope leaves no row. Errors: out-of-scope. */
export function checkCentres(scope: Scope, codes: readonly string[]): void {
  const outside = codes.find(code => !seesCentre(scope, code))
  if (outside !== undefined) throw new NamedError('out-of-scope', { what: outside })
}

/**
 * A dimension that every asked measure has and that this scope may use. Errors: unknown-dimension,
 * dimension-not-of-measure, hidden-dimension.
 */
export function usableDimension(
  measures: readonly [string, Measure][],
  name: string,
  scope: Scope,
): Dimension {
  let found: Dimension | null = null
  for (const [id, measure] of measures) {
    found = dimensionOf(measure, name)
    if (!found) throw new NamedError('dimension-not-of-measure', { measure: id, dimension: name })
  }
  if (!found) throw new NamedError('unknown-dimension', { dimension: name })
  return shownTo(scope, name, found)
}

/** A dimension that this scope may use. Errors: hidden-dimension. */
function shownTo(scope: Scope, name: string, found: Dimension): Dimension {
  if (found.sensitive && !scope.reveal.includes(found.sensitive))
    throw new NamedError('hidden-dimension', { dimension: name })
  return found
}

/**
 * What the records of a measure may be limited by: its dimensions, and the columns that name single
 * records. Errors: as `usableDimension`.
 */
export function usableFilter(asked: [string, Measure], name: string, scope: Scope): Dimension {
  const named = recordFilterOf(asked[1], name)
  return named ? shownTo(scope, name, named) : usableDimension([asked], name, scope)
}

/** A limit of a scope within some centres. */
export interface ScopeLimit {
  dimension: 'unit' | 'window'
  /** Its members, named as those of a question about these centres are. */
  in: string[]
}

/**
 * The limits of a scope within some centres. Members of several centres are told apart by the code of
 * their centre, those of one are not.
 */
export function limitsWithin(scope: Scope, centres: readonly string[]): ScopeLimit[] {
  return (['units', 'windows'] as const).flatMap(limit => {
    const allowed = scope.rows[limit]
    if (allowed === 'all') return []
    const own = centres.flatMap(centre =>
      Array.from(codesWithin(allowed, centre), code => (centres.length > 1 ? placeCode(centre, code) : code)),
    )
    return [{ dimension: limit === 'units' ? 'unit' : 'window', in: own }]
  })
}

/**
 * The scope's own limits as filters on the facts that are read. A fact that knows no unit cannot be
 * shown to someone limited to units. Errors: out-of-scope.
 */
export function scopeLimits(scope: Scope, facts: readonly Fact[], centres: readonly string[]): ScopeLimit[] {
  return limitsWithin(scope, centres).map(limit => {
    const without = facts.find(fact => !fact.dimensions[limit.dimension])
    if (without) throw new NamedError('out-of-scope', { what: without.names.zh })
    return limit
  })
}

/**
 * The limits of a scope, resolved to stored values. A unit or window that is not in the catalogue, such as
 * one whose loading was undone, opens no row.
 */
export async function resolveLimits(
  members: Members,
  limits: readonly ScopeLimit[],
  dimensionNamed: (name: string) => Dimension,
): Promise<ReadFilter[]> {
  return Promise.all(
    limits.map(async ({ dimension, in: codes }) => {
      const known = new Set(await members.codes(dimension))
      const values = await members.stored(
        dimension,
        dimensionNamed(dimension),
        codes.filter(code => known.has(code)),
      )
      return { dimension, values }
    }),
  )
}

/** Filters of a question, resolved to stored values. The empty code names the rows without a member. */
export async function resolveFilters(
  members: Members,
  filters: RowsQuestion['filters'],
  dimensionNamed: (name: string) => Dimension,
): Promise<ReadFilter[]> {
  return Promise.all(
    filters.map(async ({ dimension, in: codes }) => ({
      dimension,
      values: await members.stored(
        dimension,
        dimensionNamed(dimension),
        codes.filter(code => code !== ''),
      ),
      ...(codes.includes('') && { orNone: true }),
    })),
  )
}
