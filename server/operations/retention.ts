import type { Database } from '../storage/database.ts'

const day = 86_400_000
const signInDays = 30

/** How much was forgotten. */
interface Forgotten {
  quarantinedCells: number
  sessions: number
  links: number
}

/**
 * Forgets what is no longer needed and may name people: the cells of rows that have lain in quarantine
 * for so many days (their reasons and numbers stay), sessions that are over, and links that were used
 * or ran out. Facts, imports and the audit log stay.
 */
export async function forgetOld(
  { pool, prisma }: Database,
  at: { now: Date; quarantineDays: number },
): Promise<Forgotten> {
  const before = (days: number): Date => new Date(at.now.getTime() - days * day)
  const cells = await pool.query(
    `UPDATE "QuarantinedRow" q SET "raw" = '[]'::jsonb, "value" = NULL FROM "ImportBatch" b
      WHERE b."centreId" = q."centreId" AND b."id" = q."batchId" AND b."committedAt" < $1
        AND q."raw" <> '[]'::jsonb`,
    [before(at.quarantineDays)],
  )
  const sessions = await prisma.session.deleteMany({ where: { expiresAt: { lt: at.now } } })
  await prisma.verification.deleteMany({ where: { expiresAt: { lt: at.now } } })
  const links = await prisma.invitation.deleteMany({
    where: { OR: [{ expiresAt: { lt: before(signInDays) } }, { usedAt: { lt: before(signInDays) } }] },
  })
  return { quarantinedCells: cells.rowCount ?? 0, sessions: sessions.count, links: links.count }
}
