import type { Codes, Scope } from '../measures/scope.ts'
import { holdsPlace } from '../measures/scope.ts'

/** The codes of the unit and window of a row; null for rows of the whole hall. */
interface Place {
  centre: string
  unit: string | null
  window: string | null
}

/** True where rows of a place are within a scope. Rows of the whole hall need a scope of the whole hall. */
export function isWithin({ rows }: Scope, { centre, unit, window }: Place): boolean {
  const has = (allowed: Codes, code: string | null): boolean =>
    allowed === 'all' || (code !== null && holdsPlace(allowed, centre, code))
  return has(rows.units, unit) && has(rows.windows, window)
}
