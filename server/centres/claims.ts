import type { Database } from '../storage/database.ts'

/** A figure that somebody has stated, shown next to the computed one. */
interface StatedFigure {
  measure: string
  zh: string
  en: string
  value: number
  source: string
  statedOn: string
  /** The local dates it refers to, both included. */
  from: string
  to: string
}

const iso = (date: Date): string => date.toISOString().slice(0, 10)

/** The claims about periods within a given one. */
export async function claimsOf(
  { prisma }: Database,
  asked: { centre: string; from: string; to: string },
): Promise<StatedFigure[]> {
  const claims = await prisma.claim.findMany({
    where: {
      centre: { code: asked.centre },
      validFrom: { gte: new Date(asked.from) },
      validTo: { lte: new Date(asked.to) },
    },
    orderBy: { code: 'asc' },
  })
  return claims.map(claim => ({
    measure: claim.measure,
    zh: claim.sentence,
    en: claim.sentenceEn ?? claim.sentence,
    value: Number(claim.valueMilli) / 1000,
    source: claim.source,
    statedOn: iso(claim.statedOn),
    from: iso(claim.validFrom),
    to: iso(claim.validTo),
  }))
}
