/**
 * The status of a bid. `other` is a status that the standard does not define; such a bid counts as submitted.
 */
export type BidStatus = 'invited' | 'pending' | 'valid' | 'disqualified' | 'withdrawn' | 'other'

/** A bid. `amount` is in any unit that is the same within the procedure. */
export interface Bid {
  status: BidStatus
  /** The ids of the tenderers. */
  tenderers: readonly string[]
  /** The number of tenderers including those without an id; by default the number of ids. */
  members?: number
  amount: number | null
  currency: string | null
  at: number | null
}

/** An award of a procedure. `classes` are the codes of the awarded items. */
export interface ProcedureAward {
  status: 'active' | 'cancelled' | 'unsuccessful' | 'open'
  suppliers: readonly string[]
  /** The number of suppliers including those without an id; by default the number of ids. */
  members?: number
  classes: readonly string[]
}

/** A procedure from any source, as the signals use it. Instants in milliseconds. */
export interface Procedure {
  id: string
  method: string | null
  methodDetails: string | null
  cancelled: boolean
  start: number | null
  end: number | null
  /** The deadline for submitting bids; differs from `end` where that is given as a day. */
  deadline?: number | null
  tenderers: number | null
  buyer: string | null
  procuringEntity: string | null
  bids: readonly Bid[]
  awards: readonly ProcedureAward[]
}

/** The active awards once no award is open; null before that. */
export function finalAwards({ awards }: Procedure): ProcedureAward[] | null {
  return awards.some(award => award.status === 'open')
    ? null
    : awards.filter(award => award.status === 'active')
}

/** The id of the only member of a bid or an award; null for joint ones. */
export function onlyMember(ids: readonly string[], members = ids.length): string | null {
  return members === 1 ? (ids[0] ?? null) : null
}

/**
 * The only supplier of the only active award, once all awards are final, so that all bids competed for the
 * same contract. Null otherwise.
 */
export function soleWinner(procedure: Procedure): string | null {
  const [award, ...more] = finalAwards(procedure) ?? []
  return award === undefined || more.length > 0 ? null : onlyMember(award.suppliers, award.members)
}

/** Bids that were submitted and not withdrawn, including pending ones. */
export const submitted = ({ bids }: Procedure): Bid[] =>
  bids.filter(bid => bid.status !== 'invited' && bid.status !== 'withdrawn')

export const withStatus = ({ bids }: Procedure, status: BidStatus): Bid[] =>
  bids.filter(bid => bid.status === status)

/** A bid with an amount in a named currency. */
export type PricedBid = Bid & { amount: number; currency: string }

/** Bids that name an amount and its currency. */
export const priced = (bids: readonly Bid[]): PricedBid[] =>
  bids.filter((bid): bid is PricedBid => bid.amount !== null && bid.currency !== null)
