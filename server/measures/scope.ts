import type { Sensitivity } from '../model/index.ts'

/** `all` means no limit. */
export type Codes = 'all' | readonly string[]

/**
 * What a person may see: an argument of every question, so that screen, export and briefing cannot
 * differ.
 */
export interface Scope {
  rows: {
    centres: Codes
    /** Units, each by its centre and code: two centres may use one code. */
    units: Codes
    /** Windows, each by its centre and code. */
    windows: Codes
  }
  /** Sensitive details that may be grouped, filtered or listed. */
  reveal: readonly Sensitivity[]
  /** Whether whole-hall aggregates may be shown beside one's own rows. */
  benchmark: boolean
}

/** Sees every row and every detail: the command line of the machine's owner, and tests. */
export const wholeScope: Scope = {
  rows: { centres: 'all', units: 'all', windows: 'all' },
  reveal: ['staff', 'giver', 'bidder', 'applicant'],
  benchmark: true,
}

/** Sees every row of every centre, but no individual: what a leader's screen needs. */
export const leaderScope: Scope = { ...wholeScope, reveal: [] }

/** The code of a unit or window among those of several centres. Codes of centres have no slash. */
export const placeCode = (centre: string, code: string): string => `${centre}/${code}`

/** The centre and the own code of a unit or window that is named with both; null for a bare code. */
export function placeOf(named: string): { centre: string; code: string } | null {
  const slash = named.indexOf('/')
  return slash < 1 || slash === named.length - 1
    ? null
    : { centre: named.slice(0, slash), code: named.slice(slash + 1) }
}

/** The codes that a limit by centre and code has within one centre. */
export function codesWithin(limit: Codes, centre: string): 'all' | string[] {
  if (limit === 'all') return 'all'
  return limit.flatMap(named => {
    const place = placeOf(named)
    return place?.centre === centre ? [place.code] : []
  })
}

/** True where a limit by centre and code holds a unit or window. */
export const holdsPlace = (limit: Codes, centre: string, code: string): boolean =>
  limit === 'all' || limit.includes(placeCode(centre, code))

/** True where a scope leaves any row of a centre: whoever is limited to units of another sees none here. */
export function seesCentre({ rows }: Scope, centre: string): boolean {
  return (
    (rows.centres === 'all' || rows.centres.includes(centre)) &&
    codesWithin(rows.units, centre).length > 0 &&
    codesWithin(rows.windows, centre).length > 0
  )
}

/** True where a scope is not limited to units or windows. */
export const seesWhole = ({ rows }: Scope): boolean => rows.units === 'all' && rows.windows === 'all'
