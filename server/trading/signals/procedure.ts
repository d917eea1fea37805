/** What a bid came to. */
export type BidStatus = 'invited' | 'pending' | 'valid' | 'disqualified' | 'withdrawn'

/** One price that somebody offered. `amount` in any one unit, the same within a procedure. */
export interface Bid { status: BidStatus, tenderers: readonly string[], amount: number | null, currency: string | null, at: number | null }

/** What a procedure ended in for one award. `classes` are the codes of the items that were awarded. */
export interface ProcedureAward { status: 'active' | 'cancelled' | 'unsuccessful' | 'open', suppliers: readonly string[], classes: readonly string[] }

/** One procedure as the signals see it, wherever it came from. Instants in milliseconds. */
export interface Procedure {
  id: string
  method: string | null
  methodDetails: string | null
  cancelled: boolean
  start: number | null
  end: number | null
  tenderers: number | null
  buyer: string | null
  procuringEntity: string | null
  bids: readonly Bid[]
  awards: readonly ProcedureAward[]
}

/** True once nothing more can be awarded: every award is active, cancelled or unsuccessful, and one at least is active. */
export function isDecided({ awards }: Procedure): boolean {
  return awards.some(award => award.status === 'active') && awards.every(award => award.status !== 'open')
}

/** The one winner of a decided procedure; null where there are several, or none. */
export function soleWinner(procedure: Procedure): string | null {
  const active = procedure.awards.filter(award => award.status === 'active')
  const suppliers = active[0]?.suppliers ?? []
  return isDecided(procedure) && active.length === 1 && suppliers.length === 1 ? suppliers[0] ?? null : null
}

/** Bids that were handed in and not taken back. */
export const submitted = ({ bids }: Procedure): Bid[] => bids.filter(bid => bid.status !== 'invited' && bid.status !== 'withdrawn')

export const withStatus = ({ bids }: Procedure, status: BidStatus): Bid[] => bids.filter(bid => bid.status === status)

/** Amounts that can be compared: one currency, none missing; null otherwise. */
export function comparableAmounts(bids: readonly Bid[]): number[] | null {
  const amounts = bids.map(bid => bid.amount).filter(amount => amount !== null)
  return amounts.length === bids.length && new Set(bids.map(bid => bid.currency)).size <= 1 ? amounts : null
}

/** How far the best bid of anybody else was above the winner's, as a share of the winner's; null where price did not decide or cannot be told. */
function gapToSecond(procedure: Procedure): { gap: number, winner: string, second: string } | null {
  const winner = soleWinner(procedure)
  const valid = withStatus(procedure, 'valid')
  if (winner === null || comparableAmounts(valid) === null || valid.some(bid => bid.tenderers.length !== 1))
    return null
  const cheapest = (bids: Bid[]): Bid | undefined => bids.toSorted((a, b) => (a.amount ?? 0) - (b.amount ?? 0))[0]
  const own = cheapest(valid.filter(bid => bid.tenderers[0] === winner))
  const other = cheapest(valid.filter(bid => bid.tenderers[0] !== winner))
  const [won, second] = [own?.amount ?? null, other?.amount ?? null]
  if (won === null || second === null || won <= 0 || second < won)
    return null
  return { gap: (second - won) / won, winner, second: other?.tenderers[0] ?? '' }
}

/** The gap of every procedure that has one. */
export function gapsOf(procedures: readonly Procedure[]): { procedure: Procedure, gap: number, winner: string, second: string }[] {
  return procedures.flatMap((procedure) => {
    const found = gapToSecond(procedure)
    return found ? [{ procedure, ...found }] : []
  })
}
