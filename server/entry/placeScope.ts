import type { Codes, Scope } from '../measures/scope.ts'
import { holdsPlace } from '../measures/scope.ts'

/** The codes of the unit and window of a centre that a row belongs to; null for a row of the whole hall. */
interface Place {
  centre: string
  unit: string | null
  window: string | null
}

/** True where rows of that unit and window are within a scope. A row of no place is for the whole hall's. */
export function isWithin({ rows }: Scope, { centre, unit, window }: Place): boolean {
  const has = (allowed: Codes, code: string | null): boolean =>
    allowed === 'all' || (code !== null && holdsPlace(allowed, centre, code))
  return has(rows.units, unit) && has(rows.windows, window)
}
