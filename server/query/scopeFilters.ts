import type { Measure, RowsQuestion } from '#measures'
import type { Scope } from '../measures/scope.ts'
import type { Dimension, Fact } from '../model/index.ts'
import type { Members } from './members.ts'
import type { ReadFilter } from './read.ts'
import { dimensionOf, NamedError, recordFilterOf } from '#measures'
import { codesWithin, placeCode, seesCentre } from '../measures/scope.ts'

/** Refuses centres in which the scope allows no row. Errors: out-of-scope. */
export function checkCentres(scope: Scope, codes: readonly string[]): void {
  const outside = codes.find(code => !seesCentre(scope, code))
  if (outside !== undefined) throw new NamedError('out-of-scope', { what: outside })
}

/**
 * A dimension that all measures have and the scope may use. Errors: unknown-dimension,
 * dimension-not-of-measure, hidden-dimension.
 */
export function usableDimension(
  measures: readonly [string, Measure][],
  name: string,
  scope: Scope,
): Dimension {
  let dimension: Dimension | null = null
  for (const [id, measure] of measures) {
    dimension = dimensionOf(measure, name)
    if (!dimension) throw new NamedError('dimension-not-of-measure', { measure: id, dimension: name })
  }
  if (!dimension) throw new NamedError('unknown-dimension', { dimension: name })
  return shownTo(scope, name, dimension)
}

/** Returns the dimension where the scope may use it. Errors: hidden-dimension. */
function shownTo(scope: Scope, name: string, dimension: Dimension): Dimension {
  if (dimension.sensitive && !scope.reveal.includes(dimension.sensitive))
    throw new NamedError('hidden-dimension', { dimension: name })
  return dimension
}

/**
 * A dimension by which the records of a measure may be filtered: one of the measure, or a column that
 * identifies single records. Errors: as `usableDimension`.
 */
export function usableFilter(asked: [string, Measure], name: string, scope: Scope): Dimension {
  const named = recordFilterOf(asked[1], name)
  return named ? shownTo(scope, name, named) : usableDimension([asked], name, scope)
}

/** A limit of a scope within some centres. */
export interface ScopeLimit {
  dimension: 'unit' | 'window'
  /** The codes of its members, as in a question about these centres. */
  in: string[]
}

/**
 * The limits of a scope within some centres. With several centres, codes are prefixed with the code of their
 * centre.
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
 * The limits of the scope as filters on the facts of a question. A fact without units is refused to a viewer
 * limited to units. Errors: out-of-scope.
 */
export function scopeLimits(scope: Scope, facts: readonly Fact[], centres: readonly string[]): ScopeLimit[] {
  return limitsWithin(scope, centres).map(limit => {
    const without = facts.find(fact => !fact.dimensions[limit.dimension])
    if (without) throw new NamedError('out-of-scope', { what: without.names.zh })
    return limit
  })
}

/**
 * Resolves the limits of a scope to stored values. A unit or window that is not in the catalogue, such as one
 * whose import was undone, matches no row.
 */
export async function resolveLimits(
  members: Members,
  limits: readonly ScopeLimit[],
  dimensionNamed: (name: string) => Dimension,
): Promise<ReadFilter[]> {
  return Promise.all(
    limits.map(async ({ dimension, in: codes }) => {
      const allCodes = new Set(await members.codes(dimension))
      const values = await members.stored(
        dimension,
        dimensionNamed(dimension),
        codes.filter(code => allCodes.has(code)),
      )
      return { dimension, values }
    }),
  )
}

/**
 * Resolves the filters of a question to stored values. The empty code matches rows without a member. Errors:
 * unknown-member.
 */
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
