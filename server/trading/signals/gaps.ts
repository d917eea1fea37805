import type { PricedBid, Procedure } from './procedure.ts'
import { onlyMember, priced, soleWinner, withStatus } from './procedure.ts'

/** The difference between the winning bid and the best bid of others. */
interface Gap {
  procedure: Procedure
  /** (second − winning) ÷ winning; never negative. */
  gap: number
  winner: string
  second: string
}

/** Valid bids with a price and a single tenderer. */
const comparableBids = (procedure: Procedure): PricedBid[] =>
  priced(withStatus(procedure, 'valid')).filter(
    ({ tenderers, members }) => onlyMember(tenderers, members) !== null,
  )

const cheapest = (bids: readonly PricedBid[]): PricedBid | undefined =>
  bids.toSorted((a, b) => a.amount - b.amount)[0]

function gapIn(procedure: Procedure, winner: string, currency: string): Gap | null {
  const bids = comparableBids(procedure).filter(bid => bid.currency === currency)
  const own = cheapest(bids.filter(bid => bid.tenderers[0] === winner))
  const other = cheapest(bids.filter(bid => bid.tenderers[0] !== winner))
  // Where a lower bid lost, price did not decide the award.
  if (!own || !other || own.amount <= 0 || other.amount < own.amount) return null
  return {
    procedure,
    gap: (other.amount - own.amount) / own.amount,
    winner,
    second: other.tenderers[0] ?? '',
  }
}

/** The gap of every procedure that has one, in one currency: `currency`, or the first one found. */
export function gapsOf(procedures: readonly Procedure[], currency: string | null): Gap[] {
  const decided = procedures.flatMap(procedure => {
    const winner = soleWinner(procedure)
    return winner === null ? [] : [{ procedure, winner }]
  })
  const first = decided.flatMap(({ procedure }) => comparableBids(procedure))[0]?.currency
  const chosen = currency ?? first
  return chosen === undefined
    ? []
    : decided.flatMap(({ procedure, winner }) => gapIn(procedure, winner, chosen) ?? [])
}
