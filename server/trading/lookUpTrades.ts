import type { Centre } from '../centres/centre.ts'
import type { LookedUp } from '../query/lookUp.ts'
import type { Database } from '../storage/database.ts'
import { mostOfKind } from '../query/lookUp.ts'

const contains = (text: string) => ({ contains: text, mode: 'insensitive' as const })

/** Trades of a centre by a part of their code, or by words of their name in any order, the latest first. */
export async function lookUpTrades(
  { prisma }: Database,
  { centre, text }: { centre: Centre; text: string },
): Promise<LookedUp[]> {
  const words = text.normalize('NFKC').trim().split(/\s+/)
  const trades = await prisma.trade.findMany({
    where: {
      centreId: centre.id,
      OR: [{ AND: words.map(word => ({ name: contains(word) })) }, { tradeCode: contains(words.join(' ')) }],
    },
    orderBy: [{ concludedDay: { sort: 'desc', nulls: 'last' } }, { tradeCode: 'asc' }],
    take: mostOfKind,
    select: { tradeCode: true, name: true },
  })
  return trades.map(({ tradeCode, name }) => {
    const said = name && name !== tradeCode ? `${tradeCode} ${name}` : tradeCode
    return { kind: 'trade', code: tradeCode, names: { zh: said, en: said }, day: null }
  })
}
