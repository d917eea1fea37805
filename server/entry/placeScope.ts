import type { Scope } from '../measures/scope.ts'

/** The codes of the unit and window that a row belongs to; null for a row of the whole hall. */
interface Place {
  unit: string | null
  window: string | null
}

/** True where rows of that unit and window are within a scope. A row of no place is for the whole hall's. */
export function isWithin({ rows }: Scope, { unit, window }: Place): boolean {
  const has = (allowed: 'all' | readonly string[], code: string | null): boolean =>
    allowed === 'all' || (code !== null && allowed.includes(code))
  return has(rows.units, unit) && has(rows.windows, window)
}
