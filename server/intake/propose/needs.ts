import type { Mapping } from '../rows/mapping.ts'
import type { TargetName } from '../rows/targetNames.ts'

/** Fields of which a target needs one, besides those that are required each for itself. */
const needs: Partial<Record<TargetName, readonly (readonly string[])[]>> = {
  cases: [['receivedAt', 'acceptedAt']],
  trades: [['concludedDay']],
}

/** The groups of fields of which a target needs one each. */
export const needsOf = (target: TargetName): readonly (readonly string[])[] => needs[target] ?? []

/**
 * The groups of which a mapping has none. A file of trades that are all under way has no day of
 * conclusion.
 */
export function unmetNeeds(mapping: Mapping): (readonly string[])[] {
  if (mapping.constants.outcome === 'pending') return []
  return needsOf(mapping.target).filter(group =>
    group.every(field => mapping.columns[field] === undefined && (mapping.constants[field] ?? '') === ''),
  )
}
