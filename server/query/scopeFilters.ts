import type { Measure, RowsQuestion } from '#measures'
import type { Scope } from '../measures/scope.ts'
import type { Dimension, Fact } from '../model/index.ts'
import type { Members } from './members.ts'
import type { ReadFilter } from './read.ts'
import { dimensionOf, NamedError } from '#measures'

/** Refuses centres outside the scope. Errors: out-of-scope. */
export function checkCentres(scope: Scope, codes: readonly string[]): void {
  const { centres } = scope.rows
  const outside = centres === 'all' ? undefined : codes.find(code => !centres.includes(code))
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
  if (found.sensitive && !scope.reveal.includes(found.sensitive))
    throw new NamedError('hidden-dimension', { dimension: name })
  return found
}

/**
 * The scope's own limits as filters on the facts that are read. A fact that knows no unit cannot be
 * shown to someone limited to units.
 */
export function scopeLimits(
  scope: Scope,
  facts: readonly Fact[],
): { dimension: string; in: readonly string[] }[] {
  return (['units', 'windows'] as const).flatMap(limit => {
    const allowed = scope.rows[limit]
    if (allowed === 'all') return []
    const dimension = limit === 'units' ? 'unit' : 'window'
    const without = facts.find(fact => !fact.dimensions[dimension])
    if (without) throw new NamedError('out-of-scope', { what: without.names.zh })
    return [{ dimension, in: allowed }]
  })
}

/**
 * Filters of a question and of the scope together, resolved to stored values. The empty code names the
 * rows without a member.
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
