import type { Mapping } from '../rows/mapping.ts'
import type { TargetName } from '../rows/targetNames.ts'

/** Groups of fields of which a target needs one each, in addition to required fields. */
const needs: Partial<Record<TargetName, readonly (readonly string[])[]>> = {
  cases: [['receivedAt', 'acceptedAt']],
  trades: [['concludedDay']],
}

/** The groups of fields of which a target needs one each. */
export const needsOf = (target: TargetName): readonly (readonly string[])[] => needs[target] ?? []

/** The groups without a mapped field. A file with only running trades has no day of conclusion. */
export function unmetNeeds(mapping: Mapping): (readonly string[])[] {
  if (mapping.constants.outcome === 'pending') return []
  return needsOf(mapping.target).filter(group =>
    group.every(field => mapping.columns[field] === undefined && (mapping.constants[field] ?? '') === ''),
  )
}
