import type { Centre } from '../centres/centre.ts'
import type { LookedUp } from '../query/lookUp.ts'
import type { Database } from '../storage/database.ts'
import { mostOfKind } from '../query/lookUp.ts'

/** Trades of a centre by a part of their code or name, the latest first. */
export async function lookUpTrades(
  { prisma }: Database,
  { centre, text }: { centre: Centre; text: string },
): Promise<LookedUp[]> {
  const found = await prisma.trade.findMany({
    where: {
      centreId: centre.id,
      OR: [
        { name: { contains: text, mode: 'insensitive' } },
        { tradeCode: { contains: text, mode: 'insensitive' } },
      ],
    },
    orderBy: [{ concludedDay: { sort: 'desc', nulls: 'last' } }, { tradeCode: 'asc' }],
    take: mostOfKind,
    select: { tradeCode: true, name: true },
  })
  return found.map(({ tradeCode, name }) => {
    const words = name && name !== tradeCode ? `${tradeCode} ${name}` : tradeCode
    return { kind: 'trade', code: tradeCode, names: { zh: words, en: words }, day: null }
  })
}
