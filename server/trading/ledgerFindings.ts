import type { Centre } from '../centres/centre.ts'
import type { Scope } from '../measures/scope.ts'
import type { Value } from '../model/expression.ts'
import type { RecordValues } from '../query/recordFigure.ts'
import type { Database } from '../storage/database.ts'
import type { FoundSignal } from './foundSignal.ts'
import type { SeenBid, SeenTrade } from './hall/index.ts'
import { parsePeriod, textOfDay } from '#measures'
import { withinBudget } from './chance.ts'
import { ledgerSignals } from './hall/index.ts'
import { proceduresOf } from './procedures.ts'
import { publishedFindings } from './publishedFindings.ts'

/** All findings in a period. */
interface LedgerFindings {
  from: string
  to: string
  trades: number
  /** The number of trades that were neither concluded nor failed; rates of failure leave them out. */
  terminated: number
  signals: FoundSignal[]
}

const toDate = (day: number): Date => new Date(`${textOfDay(day)}T00:00:00Z`)
const toDay = (date: Date | null): number | null =>
  date === null ? null : Math.round(date.getTime() / 86_400_000)
const toNumber = (value: bigint | null): number | null => (value === null ? null : Number(value))

type StoredTrade = Awaited<ReturnType<Database['prisma']['trade']['findMany']>>[number]
type StoredBid = Pick<SeenBid, 'amountFen'> & { status: string; bidder: string | null }

/** Converts a stored record to the form in which conditions and numbers are evaluated. */
export const recordOf = (row: object): RecordValues =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]: [string, unknown]): [string, Value] => [
      column,
      value instanceof Date
        ? toDay(value)
        : typeof value === 'bigint'
          ? Number(value)
          : typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
            ? value
            : null,
    ]),
  )

function seen(trade: StoredTrade, bids: readonly StoredBid[]): SeenTrade {
  const { tradeCode, name, category, method, outcome, buyer, winner, baseKind, currency } = trade
  return {
    code: tradeCode,
    name,
    category,
    method,
    outcome,
    buyer,
    winner,
    baseKind,
    currency,
    isHome: trade.homeCurrency,
    baseFen: toNumber(trade.baseFen),
    awardFen: toNumber(trade.awardFen),
    discountRate: trade.discountRate,
    bidders: trade.bidders,
    announced: toDay(trade.announcedDay),
    opened: toDay(trade.openedDay),
    concluded: toDay(trade.concludedDay),
    bids: bids.map(({ status, amountFen, bidder }) => ({
      accepted: status === 'valid',
      won: winner !== null && bidder === winner,
      amountFen,
    })),
    record: recordOf(trade),
  }
}

/** Runs all signals over some trades of a centre. */
export async function findingsAmong(
  database: Database,
  centre: Centre,
  stored: readonly StoredTrade[],
): Promise<FoundSignal[]> {
  const home = stored.filter(trade => trade.homeCurrency)
  const [procedures, bids] = await Promise.all([
    proceduresOf(database, centre, home),
    bidsOf(database, centre, stored),
  ])
  const trades = stored.map(trade => seen(trade, bids.get(trade.tradeCode) ?? []))
  const names = new Map(trades.map(trade => [trade.code, trade.name]))
  const signals = ledgerSignals.map(({ everyCurrency = false, lookedAt, find, ...about }) => {
    const looked = everyCurrency ? trades : trades.filter(trade => trade.isHome)
    const count = lookedAt(looked)
    return { ...about, lookedAt: count, findings: withinBudget(find(looked), count) }
  })
  return [
    ...signals,
    ...publishedFindings(procedures, { nameOf: code => names.get(code) ?? code, currency: centre.currency }),
  ]
}

async function bidsOf(
  { prisma }: Database,
  centre: Centre,
  trades: readonly StoredTrade[],
): Promise<Map<string, StoredBid[]>> {
  const stored = await prisma.bid.findMany({
    where: { centreId: centre.id, tradeCode: { in: trades.map(trade => trade.tradeCode) } },
    select: { tradeCode: true, bidder: true, status: true, amountFen: true },
  })
  const byTrade = new Map<string, StoredBid[]>()
  for (const { tradeCode, amountFen, ...bid } of stored)
    byTrade.set(tradeCode, [...(byTrade.get(tradeCode) ?? []), { ...bid, amountFen: toNumber(amountFen) }])
  return byTrade
}

/** Removes names from signals for viewers who may not see bidders. */
const withoutBidders = (signals: readonly FoundSignal[]): FoundSignal[] =>
  signals.map(signal => ({
    ...signal,
    findings: signal.findings.map(finding => ({ ...finding, subject: '***', note: null })),
  }))

/** Runs all signals over the trades that ended in a period. Errors: those of the period. */
export async function ledgerFindings(
  database: Database,
  centre: Centre,
  of: { period: string; now: Date; scope: Scope },
): Promise<LedgerFindings> {
  const days = parsePeriod(of.period, centre.hall.zone.localAt(of.now.getTime()).day)
  const stored = await database.prisma.trade.findMany({
    where: { centreId: centre.id, concludedDay: { gte: toDate(days.from), lte: toDate(days.to) } },
    orderBy: [{ concludedDay: 'asc' }, { tradeCode: 'asc' }],
  })
  const signals = await findingsAmong(database, centre, stored)
  return {
    from: textOfDay(days.from),
    to: textOfDay(days.to),
    trades: stored.length,
    terminated: stored.filter(({ outcome }) => outcome === 'terminated').length,
    signals: of.scope.reveal.includes('bidder') ? signals : withoutBidders(signals),
  }
}
