import type { Sensitivity } from '../model/index.ts'

/** `all` means no limit. */
export type Codes = 'all' | readonly string[]

/** What a viewer may see. Every question takes it, so that pages, exports and briefings are consistent. */
export interface Scope {
  rows: {
    centres: Codes
    /** Units by centre and code, because centres may use equal codes. */
    units: Codes
    /** Windows by centre and code. */
    windows: Codes
  }
  /** Sensitive details that the viewer may group, filter or list by. */
  reveal: readonly Sensitivity[]
  /** Whether totals of the whole hall may be shown beside the viewer's own rows. */
  benchmark: boolean
}

/** Every row and every detail, for the command line of the machine's owner and for tests. */
export const wholeScope: Scope = {
  rows: { centres: 'all', units: 'all', windows: 'all' },
  reveal: ['staff', 'giver', 'bidder', 'applicant'],
  benchmark: true,
}

/** Every row of every centre, without personal details, as for leaders. */
export const leaderScope: Scope = { ...wholeScope, reveal: [] }

/** The code of a unit or window with several centres. Codes of centres contain no slash. */
export const placeCode = (centre: string, code: string): string => `${centre}/${code}`

/** Splits such a code into the centre's and its own; null for a bare code. */
export function placeOf(named: string): { centre: string; code: string } | null {
  const slash = named.indexOf('/')
  return slash < 1 || slash === named.length - 1
    ? null
    : { centre: named.slice(0, slash), code: named.slice(slash + 1) }
}

/** The codes of a limit within one centre. */
export function codesWithin(limit: Codes, centre: string): 'all' | string[] {
  if (limit === 'all') return 'all'
  return limit.flatMap(named => {
    const place = placeOf(named)
    return place?.centre === centre ? [place.code] : []
  })
}

/** Whether a limit contains a unit or window. */
export const holdsPlace = (limit: Codes, centre: string, code: string): boolean =>
  limit === 'all' || limit.includes(placeCode(centre, code))

/** Whether a scope allows any row of a centre. Limits to units of other centres allow none. */
export function seesCentre({ rows }: Scope, centre: string): boolean {
  return (
    (rows.centres === 'all' || rows.centres.includes(centre)) &&
    codesWithin(rows.units, centre).length > 0 &&
    codesWithin(rows.windows, centre).length > 0
  )
}

/** Whether a scope has no limits to units or windows. */
export const seesWhole = ({ rows }: Scope): boolean => rows.units === 'all' && rows.windows === 'all'
