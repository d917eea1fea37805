import type { Centre } from '../centres/centre.ts'
import type { Names } from '../facts/index.ts'
import type { Database } from '../storage/database.ts'
import type { Finding, LedgerSignal, SeenTrade } from './hall/index.ts'
import { parsePeriod, textOfDay } from '#measures'
import { ledgerSignals } from './hall/index.ts'
import { proceduresOf } from './procedures.ts'
import { publishedFindings } from './publishedFindings.ts'

/** A signal with what it found, the largest number of trades first. */
export interface FoundSignal { id: string, names: Names, question: Names, formula: Names, source: string, unit: LedgerSignal['unit'] | 'flag', lookedAt: number, findings: Finding[] }

/** Everything that the signals found in a period. */
export interface LedgerFindings { from: string, to: string, trades: number, signals: FoundSignal[] }

const toDate = (day: number): Date => new Date(`${textOfDay(day)}T00:00:00Z`)
const toDay = (date: Date | null): number | null => date === null ? null : Math.round(date.getTime() / 86_400_000)
const toNumber = (value: bigint | null): number | null => value === null ? null : Number(value)

async function tradesOf({ prisma }: Database, centre: Centre, days: { from: number, to: number }) {
  return prisma.trade.findMany({ where: { centreId: centre.id, homeCurrency: true, concludedDay: { gte: toDate(days.from), lte: toDate(days.to) } }, orderBy: [{ concludedDay: 'asc' }, { tradeCode: 'asc' }] })
}

function seen(found: Awaited<ReturnType<typeof tradesOf>>): SeenTrade[] {
  return found.map(({ tradeCode, name, category, method, outcome, buyer, winner, baseFen, awardFen, discountRate, bidders, announcedDay, openedDay, concludedDay }) => ({
    code: tradeCode,
    name,
    category,
    method,
    outcome,
    buyer,
    winner,
    baseFen: toNumber(baseFen),
    awardFen: toNumber(awardFen),
    discountRate,
    bidders,
    announced: toDay(announcedDay),
    opened: toDay(openedDay),
    concluded: toDay(concludedDay),
  }))
}

/** Looks for the hall's own signals among the trades that ended in a period. Errors: those of the period. */
export async function ledgerFindings(database: Database, centre: Centre, of: { period: string, now: Date }): Promise<LedgerFindings> {
  const days = parsePeriod(of.period, centre.hall.zone.localAt(of.now.getTime()).day)
  const found = await tradesOf(database, centre, days)
  const trades = seen(found)
  const procedures = await proceduresOf(database, centre, found)
  const names = new Map(trades.map(trade => [trade.code, trade.name]))
  const signals = ledgerSignals.map(({ id, names, question, formula, source, unit, lookedAt, find }) => ({ id, names, question, formula, source, unit, lookedAt: lookedAt(trades), findings: find(trades).toSorted((a, b) => b.trades.length - a.trades.length) }))
  return { from: textOfDay(days.from), to: textOfDay(days.to), trades: trades.length, signals: [...signals, ...publishedFindings(procedures, code => names.get(code) ?? code)] }
}
