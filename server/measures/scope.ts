import type { Sensitivity } from '../model/index.ts'

/**
 * What a person may see: an argument of every question, so that screen, export and briefing cannot
 * differ.
 */
export interface Scope {
  rows: {
    centres: 'all' | readonly string[]
    /** Codes of units; `all` means no limit. */
    units: 'all' | readonly string[]
    windows: 'all' | readonly string[]
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
