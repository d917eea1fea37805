import type { BriefingRemark, Prisma, PrismaClient } from '../../prisma/generated/client.ts'
import type { Stored } from './store.ts'
import { storedOf } from './store.ts'

// A new row is selected rather than returned by INSERT: on a cluster, an INSERT cannot return enum columns,
// because Prisma casts them to text.

type Inserting = Pick<PrismaClient, 'briefing' | 'briefingRemark'> | Prisma.TransactionClient

/** Inserts a briefing and returns it. */
export async function insertBriefing(
  prisma: Inserting,
  data: Prisma.BriefingUncheckedCreateInput,
): Promise<Stored> {
  const key = await prisma.briefing.create({ data, select: { centreId: true, id: true } })
  return storedOf(await prisma.briefing.findUniqueOrThrow({ where: { centreId_id: key } }))
}

/** Inserts a remark on a briefing. */
export async function insertRemark(
  prisma: Inserting,
  data: Prisma.BriefingRemarkUncheckedCreateInput,
): Promise<BriefingRemark> {
  const key = await prisma.briefingRemark.create({ data, select: { centreId: true, id: true } })
  return prisma.briefingRemark.findUniqueOrThrow({ where: { centreId_id: key } })
}
