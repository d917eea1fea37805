import type { Centre } from '../../centres/centre.ts'
import type { Database } from '../../storage/database.ts'
import type { LedgerBid } from './release.ts'
import { parsePeriod, textOfDay } from '#measures'
import { releaseOf } from './release.ts'

/** A release package, and the counts of what the standard cannot represent. */
interface OcdsPackage {
  document: object
  releases: number
  leftOut: number
}

const dayAsDate = (day: number): Date => new Date(`${textOfDay(day)}T00:00:00Z`)

async function bidsByTrade(
  prisma: Database['prisma'],
  centreId: number,
  codes: string[],
): Promise<Map<string, LedgerBid[]>> {
  const bids = await prisma.bid.findMany({
    where: { centreId, tradeCode: { in: codes } },
    orderBy: { bidCode: 'asc' },
  })
  const byTrade = new Map<string, LedgerBid[]>()
  for (const bid of bids) byTrade.set(bid.tradeCode, [...(byTrade.get(bid.tradeCode) ?? []), bid])
  return byTrade
}

/**
 * The ledger of a period as an Open Contracting release package (1.1): works and procurement, whether
 * concluded, failed or under way. The standard has no form for sales such as land, mining rights and state
 * property; these are only counted.
 */
export async function ocdsPackage(
  { prisma }: Database,
  centre: Centre,
  of: { period: string; now: Date },
): Promise<OcdsPackage> {
  const { zone } = centre.hall
  const { from, to } = parsePeriod(of.period, zone.localAt(of.now.getTime()).day)
  const days = { gte: dayAsDate(from), lte: dayAsDate(to) }
  const where = {
    centreId: centre.id,
    OR: [{ concludedDay: days }, { concludedDay: null, announcedDay: days }],
  }
  const trades = await prisma.trade.findMany({
    where: { ...where, category: { in: ['works', 'procurement'] } },
    orderBy: { tradeCode: 'asc' },
  })
  const leftOut = await prisma.trade.count({
    where: { ...where, category: { notIn: ['works', 'procurement'] } },
  })
  const at = (day: Date): string =>
    new Date(zone.instantAt(Math.round(day.getTime() / 86_400_000), 0)).toISOString()
  const bids = await bidsByTrade(
    prisma,
    centre.id,
    trades.map(trade => trade.tradeCode),
  )
  const releases = trades.map(trade =>
    releaseOf({ trade, bids: bids.get(trade.tradeCode) ?? [] }, at, of.now),
  )
  const document = {
    uri: `https://localhost/${centre.code}/ocds/${textOfDay(from)}..${textOfDay(to)}`,
    version: '1.1',
    publishedDate: of.now.toISOString(),
    publisher: { name: centre.name },
    releases,
  }
  return { document, releases: releases.length, leftOut }
}
