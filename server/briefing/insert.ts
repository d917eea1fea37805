import type { BriefingRemark, Prisma, PrismaClient } from '../../prisma/generated/client.ts'
import type { Stored } from './store.ts'
import { storedOf } from './store.ts'

// A new row is read again rather than returned by its INSERT: on a cluster, an INSERT cannot return columns
// that are enums, because Prisma asks for them as text.

type Inserting = Pick<PrismaClient, 'briefing' | 'briefingRemark'> | Prisma.TransactionClient

/** Adds a briefing and returns it as it is kept. */
export async function insertBriefing(
  prisma: Inserting,
  data: Prisma.BriefingUncheckedCreateInput,
): Promise<Stored> {
  const key = await prisma.briefing.create({ data, select: { centreId: true, id: true } })
  return storedOf(await prisma.briefing.findUniqueOrThrow({ where: { centreId_id: key } }))
}

/** Adds what was said about a briefing. */
export async function insertRemark(
  prisma: Inserting,
  data: Prisma.BriefingRemarkUncheckedCreateInput,
): Promise<BriefingRemark> {
  const key = await prisma.briefingRemark.create({ data, select: { centreId: true, id: true } })
  return prisma.briefingRemark.findUniqueOrThrow({ where: { centreId_id: key } })
}
