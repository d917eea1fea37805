import type { Centre } from '../centres/centre.ts'
import type { Database } from '../storage/database.ts'
import type { Bid, Procedure } from './signals/index.ts'
import { standardMethods } from './standardMethods.ts'

/** The fields of a trade that the published signals use. */
interface ProcedureTrade {
  tradeCode: string
  method: string | null
  outcome: string
  buyer: string | null
  winner: string | null
  bidders: number | null
  announcedDay: Date | null
  openedDay: Date | null
}
interface StoredBid {
  tradeCode: string
  bidder: string
  status: Bid['status']
  amountFen: bigint | null
  receivedAt: Date | null
}

/** The ledger stores amounts of bids without a currency; within a hall they have the same. */
const bidOf = ({ bidder, status, amountFen, receivedAt }: StoredBid): Bid => ({
  status,
  tenderers: [bidder],
  amount: amountFen === null ? null : Number(amountFen),
  currency: 'hall',
  at: receivedAt?.getTime() ?? null,
})

/** The deadline as an instant: the end of the opening day, so that a bid received on that day is not late. */
const endOf = (day: Date | null): number | null => (day === null ? null : day.getTime() + 86_400_000)

function procedureOf(trade: ProcedureTrade, bids: readonly StoredBid[]): Procedure {
  const { tradeCode, method, outcome, buyer, winner, bidders } = trade
  return {
    id: tradeCode,
    method: method === null ? null : (standardMethods[method] ?? null),
    methodDetails: method,
    cancelled: outcome === 'terminated' || outcome === 'withdrawn',
    start: trade.announcedDay?.getTime() ?? null,
    end: endOf(trade.openedDay),
    tenderers: bidders,
    buyer,
    procuringEntity: null,
    bids: bids.map(bidOf),
    awards:
      outcome === 'concluded' && winner !== null
        ? [{ status: 'active', suppliers: [winner], classes: [] }]
        : [],
  }
}

/** Converts trades with known bids to procedures. */
export async function proceduresOf(
  { prisma }: Database,
  centre: Centre,
  trades: readonly ProcedureTrade[],
): Promise<Procedure[]> {
  const bids = await prisma.bid.findMany({
    where: { centreId: centre.id, tradeCode: { in: trades.map(trade => trade.tradeCode) } },
    select: { tradeCode: true, bidder: true, status: true, amountFen: true, receivedAt: true },
  })
  const byTrade = new Map<string, StoredBid[]>()
  for (const bid of bids) byTrade.set(bid.tradeCode, [...(byTrade.get(bid.tradeCode) ?? []), bid])
  return trades
    .filter(trade => byTrade.has(trade.tradeCode))
    .map(trade => procedureOf(trade, byTrade.get(trade.tradeCode) ?? []))
}
