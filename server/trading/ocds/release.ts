import type { Bid, Trade } from '../../../prisma/generated/client.ts'
import { lists } from '../../model/index.ts'
import { standardMethods } from '../standardMethods.ts'

/** The stored fields of a trade. */
type LedgerTrade = Omit<
  Trade,
  | 'centreId'
  | 'id'
  | 'batchId'
  | 'version'
  | 'discountRate'
  | 'discountBin'
  | 'homeCurrency'
  | 'biddersBin'
  | 'cycleDays'
  | 'cycleBin'
>

/**
 * Fields that the standard lacks, under an extension of our own as the standard allows, so that exchanges
 * between halls lose nothing.
 */
interface OwnFields {
  category: string
  outcome: string
  method?: string
  round: number
  priceForm: string
  baseKind?: string
  awardRate?: string
  agent?: string
  documentDays?: number
  meals?: number
  overtime?: number
  publishedDay?: string
  concludedDay?: string
  openedDay?: string
  announcedDay?: string
}

/** The stored fields of a bid. */
export type LedgerBid = Pick<Bid, 'bidder' | 'day' | 'receivedAt' | 'status' | 'amountFen' | 'reason'>

/** Converts a local day to an instant, as the standard requires: midnight in the hall's zone. */
type AtMidnight = (day: Date) => string

const textOf = (day: Date | null): string | undefined => day?.toISOString().slice(0, 10)
const money = (fen: bigint | null, currency: string) =>
  fen === null ? undefined : { amount: Number(fen) / 100, currency }

/** Removes unknown values: the standard requires a field to be absent rather than null. */
function known<T extends Record<string, unknown>>(fields: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null),
  ) as Partial<T>
}

function ownFields(trade: LedgerTrade): OwnFields {
  const { category, outcome, method, round, priceForm, baseKind, awardRate, agent } = trade
  const { documentDays, meals, overtime } = trade
  const days = {
    publishedDay: textOf(trade.publishedDay),
    concludedDay: textOf(trade.concludedDay),
    openedDay: textOf(trade.openedDay),
    announcedDay: textOf(trade.announcedDay),
  }
  const given = {
    method,
    baseKind,
    awardRate: awardRate === null ? null : `${awardRate / 1000}%`,
    agent,
    documentDays,
    meals,
    overtime,
    ...days,
  }
  return {
    category,
    outcome,
    round,
    priceForm,
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null && value !== undefined)),
  }
}

const tenderStatuses: Record<LedgerTrade['outcome'], string> = {
  pending: 'active',
  concluded: 'complete',
  tooFewBidders: 'unsuccessful',
  annulled: 'unsuccessful',
  terminated: 'cancelled',
  withdrawn: 'withdrawn',
}
const awardStatuses: Record<LedgerTrade['outcome'], string> = {
  pending: 'pending',
  concluded: 'active',
  tooFewBidders: 'unsuccessful',
  annulled: 'unsuccessful',
  terminated: 'cancelled',
  withdrawn: 'cancelled',
}

/** All parties of a trade, each once: buyer, winner and bidders. */
function partiesOf({ buyer, winner }: LedgerTrade, bids: readonly LedgerBid[]) {
  const suppliers = new Set([...(winner === null ? [] : [winner]), ...bids.map(bid => bid.bidder)])
  return [
    ...(buyer === null ? [] : [{ name: buyer, id: `buyer:${buyer}`, roles: ['buyer'] }]),
    ...Array.from(suppliers, name => ({
      name,
      id: `supplier:${name}`,
      roles: name === winner ? ['supplier', 'tenderer'] : ['tenderer'],
    })),
  ]
}

/** The bids, in the form of the standard's bids extension. */
function bidsOf({ tradeCode, currency }: LedgerTrade, bids: readonly LedgerBid[]) {
  return bids.length === 0
    ? undefined
    : {
        details: bids.map(({ bidder, day, receivedAt, status, amountFen, reason }) =>
          known({
            id: `${tradeCode}/${bidder}`,
            date: receivedAt?.toISOString(),
            status,
            tenderers: [{ id: `supplier:${bidder}`, name: bidder }],
            value: money(amountFen, currency),
            brightwindow: known({ day: textOf(day), reason }),
          }),
        ),
      }
}

function tenderOf(trade: LedgerTrade, at: AtMidnight) {
  const { tradeCode, name, category, method, outcome, currency, baseFen, bidders } = trade
  const period = known({
    startDate: trade.announcedDay && at(trade.announcedDay),
    endDate: trade.openedDay && at(trade.openedDay),
  })
  return known({
    id: tradeCode,
    title: name,
    status: tenderStatuses[outcome],
    value: money(baseFen, currency),
    procurementMethod: method === null ? undefined : standardMethods[method],
    procurementMethodDetails: method === null ? undefined : lists.tradeMethods[method].zh,
    mainProcurementCategory: category === 'works' ? 'works' : undefined,
    numberOfTenderers: bidders,
    tenderPeriod: Object.keys(period).length === 0 ? undefined : period,
    brightwindow: ownFields(trade),
  })
}

/** The award, where there is a winner or a price; a trade that failed earlier has none. */
function awardsOf(trade: LedgerTrade, at: AtMidnight) {
  const { tradeCode, outcome, currency, awardFen, winner, concludedDay } = trade
  if (outcome !== 'concluded' && awardFen === null && winner === null) return undefined
  const suppliers = winner === null ? undefined : [{ id: `supplier:${winner}`, name: winner }]
  return [
    known({
      id: tradeCode,
      status: awardStatuses[outcome],
      date: concludedDay && at(concludedDay),
      value: money(awardFen, currency),
      suppliers,
    }),
  ]
}

/**
 * Converts one trade to one release with its own code, so that it can be imported again unchanged. `at` is
 * the day of the export.
 */
export function releaseOf(
  { trade, bids }: { trade: LedgerTrade; bids: readonly LedgerBid[] },
  at: AtMidnight,
  exported: Date,
) {
  const { tradeCode, buyer, contractedDay } = trade
  const awards = awardsOf(trade, at)
  const contract =
    contractedDay && awards
      ? [{ id: `${tradeCode}-contract`, awardID: tradeCode, dateSigned: at(contractedDay) }]
      : undefined
  const parties = partiesOf(trade, bids)
  return known({
    ocid: tradeCode,
    id: `${tradeCode}-${exported.toISOString().slice(0, 10)}`,
    date: (trade.concludedDay && at(trade.concludedDay)) ?? exported.toISOString(),
    tag: ['compiled'],
    initiationType: 'tender',
    language: 'zh',
    parties: parties.length === 0 ? undefined : parties,
    buyer: buyer === null ? undefined : { id: `buyer:${buyer}`, name: buyer },
    tender: tenderOf(trade, at),
    awards,
    contracts: contract,
    bids: bidsOf(trade, bids),
  })
}
