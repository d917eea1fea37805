/**
 * What a bid came to. `other` is a status that the standard does not know; such a bid was handed in all
 * the same.
 */
export type BidStatus = 'invited' | 'pending' | 'valid' | 'disqualified' | 'withdrawn' | 'other'

/** One price that somebody offered. `amount` in any one unit, the same within a procedure. */
export interface Bid {
  status: BidStatus
  /** The ids of those who handed it in. */
  tenderers: readonly string[]
  /** How many handed it in, those without an id included; as many as there are ids unless said. */
  members?: number
  amount: number | null
  currency: string | null
  at: number | null
}

/** What a procedure ended in for one award. `classes` are the codes of the items that were awarded. */
export interface ProcedureAward {
  status: 'active' | 'cancelled' | 'unsuccessful' | 'open'
  suppliers: readonly string[]
  /** How many suppliers there are, those without an id included; as many as there are ids unless said. */
  members?: number
  classes: readonly string[]
}

/** One procedure as the signals see it, wherever it came from. Instants in milliseconds. */
export interface Procedure {
  id: string
  method: string | null
  methodDetails: string | null
  cancelled: boolean
  start: number | null
  end: number | null
  /** The deadline as bids are compared with it: `end`, also where it is given as a day. */
  deadline?: number | null
  tenderers: number | null
  buyer: string | null
  procuringEntity: string | null
  bids: readonly Bid[]
  awards: readonly ProcedureAward[]
}

/** The active awards, once no award is open any more; null before that. */
export function finalAwards({ awards }: Procedure): ProcedureAward[] | null {
  return awards.some(award => award.status === 'open')
    ? null
    : awards.filter(award => award.status === 'active')
}

/** The one id of a bid or an award that is not several people's; null otherwise. */
export function onlyMember(ids: readonly string[], members = ids.length): string | null {
  return members === 1 ? (ids[0] ?? null) : null
}

/**
 * The one supplier of the one active award, once all awards are final: all bids then competed for the
 * same. Null otherwise.
 */
export function soleWinner(procedure: Procedure): string | null {
  const [award, ...more] = finalAwards(procedure) ?? []
  return award === undefined || more.length > 0 ? null : onlyMember(award.suppliers, award.members)
}

/** Bids that were handed in and not taken back, pending ones included. */
export const submitted = ({ bids }: Procedure): Bid[] =>
  bids.filter(bid => bid.status !== 'invited' && bid.status !== 'withdrawn')

export const withStatus = ({ bids }: Procedure, status: BidStatus): Bid[] =>
  bids.filter(bid => bid.status === status)

/** A bid with an amount in a named currency. */
export type PricedBid = Bid & { amount: number; currency: string }

/** Bids that name an amount and its currency. */
export const priced = (bids: readonly Bid[]): PricedBid[] =>
  bids.filter((bid): bid is PricedBid => bid.amount !== null && bid.currency !== null)
